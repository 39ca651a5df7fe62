import { csvRow } from '../../platform/http/csv-field.ts'

/** Excel reads a file as UTF-8 only with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A table as CSV (RFC 4180) in UTF-8 with a byte-order mark; rows as `csvRow` writes them. */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const lines = [header, ...rows].map(csvRow)
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}
