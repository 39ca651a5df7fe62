import type { IncidentColumns, IncidentSegment } from '../snapshot/incident-columns.ts'
import { addCubes } from './add-cubes.ts'
import { deadRows } from './dead-rows.ts'
import type { CubeRules } from './place-rows.ts'
import type { UnitCube } from './unit-cube.ts'

/** Builds a cube from the live rows of segments. */
export type BuildCube = (segments: readonly IncidentSegment[], rules: CubeRules) => UnitCube

/** The cube of all rows of a base, as if none of them were dead. */
export function buildBaseCube(columns: IncidentColumns, rules: CubeRules, build: BuildCube): UnitCube {
  return build([{ columns, dead: null }], rules)
}

/**
 * The cube of the live rows of a base and of what came since, from that of all rows of the base. Costs a pass over the cube, not
 * over the base's rows.
 */
export function buildOnBase(
  baseCube: UnitCube,
  [base, ...since]: readonly [IncidentSegment, ...IncidentSegment[]],
  rules: CubeRules,
  build: BuildCube,
): UnitCube {
  return addCubes([
    { cube: baseCube, sign: 1 },
    { cube: build(since, rules), sign: 1 },
    { cube: build([deadRows(base)], rules), sign: -1 },
  ])
}
