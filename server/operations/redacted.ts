/** What stands where a text was taken out. */
export const REDACTED = '[raderat]'

/**
 * A value whose texts hold a text no more.
 *
 * @returns null where none of them does
 */
export function redacted(value: unknown, text: string): unknown {
  let isFound = false
  const without = (part: unknown): unknown => {
    if (typeof part === 'string') {
      isFound ||= part.includes(text)
      return part.replaceAll(text, REDACTED)
    }
    if (Array.isArray(part)) return part.map(without)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, without(inner)]))
  }
  const left = without(value)
  return isFound ? left : null
}
