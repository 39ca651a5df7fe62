import type { IncidentColumns, IncidentSegment } from '../domain/incident-columns.ts'
import { type CompiledFilter, rowUnits } from './compile-filter.ts'

/** The live rows of a segment that pass a filter. */
export interface SelectedRows {
  readonly length: number
  readonly row: Int32Array
  /** What each comes to in the filter's units; null when that is the row's weight. */
  readonly units: Float64Array | null
  /** Units of those that would count if their time were known well enough. */
  readonly timeUnknown: number
}

/**
 * One scan over a segment. By the from instant without a condition on hours, the common case, in a loop of its own:
 * measured on a million rows, a third of the time of asking `rowUnits` of each.
 */
export function selectRows(segment: IncidentSegment, filter: CompiledFilter): SelectedRows {
  const plain = filter.time === 'from' && filter.hours === null
  const { dead } = segment
  const selected = plain ? selectPlain(segment.columns, filter) : selectTimed(segment, filter)
  return plain && dead !== null ? { ...selected, length: dropDead(selected, dead) } : selected
}

function selectPlain(columns: IncidentColumns, filter: CompiledFilter): SelectedRows {
  const { fromMinute, category, place, source, flags, length } = columns
  const { fromMinute: start, toMinute: end, requiredFlags, excludedFlags } = filter
  const { category: categories, place: places, source: sources } = filter
  const row = new Int32Array(length)
  let found = 0
  for (let k = 0; k < length; k++) {
    const from = fromMinute[k]!
    if (from < start || from >= end) continue
    if ((categories[category[k]!]! & places[place[k]!]! & sources[source[k]!]!) === 0) continue
    const set = flags[k]!
    if ((set & requiredFlags) === requiredFlags && (set & excludedFlags) === 0) row[found++] = k
  }
  return { length: found, row, units: null, timeUnknown: 0 }
}

function dropDead({ length, row }: SelectedRows, dead: Uint32Array): number {
  let found = 0
  for (let k = 0; k < length; k++) {
    const at = row[k]!
    if (((dead[at >>> 5]! >>> (at & 31)) & 1) === 0) row[found++] = at
  }
  return found
}

function selectTimed({ columns, dead }: IncidentSegment, filter: CompiledFilter): SelectedRows {
  const row = new Int32Array(columns.length)
  const units = filter.time === 'aoristic' ? new Float64Array(columns.length) : null
  let found = 0
  let timeUnknown = 0
  for (let k = 0; k < columns.length; k++) {
    const amount = rowUnits(filter, columns, k)
    if (amount === 0 || (dead !== null && ((dead[k >>> 5]! >>> (k & 31)) & 1) === 1)) continue
    if (amount < 0) {
      timeUnknown -= amount
      continue
    }
    if (units !== null) units[found] = amount
    row[found++] = k
  }
  return { length: found, row, units, timeUnknown }
}
