import { tallySources } from '../engine/units/source-tallies.ts'
import { openHandle } from '../platform/feed/handle.ts'
import { cubeBuilder, tallyQuery, toldUnits, type UnitTask } from './told-units.ts'
import type { ToldUnits } from './units.ts'

/** The units of a snapshot, on a worker; the cube is in shared memory. */
export default function unitsOfSnapshot(task: UnitTask): ToldUnits {
  const { segments } = openHandle(task.handle)
  const tallies = tallySources(segments, tallyQuery(task))
  return toldUnits(task, tallies, (rules) => cubeBuilder(rules)(segments, rules))
}
