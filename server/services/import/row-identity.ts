import { contentHash } from '../../domain/content-hash.ts'
import type { IncidentContent } from '../../domain/incident.ts'
import { createOrdinalCounter } from './ordinal-counter.ts'

/** Marks an identity that was made from the content, so that it is never taken for one of the source's own. */
const MADE = '~'

/**
 * The external id that the id columns give: the text of one column, or those of several joined by `|` (with `|` and
 * `\` in them escaped). Null when any of them is blank: part of a key is no key.
 */
export function externalIdOf(fields: readonly string[], columns: readonly number[]): string | null {
  if (columns.length === 0) return null
  const parts = columns.map((column) => fields[column]!.trim())
  if (parts.includes('')) return null
  const [first] = parts
  const id = parts.length === 1 ? first! : parts.map((part) => part.replaceAll(/[\\|]/g, '\\$&')).join('|')
  return id.startsWith(MADE) ? `\\${id}` : id
}

/**
 * Gives a row its identity and hash. A row without an id of its own is identified by its content and by its ordinal
 * among the equal rows of the file: the same file twice gives the same identities, and three equal rows stay three.
 *
 * One identifier serves one file.
 */
export function createIdentifier(): (
  content: Omit<IncidentContent, 'externalId'>,
  externalId: string | null,
) => {
  readonly externalId: string
  readonly contentHash: bigint
} {
  const ordinalOf = createOrdinalCounter()
  return (content, externalId) => {
    const id = externalId ?? madeId(contentHash({ ...content, externalId: '' }), ordinalOf)
    return { externalId: id, contentHash: contentHash({ ...content, externalId: id }) }
  }
}

function madeId(hash: bigint, ordinalOf: (key: bigint) => number): string {
  return `${MADE}${BigInt.asUintN(64, hash).toString(16).padStart(16, '0')}:${ordinalOf(hash)}`
}
