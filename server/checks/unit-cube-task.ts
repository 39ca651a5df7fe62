import { buildUnitCube } from '../engine/units/build-unit-cube.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'

export interface UnitCubeTask {
  readonly handle: SnapshotHandle
  readonly rules: CubeRules
}

/** The cube of units of a snapshot, on a worker; it is in shared memory. */
export default function cubeOfSnapshot({ handle, rules }: UnitCubeTask): UnitCube {
  return buildUnitCube(openHandle(handle).segments, rules)
}
