import { cubeBuilder, toldUnits, type UnitTask } from './told-units.ts'
import type { ToldUnits } from './units.ts'

/** The units of a snapshot, on a worker; the cube is in shared memory. */
export default function unitsOfSnapshot(task: UnitTask): ToldUnits {
  return toldUnits(task, cubeBuilder(task.rules))
}
