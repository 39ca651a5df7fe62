import { tallySources } from '../engine/units/source-tallies.ts'
import { openHandle } from '../platform/feed/handle.ts'
import { cubeBuilder, tallyQuery, unitsForReader, type UnitTask } from './reader-units.ts'
import type { ReaderUnits } from './units.ts'

/** The units of a snapshot, on a worker; the cube is in shared memory. */
export default function unitsOfSnapshot(task: UnitTask): ReaderUnits {
  const { segments } = openHandle(task.handle)
  const tallies = tallySources(segments, tallyQuery(task))
  return unitsForReader(task, tallies, (rules) => cubeBuilder(rules)(segments, rules))
}
