import { type IncidentSegment, isDead } from './incident-columns.ts'
import { type CompiledFilter, rowUnits } from './compile-filter.ts'

/**
 * The live rows of a segment that pass a filter, those at one position together: a sorted segment has them next to
 * each other, so later stages cost per position. (A position may occur twice; that is correct too.)
 */
export interface SelectedPositions {
  readonly length: number
  /** The first row at each position. */
  readonly row: Int32Array
  /** Sum of the rows at each position, in the filter's units. */
  readonly units: Float64Array
  /** Units of rows that would count if their time were known well enough. */
  readonly timeUnknown: number
}

/**
 * One scan over a segment. By the from instant without a condition on hours, the common case, in a loop of its own:
 * measured on a million rows, a third of the time of calling `rowUnits` for each.
 */
export function selectPositions(segment: IncidentSegment, filter: CompiledFilter): SelectedPositions {
  return filter.time === 'from' && filter.hours === null
    ? selectPlain(segment, filter)
    : selectTimed(segment, filter)
}

function selectPlain({ columns, dead }: IncidentSegment, filter: CompiledFilter): SelectedPositions {
  const { xCm, yCm, fromMinute, category, place, source, flags, weight, length } = columns
  const { fromMinute: start, toMinute: end, requiredFlags, excludedFlags } = filter
  const { category: categories, place: places, source: sources } = filter
  const row = new Int32Array(length)
  const units = new Float64Array(length)
  let last = -1
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let k = 0; k < length; k++) {
    if (categories[category[k]!] === 0) continue
    const from = fromMinute[k]!
    if (from < start || from >= end) continue
    if ((places[place[k]!]! & sources[source[k]!]!) === 0) continue
    const set = flags[k]!
    if ((set & requiredFlags) !== requiredFlags || (set & excludedFlags) !== 0) continue
    if (dead !== null && isDead(dead, k)) continue
    const x = xCm[k]!
    const y = yCm[k]!
    if (x !== lastX || y !== lastY) {
      row[++last] = k
      lastX = x
      lastY = y
    }
    units[last]! += weight[k]!
  }
  return { length: last + 1, row, units, timeUnknown: 0 }
}

function selectTimed({ columns, dead }: IncidentSegment, filter: CompiledFilter): SelectedPositions {
  const { xCm, yCm, length } = columns
  const row = new Int32Array(length)
  const units = new Float64Array(length)
  let timeUnknown = 0
  let last = -1
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let k = 0; k < length; k++) {
    const amount = rowUnits(filter, columns, k)
    if (amount === 0 || isDead(dead, k)) continue
    if (amount < 0) {
      timeUnknown -= amount
      continue
    }
    if (xCm[k] !== lastX || yCm[k] !== lastY) {
      row[++last] = k
      lastX = xCm[k]!
      lastY = yCm[k]!
    }
    units[last]! += amount
  }
  return { length: last + 1, row, units, timeUnknown }
}
