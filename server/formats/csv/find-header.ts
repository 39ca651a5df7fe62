import { DomainError } from '../../engine/errors.ts'
import type { SourceRow } from '../source-row.ts'
import { separatorOf } from './separator-line.ts'
import { TABLE_MESSAGES } from '../messages/table.ts'

/** Rows among which the header is looked for: what stands above it is a title, a date, a note. */
export const HEADER_ROWS = 50
const NUMBER_OR_DATE = /^[+-]?\d[\d\s.,:/-]*(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/
const YEAR = /^(19|20)\d\d$/

/** The names of a file's columns, and where among its first rows the data begin. */
export interface Header {
  readonly row: SourceRow
  readonly columns: readonly string[]
  readonly dataFrom: number
}

/**
 * The header among a file's first rows. Where names stand in two rows, one cell of the upper spanning several of the lower, each
 * column goes by the lower one, and by the upper one where that is blank; by both where the lower ones repeat.
 *
 * @param wanted columns that will be asked for, where that is known
 * @throws DomainError `invalid-file` when the file begins with data
 */
export function findHeader(rows: readonly SourceRow[], wanted: readonly string[]): Header {
  const index = headerRow(rows, wanted)
  const [row, below] = [rows[index]!, rows[index + 1]]
  const names = row.fields.map((name) => name.trim())
  if (!isSpannedBy(names, below) || !hasDataBelow(rows, index + 2))
    return { row, columns: distinctNames(names, rows[index - 1]), dataFrom: index + 1 }
  const columns = names.map((name, at) => below!.fields[at]!.trim() || name)
  return { row, columns: distinctNames(columns, row), dataFrom: index + 2 }
}

/** Names that come again under different cells which span them, each behind the name of that cell. */
function distinctNames(columns: readonly string[], above: SourceRow | undefined): readonly string[] {
  if (above === undefined || above.fault !== null || above.fields.length !== columns.length) return columns
  const upper = above.fields.map((name) => name.trim())
  if (!upper.includes('') || filled(above) < 2) return columns
  const isRepeated = (name: string) => name !== '' && columns.indexOf(name) !== columns.lastIndexOf(name)
  return columns.map((name, at) => {
    const spanning = upper.slice(0, at + 1).findLast((one) => one !== '')
    return isRepeated(name) && spanning !== undefined && spanning !== name ? `${spanning} ${name}` : name
  })
}

/** True for a row that has names under the cells which span several columns, and under no other. */
function isSpannedBy(upper: readonly string[], below: SourceRow | undefined): boolean {
  if (below === undefined || below.fault !== null || below.fields.length !== upper.length) return false
  const isSpanning = (at: number) => upper[at] === '' || upper[at + 1] === ''
  return (
    upper.includes('') &&
    !looksLikeData(below) &&
    below.fields.every((name, at) => (name.trim() !== '') === isSpanning(at))
  )
}

/**
 * The index of a file's header among its first rows: the one that has all the columns that are asked for, else the first that
 * is as wide as most rows, is mostly filled and holds no number or date. Lines above it (`sep=;`, a title, `# …`) are passed over.
 */
function headerRow(rows: readonly SourceRow[], wanted: readonly string[]): number {
  const named = wanted.length === 0 ? -1 : rows.findIndex((row) => hasAll(row, wanted))
  if (named >= 0) return named
  const above = rows.findIndex((row) => !isAbove(row))
  const first = above < 0 ? 0 : above
  const width = usualWidth(rows.slice(first))
  const fits = (row: SourceRow | undefined) =>
    row !== undefined && row.fields.length === width && !isAbove(row) && !looksLikeData(row)
  const index = rows.findIndex(
    (row) => fits(row) && filled(row) * 2 > width && (width === 1 || filled(row) > 1),
  )
  if (index < 0) return withoutHeader(rows, first, wanted)
  // Of two rows of names the upper one spans columns and is blank in places; the lower one names them all.
  const below = rows[index + 1]
  const isSpanning = filled(rows[index]!) < width && fits(below) && filled(below!) === width
  return isSpanning && hasDataBelow(rows, index + 2) ? index + 1 : index
}

function withoutHeader(rows: readonly SourceRow[], first: number, wanted: readonly string[]): number {
  const row = rows[first]!
  if (wanted.length > 0 || row.fault !== null || !looksLikeData(row)) return first
  throw new DomainError('invalid-file', TABLE_MESSAGES.dataForHeader(row.line))
}

function hasAll({ fields }: SourceRow, wanted: readonly string[]): boolean {
  const names = new Set(fields.map((name) => name.trim()))
  return wanted.every((name) => names.has(name))
}

/** True for a line that says something of the file, and for one that cannot be read. */
function isAbove({ original, fields, fault }: SourceRow): boolean {
  return fault !== null || separatorOf(original) !== null || (original.startsWith('#') && fields.length === 1)
}

function usualWidth(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>()
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
  const [usual] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a)
  return usual?.[0] ?? 0
}

/** Fields of a row that are not blank. */
export function filled({ fields }: SourceRow): number {
  return fields.filter((field) => field.trim() !== '').length
}

function looksLikeData({ fields }: SourceRow): boolean {
  return fields.some((field) => NUMBER_OR_DATE.test(field.trim()) && !YEAR.test(field.trim()))
}

function hasDataBelow(rows: readonly SourceRow[], from: number): boolean {
  return rows.slice(from).some(looksLikeData)
}
