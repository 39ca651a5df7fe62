/**
 * A field of CSV (RFC 4180). One that a spreadsheet would take for a formula is given an apostrophe, so that opening a
 * file runs nothing.
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
