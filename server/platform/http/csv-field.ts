/** Beginnings that make a spreadsheet evaluate a text as a formula. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r\n]/
/** Characters that end a field; in a Swedish Excel a semicolon does, too. */
const NEEDS_QUOTES = /[",;\r\n]/

/**
 * A field of CSV (RFC 4180). A text that a spreadsheet would evaluate gets a leading apostrophe, and one with any
 * separator is quoted, so that opening the file runs no formula.
 */
export function csvField(text: string): string {
  const safe = LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row of CSV without its line end: numbers as they are, texts by `csvField`, null as an empty field. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return cells.map(cellText).join(',')
}

function cellText(cell: string | number | null): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : csvField(cell)
}
