type Cell = string | number | null

/** Excel takes a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF'
/** A spreadsheet would compute a text that begins like this. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r\n]/

/**
 * A table as CSV (RFC 4180) in UTF-8 with a byte-order mark. A text that a spreadsheet would take for a formula gets
 * an apostrophe before it.
 */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = LOOKS_LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
