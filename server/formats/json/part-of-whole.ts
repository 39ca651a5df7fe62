import { DomainError } from '../../engine/errors.ts'
import { isObject } from './json-object.ts'
import { JSON_MESSAGES } from '../messages/json.ts'
import type { Texts } from '../../engine/texts.ts'

type Members = { readonly [key: string]: unknown }

const TOTALS = [
  'numberMatched',
  'totalFeatures',
  'total',
  'totalCount',
  'totalElements',
  'totalRecords',
  'total_count',
  '@odata.count',
] as const
/** Objects beside the list that speak of its pages. */
const PAGING = ['meta', '_meta', 'metadata', 'pagination', 'paging', 'page', 'links', '_links'] as const
const NEXT = ['@odata.nextLink', 'odata.nextLink', 'next', 'nextLink', 'next_page'] as const

/**
 * Refuses a document that says of itself that it is one page of more: what is not in it would be missed without a word.
 *
 * @param envelope the document without its records
 * @throws DomainError `invalid-file`
 */
export function refusePart(envelope: unknown, path: readonly string[], records: number): void {
  const why = objectsOnTheWay(envelope, path).map((members) => signOfMore(members, records))
  const found = why.find((sign) => sign !== null)
  if (found == null) return
  throw new DomainError('invalid-file', JSON_MESSAGES.part(records, found))
}

/** The document and what it holds on the way to the list, and the properties that ArcGIS gives a collection. */
function objectsOnTheWay(envelope: unknown, path: readonly string[]): readonly Members[] {
  const objects: Members[] = []
  let at = envelope
  for (const name of path) {
    if (!isObject(at)) break
    objects.push(at)
    for (const member of ['properties', ...PAGING]) if (isObject(at[member])) objects.push(at[member])
    at = at[name]
  }
  return objects
}

function signOfMore(members: Members, records: number): Texts | null {
  if (members['exceededTransferLimit'] === true) return alike('"exceededTransferLimit": true')
  const total = TOTALS.find((name) => typeof members[name] === 'number' && members[name] > records)
  if (total !== undefined) return alike(`"${total}": ${String(members[total])}`)
  const next = NEXT.find((name) => leadsSomewhere(members[name]))
  if (next !== undefined) return JSON_MESSAGES.moreFollows(`"${next}"`)
  const { links } = members
  const leadsOn = Array.isArray(links) && links.some((link) => isObject(link) && link['rel'] === 'next')
  return leadsOn ? JSON_MESSAGES.linkToNext : null
}

/** An address, or an object with one, as HAL has them. */
function leadsSomewhere(value: unknown): boolean {
  const address = isObject(value) ? value['href'] : value
  return typeof address === 'string' && address !== ''
}

function alike(text: string): Texts {
  return { sv: text, en: text }
}
