import { csvField } from '../../platform/http/csv-field.ts'

type Cell = string | number | null

/** Excel takes a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A table as CSV (RFC 4180) in UTF-8 with a byte-order mark; texts as `csvField` writes them. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : csvField(cell)
}
