import { monthAt, type MonthRange } from '../engine/time/months.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { CheckTask } from './check-task.ts'
import type { CheckPeriods, CountedPeriod } from './periods.ts'
import { TIME_UNITS } from './subjects.ts'

/** What a worker counts in each unit of time. */
export function taskCounts({ of }: CheckPeriods, zone: Zone): CheckTask['counts'] {
  const queryOf = ({ months, earlier, spread }: CountedPeriod) => ({
    period: months,
    earlier,
    steps: monthsOfSteps(spread.borders, zone),
  })
  return Object.fromEntries(
    TIME_UNITS.flatMap((unit) => (of[unit] === undefined ? [] : [[unit, queryOf(of[unit])]])),
  )
}

/** The months of the steps of a series. @param borders UTC minutes at which months begin */
function monthsOfSteps(borders: Int32Array, zone: Zone): readonly MonthRange[] {
  const starts = Array.from(borders, (minute) => monthAt(zone, minute))
  return starts.slice(1).map((end, k) => ({ first: starts[k]!, last: end - 1 }))
}
