import { DomainError } from '../../engine/errors.ts'
import { isObject } from './json-object.ts'

type Members = { readonly [key: string]: unknown }

const TOTALS = [
  'numberMatched',
  'totalFeatures',
  'total',
  'totalCount',
  'total_count',
  '@odata.count',
] as const
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
  if (found === undefined) return
  throw new DomainError(
    'invalid-file',
    `The file is a part of more: it holds ${records} records and says ${found}. Fetch the rest as well, or say in the mapping that the part is enough ("allowPartial": true).`,
  )
}

/** The document and what it holds on the way to the list, and the properties that ArcGIS gives a collection. */
function objectsOnTheWay(envelope: unknown, path: readonly string[]): readonly Members[] {
  const objects: Members[] = []
  let at = envelope
  for (const name of path) {
    if (!isObject(at)) break
    objects.push(at)
    if (isObject(at['properties'])) objects.push(at['properties'])
    at = at[name]
  }
  return objects
}

function signOfMore(members: Members, records: number): string | null {
  if (members['exceededTransferLimit'] === true) return '"exceededTransferLimit": true'
  const total = TOTALS.find((name) => typeof members[name] === 'number' && members[name] > records)
  if (total !== undefined) return `"${total}": ${String(members[total])}`
  const next = NEXT.find((name) => typeof members[name] === 'string' && members[name] !== '')
  if (next !== undefined) return `that more follows ("${next}")`
  const { links } = members
  const leadsOn = Array.isArray(links) && links.some((link) => isObject(link) && link['rel'] === 'next')
  return leadsOn ? 'that more follows (a link "next")' : null
}
