/** The key under which a mapping says what every other text means. */
export const ANY_OTHER = '*'

/** The code of a text of the file, or undefined when the mapping does not know the text. */
export type CodeTable = (text: string) => number | undefined

/**
 * A table from the texts of a column to our codes (positions in `codes`).
 *
 * A text is looked up as it stands, then without regard to case and surrounding blanks, then as `*`. With no entries
 * at all the column is taken to hold our own codes.
 *
 * @param entries text → code; every code is one of `codes`
 */
export function createCodeTable(
  entries: Readonly<Record<string, string>>,
  codes: readonly string[],
): CodeTable {
  const own = Object.keys(entries).length === 0
  const pairs = own ? codes.map((code) => [code, code] as const) : Object.entries(entries)
  const exact = new Map(pairs.map(([text, code]) => [text, codes.indexOf(code)]))
  const folded = new Map(pairs.map(([text, code]) => [fold(text), codes.indexOf(code)]))
  const other = exact.get(ANY_OTHER)
  return (text) => exact.get(text) ?? folded.get(fold(text)) ?? other
}

function fold(text: string): string {
  return text.trim().toLowerCase()
}
