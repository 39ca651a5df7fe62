import type { IncidentSegment } from '../snapshot/incident-columns.ts'
import { CITY_SUBJECTS, citySubjectsOf } from './incident-subjects.ts'
import { DEFAULT_PRECISION_MASK, PRECISIONS } from '../snapshot/incident.ts'
import type { CellPopulation } from '../statistics/surface-types.ts'
import { locateCells } from '../lattice/lattice.ts'
import type { AreaLocator } from './area-locator.ts'
import { createCellTally, type CellTally } from './cell-tally.ts'
import { GROUPS, type ScannedRow, scanRows } from './scan-rows.ts'
import { REGISTERS } from './registers.ts'

/** What the counts of a public release depend on. */
export interface PublicCountQuery {
  /** [from, to), minutes since 1970 UTC. */
  readonly span: readonly [from: number, to: number]
  /** Index into `REGISTERS` by the snapshot's source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  /** 1 where a source covers an area: index = source · areas + area. */
  readonly covers: Uint8Array
  readonly areas: number
  readonly locator: AreaLocator
  /** The statistical areas of each area; null = none are released. */
  readonly parts: readonly AreaParts[] | null
  /** Cells of the release's edge; null = none are released. */
  readonly population: CellPopulation | null
  /** Whether a position belongs to premises that are released by area only. */
  readonly isSheltered: (x: number, y: number) => boolean
}

/** Statistical areas that one area is made of. */
export interface AreaParts {
  /** Index of the first among all of them. */
  readonly first: number
  readonly count: number
  readonly locator: Pick<AreaLocator, 'areaAt'>
}

/** Weighted counts in dense arrays. */
export interface PublicCounts {
  /** Index = (area · REGISTERS.length + register) · GROUPS.length + group. */
  readonly areas: Float64Array
  /** Of statistical areas, by index as `areas`. */
  readonly parts: Float64Array
  /** Index = register · CITY_SUBJECTS.length + subject. */
  readonly city: Float64Array
  readonly cells: CellTally | null
  /** Ordinary incidents of all times: index = register · GROUPS.length + group. */
  readonly recorded: Float64Array
  /** Incidents released city-wide only, of all times, indexed as `city`. */
  readonly recordedInCity: Float64Array
}

const COARSEST = PRECISIONS.indexOf('district')

/** Index of the count of an area, or of a statistical area. */
export function areaIndex(area: number, register: number, group: number): number {
  return (area * REGISTERS.length + register) * GROUPS.length + group
}

/** Key of a cell's count in the tally. */
export function cellIndex(cell: number, register: number, group: number): number {
  return (cell * REGISTERS.length + register) * GROUPS.length + group
}

/**
 * Counts a period by area, city and cell, each incident by the start of its interval. A position located to a place
 * counts in an area only when no other area holds it; coarser ones count in no area; statistical areas and cells
 * count positions located to address or street.
 */
export function countPublic(segments: readonly IncidentSegment[], query: PublicCountQuery): PublicCounts {
  const counts: PublicCounts = {
    areas: new Float64Array(query.areas * REGISTERS.length * GROUPS.length),
    parts: new Float64Array(
      (query.parts ?? []).reduce((sum, { count }) => sum + count, 0) * REGISTERS.length * GROUPS.length,
    ),
    city: new Float64Array(REGISTERS.length * CITY_SUBJECTS.length),
    cells: query.population && createCellTally(),
    recorded: new Float64Array(REGISTERS.length * GROUPS.length),
    recordedInCity: new Float64Array(REGISTERS.length * CITY_SUBJECTS.length),
  }
  const coversAll = Array.from({ length: query.registerOfSource.length }, (_, source) =>
    query.covers.subarray(source * query.areas, (source + 1) * query.areas).every((covered) => covered === 1),
  )
  const countInCell = cellCounter(query, counts.cells)
  scanRows(segments, query.registerOfSource, (scanned) => {
    const { columns, row, register, group, weight } = scanned
    if (group >= 0) counts.recorded[register * GROUPS.length + group]! += weight
    else addSubjects(counts.recordedInCity, scanned)
    const from = columns.fromMinute[row]!
    if (from < query.span[0] || from >= query.span[1]) return
    const everywhere = coversAll[columns.source[row]!]!
    if (group >= 0) countInArea(counts, scanned, query)
    if (group < 0 && everywhere) addSubjects(counts.city, scanned)
    if (group >= 0 && everywhere) countInCell(scanned)
  })
  return counts
}

function countInArea(counts: PublicCounts, scanned: ScannedRow, query: PublicCountQuery): void {
  const { columns, row, register, group, precision, weight } = scanned
  if (precision > COARSEST) return
  const [x, y] = [columns.xCm[row]!, columns.yCm[row]!]
  const isExact = ((DEFAULT_PRECISION_MASK >>> precision) & 1) === 1
  const area = isExact ? query.locator.areaAt(x, y) : query.locator.areaForSure(x, y)
  if (area < 0 || query.covers[columns.source[row]! * query.areas + area] === 0) return
  counts.areas[areaIndex(area, register, group)]! += weight
  const parts = isExact ? query.parts?.[area] : undefined
  const part = parts?.locator.areaAt(x, y) ?? -1
  if (part >= 0) counts.parts[areaIndex(parts!.first + part, register, group)]! += weight
}

function addSubjects(city: Float64Array, { columns, row, register, weight }: ScannedRow): void {
  const setting = columns.place[row]! >>> 4
  for (const subject of citySubjectsOf(columns.category[row]!, columns.flags[row]!, setting)) {
    city[register * CITY_SUBJECTS.length + subject]! += weight
  }
}

/** Adds to cells; does nothing without a population. */
function cellCounter({ population, isSheltered }: PublicCountQuery, cells: CellTally | null) {
  if (population === null || cells === null) return () => {}
  const chosen = new Int32Array(1)
  const cell = new Int32Array(1)
  return ({ columns, row, register, group, precision, weight }: ScannedRow): void => {
    if (((DEFAULT_PRECISION_MASK >>> precision) & 1) === 0) return
    chosen[0] = row
    locateCells(columns.xCm, columns.yCm, chosen, 1, population, cell)
    const at = cell[0]!
    const [x, y] = [columns.xCm[row]!, columns.yCm[row]!]
    if (at < 0 || population.landArea[at] === 0 || isSheltered(x, y)) return
    cells.add(cellIndex(at, register, group), x, y, weight)
  }
}
