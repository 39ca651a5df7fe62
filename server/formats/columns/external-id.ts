/** Marks an identity that was made from the content, so that it is never taken for one of the source's own. */
export const MADE = '~'

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
