import { CATEGORIES } from '../../engine/snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../../engine/snapshot/incident.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { createCodeTable } from '../../formats/code-table.ts'
import type { SourceRow } from '../../formats/source-row.ts'
import type { Locator } from '../../formats/positions/locate.ts'
import { MAX_WEIGHT } from '../read-attributes.ts'
import { keptOriginal, pastRetention, type ReadRow, rejected } from '../read-row.ts'
import { MADE } from '../../formats/columns/external-id.ts'
import { createIdentifier } from '../row-identity.ts'
import { createTimeReader } from '../../formats/times/time-format.ts'
import { type LocateArea, locateCell, type UnitPlace, type UnitProblem } from './locate-unit.ts'
import { lookUpUnitColumns, type UnitColumn, type UnitColumnLookup } from './unit-table.ts'

const FLAG_BITS = new Map<string, number>(Object.entries(FLAGS))
const categoryOf = createCodeTable(
  {},
  CATEGORIES.map(({ code }) => code),
)
const settingOf = createCodeTable({}, SETTINGS)

/** What of a sum belongs to its identity, beside its place and month. */
interface UnitKind {
  readonly categoryIndex: number
  readonly settingCode: number
  readonly flags: number
}

type Texts = (column: UnitColumn) => string

/**
 * The reader of a table of sums: a row becomes one incident of so many. It is known to its month alone, and to its cell of
 * 50 m or to its area, which is in no cell. Its identity is what is counted, so that a newer table corrects an earlier one.
 *
 * @param locate in the city's CRS, metres
 * @throws DomainError `invalid-file` when columns are missing
 */
export function createUnitReader(options: {
  readonly sourceId: string
  readonly columns: readonly string[]
  readonly locate: Locator
  readonly locateArea: LocateArea
  readonly zone: Zone
  readonly keptFromMinute: number
}): ReadRow {
  const { sourceId, columns, locate, locateArea, keptFromMinute } = options
  const at = lookUpUnitColumns(columns)
  const readMonth = createTimeReader('month', options.zone)
  const identify = createIdentifier()
  return (row) => {
    const refuse = ({ reason, detail, column }: UnitProblem) =>
      rejected(row, columns, { reason, detail }, at[column])
    if (row.fault !== null) return rejected(row, columns, row.fault, -1)
    const text = textsOf(row, at)
    const month = readMonth(text('month'))
    if (month === null) return refuse(BAD_MONTH)
    if (month.toMinute < keptFromMinute) return pastRetention(row, 'month')
    const named = monthName(text('month'))
    const place = readPlace(text, named, locate, locateArea)
    if ('reason' in place) return refuse(place)
    const kind = readKind(text)
    if ('reason' in kind) return refuse(kind)
    const weight = /^\d{1,7}$/.test(text('count')) ? Number(text('count')) : 0
    if (weight < 1 || weight > MAX_WEIGHT) return refuse(BAD_COUNT)
    const { xCm, yCm, precisionCode } = place
    const externalId = `${MADE}unit|${place.key}|${named}|${identityOf(kind)}`
    const { fromMinute, toMinute } = month
    const content = { sourceId, externalId, xCm, yCm, fromMinute, toMinute, reportedMinute: null }
    return identify({ ...content, ...kind, precisionCode, weight, text: null }, row.line, keptOriginal(row))
  }
}

const BAD_MONTH = { reason: 'bad-time', detail: 'is no month, for example 2024-03', column: 'month' } as const
const BAD_COUNT = {
  reason: 'malformed-row',
  detail: `is no whole number from 1 to ${MAX_WEIGHT}`,
  column: 'count',
} as const

function textsOf({ fields }: SourceRow, at: UnitColumnLookup): Texts {
  return (column) => (at[column] < 0 ? '' : fields[at[column]]!.trim())
}

function readPlace(
  text: Texts,
  month: string,
  locate: Locator,
  locateArea: LocateArea,
): UnitPlace | UnitProblem {
  const [i, j, area] = [text('i'), text('j'), text('area')]
  if (area === '') {
    if (i === '' && j === '')
      return { reason: 'no-position', detail: 'neither cell nor area', column: 'count' }
    return locateCell(i, j, locate)
  }
  if (i === '' && j === '') return locateArea(area, text('kind'), month)
  return { reason: 'bad-position', detail: 'the row names a cell and an area', column: 'area' }
}

function readKind(text: Texts): UnitKind | UnitProblem {
  const [category, setting] = [text('category'), text('setting')]
  if (category === '') return { reason: 'no-category', detail: 'is blank', column: 'category' }
  const categoryIndex = categoryOf(category)
  if (categoryIndex === undefined)
    return { reason: 'unknown-category', detail: 'is no category of the product', column: 'category' }
  const settingCode = setting === '' ? SETTINGS.indexOf('unknown') : settingOf(setting)
  if (settingCode === undefined)
    return { reason: 'unknown-setting', detail: `is none of ${SETTINGS.join(', ')}`, column: 'setting' }
  let flags = 0
  for (const name of text('flags').split('|').filter(Boolean)) {
    const bit = FLAG_BITS.get(name.trim().toLowerCase())
    if (bit === undefined)
      return { reason: 'malformed-row', detail: `knows ${[...FLAG_BITS.keys()].join('|')}`, column: 'flags' }
    flags |= bit
  }
  return { categoryIndex, settingCode, flags }
}

function identityOf({ categoryIndex, settingCode, flags }: UnitKind): string {
  return `${CATEGORIES[categoryIndex]!.code}|${SETTINGS[settingCode]}|${flags}`
}

/** `2024-3` and `2024-03` are one month. */
function monthName(text: string): string {
  const [year, month] = text.split('-')
  return `${year}-${month!.padStart(2, '0')}`
}
