import type { IncidentColumns, IncidentSegment } from '../snapshot/incident-columns.ts'
import { addCubes } from './add-cubes.ts'
import { deadRows } from './dead-rows.ts'
import type { CubeRules } from './place-rows.ts'
import type { UnitCube } from './unit-cube.ts'

/** Builds a cube from the live rows of segments. */
export type BuildCube = (segments: readonly IncidentSegment[], rules: CubeRules) => UnitCube

/** Changes since a base was built. */
export interface SinceBase {
  readonly died: readonly [IncidentSegment]
  readonly came: readonly IncidentSegment[]
}

/** All rows of a base, as if none of them were dead. */
export function wholeBase(columns: IncidentColumns): readonly [IncidentSegment] {
  return [{ columns, dead: null }]
}

/** The difference between the live rows and all rows of the first segment. */
export function sinceBase([base, ...came]: readonly [IncidentSegment, ...IncidentSegment[]]): SinceBase {
  return { died: [deadRows(base)], came }
}

/**
 * The cube of live rows, from that of all rows of a base. Costs a pass over the cube, not over the base's rows.
 *
 * @param base built from `wholeBase` by the same rules
 */
export function cubeOnBase(
  base: UnitCube,
  { died, came }: SinceBase,
  rules: CubeRules,
  build: BuildCube,
): UnitCube {
  return addCubes([
    { cube: base, sign: 1 },
    { cube: build(came, rules), sign: 1 },
    { cube: build(died, rules), sign: -1 },
  ])
}
