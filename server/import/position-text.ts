const PAIR = /^\(?\s*([^\s,;()]+)\s*[,;\s]\s*([^\s,;()]+)\s*\)?$/

/** The two halves of a position in one text, `59.33, 18.06` or `(59.33 18.06)`, the northing or latitude first; null when it is none. */
export function splitPosition(text: string): { readonly first: string; readonly second: string } | null {
  const pair = PAIR.exec(text.trim())
  return pair === null ? null : { first: pair[1]!, second: pair[2]! }
}
