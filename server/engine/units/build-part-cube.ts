import { APPORTION_UNITS } from '../snapshot/compile-filter.ts'
import type { IncidentSegment } from '../snapshot/incident-columns.ts'
import type { EdgeMetres } from '../snapshot/query.ts'
import { monthAt } from '../time/months.ts'
import { partTable } from '../time/week-parts.ts'
import { emptyCube, packCube } from './pack-cube.ts'
import { PART_KINDS } from './part-kinds.ts'
import { keyByPart } from './part-keys.ts'
import { startsOf, type CubeRules, placeRows, unplaced } from './place-rows.ts'
import type { UnitCube } from './unit-cube.ts'

/** Edge of the units by part of the week, metres. */
export const PART_EDGE = 200 satisfies EdgeMetres
const YEAR_MONTHS = 12
/** Rows of known hour last a day at the most. */
const DAY_MINUTES = 1440

/**
 * Builds the cube of parts: incidents by cell (edge 200 m) × calendar year × part of the week × group × register ×
 * class, in units of 2^-20; its kinds are those of `partBuckets`, its steps calendar years. As `buildUnitCube`; 32
 * bytes a row while it is built.
 *
 * @throws DomainError `too-large` when more incidents fall into one cell and kind than can be counted
 */
export function buildPartCube(segments: readonly IncidentSegment[], rules: CubeRules): UnitCube {
  const placed = segments.map((segment) => placeRows(segment, rules))
  const beginnings = startsOf(placed)
  if (beginnings === null) return emptyCube(rules.block, unplaced(placed))

  const [first, last] = beginnings
  const table = partTable(rules.zone, first, last + DAY_MINUTES)
  const yearOf = (minute: number) => Math.floor(monthAt(rules.zone, minute) / YEAR_MONTHS)
  const years = { first: yearOf(first), steps: yearOf(last + DAY_MINUTES) - yearOf(first) + 1 }
  const keyed = placed.map((rows) => keyByPart(rows, rules.registerOfSource, table, years))
  const axes = { kinds: PART_KINDS, steps: years.steps, stepMonths: YEAR_MONTHS, unit: APPORTION_UNITS }
  return packCube(rules.block, keyed, { ...axes, firstMonth: years.first * YEAR_MONTHS }, unplaced(placed))
}
