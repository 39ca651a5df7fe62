/** A spreadsheet would compute a text that begins like this. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r\n]/
/** What ends a field here; in a Swedish Excel a semicolon does, too. */
const NEEDS_QUOTES = /[",;\r\n]/

/**
 * A field of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, and one
 * with any separator is quoted, so that opening a file runs nothing, wherever its fields are taken to begin.
 */
export function csvField(text: string): string {
  const safe = LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
