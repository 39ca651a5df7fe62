import type { RowQuery } from '../engine/statistics/rows-in-zones.ts'
import type { Cell, CellPopulation } from '../engine/statistics/surface-types.ts'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import type { MonthRange } from '../engine/time/months.ts'
import { type PartsOfGroup, sumParts } from '../engine/units/part-sums.ts'
import { siteUnits } from '../engine/units/site-units.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'
import type { ExactCount } from './check-response.ts'
import type { EvidenceZone, RankEvidence } from './evidence.ts'
import { exactCounts } from './exact-counts.ts'
import type { Footprint } from './footprint.ts'
import { type GroupRanks, groupRanks } from './ranks.ts'
import { CLASSES_OF_READER, type UnitReader } from '../units/index.ts'
import { TIME_UNITS, type TimeUnit } from './subjects.ts'
import { type CountsByUnit, type UnitCountQuery, unitCounts } from './unit-counts.ts'
import { cellsOfPopulation, coarseCells } from './part-cells.ts'
import { countedCells, evidenceZones } from './zones.ts'

/** Input of the counting worker; structured-cloneable. */
export interface CheckTask {
  readonly handle: SnapshotHandle
  readonly footprint: Footprint
  readonly ringMetres: readonly number[]
  readonly cube: UnitCube
  readonly population: CellPopulation
  /** By the unit of time in which something is disclosed. */
  readonly counts: Readonly<Partial<Record<TimeUnit, UnitCountQuery>>>
  readonly reader: UnitReader
  readonly matchedOn: RankEvidence['matchedOn']
  /** Cube by part of the day and week: cells of 200 m, by year. */
  readonly parts: { readonly cube: UnitCube; readonly population: CellPopulation; readonly years: MonthRange }
  /** Rows to count inside the drawn line; null where the caller may not see them. */
  readonly exact: RowQuery | null
}

export interface CheckCounts {
  readonly zones: readonly EvidenceZone[]
  readonly counts: CountsByUnit
  readonly ranks: GroupRanks
  /** The week of the cells of 200 m that the site and its rings touch, and the city's, by group. */
  readonly weeks: { readonly here: readonly PartsOfGroup[]; readonly city: readonly PartsOfGroup[] }
  readonly exact: readonly ExactCount[] | null
}

/** All counts of a check, on a worker. */
export default function countForCheck(task: CheckTask): CheckCounts {
  const { segments } = openHandle(task.handle)
  const { cube, population, ringMetres, footprint, reader } = task
  const units = siteUnits(footprint.polygon, ringMetres)
  const cells = countedCells(units, population)
  return {
    zones: evidenceZones(units, cells, ringMetres, population),
    counts: byUnit(task.counts, (query) => unitCounts(cube, cells, query, reader)),
    ranks: groupRanks(units, cube, population, {
      months: byUnit(task.counts, ({ period }) => period),
      matchedOn: task.matchedOn,
      reader,
    }),
    weeks: weeksOf(task, cells.flat()),
    exact: task.exact === null ? null : exactCounts(segments, footprint.polygon, task.exact),
  }
}

/** A value for each unit of time in which something is disclosed. */
function byUnit<T>(
  queries: CheckTask['counts'],
  valueOf: (query: UnitCountQuery) => T,
): Partial<Record<TimeUnit, T>> {
  return Object.fromEntries(
    TIME_UNITS.flatMap((unit) => (queries[unit] === undefined ? [] : [[unit, valueOf(queries[unit])]])),
  )
}

function weeksOf(
  { parts: { cube, population, years }, reader }: CheckTask,
  cells: readonly Cell[],
): CheckCounts['weeks'] {
  const counted = { registers: REGISTERS, classes: CLASSES_OF_READER[reader] }
  return {
    here: sumParts(cube, coarseCells(cells, population), years, counted),
    city: sumParts(cube, cellsOfPopulation(population), years, counted),
  }
}
