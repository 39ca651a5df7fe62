import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import { buildBaseCube } from '../engine/units/cube-on-base.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { cubeBuilder } from './told-units.ts'

export interface BaseCubeTask {
  readonly columns: IncidentColumns
  readonly rules: CubeRules
}

/** The cube of all rows of a base, on a worker. */
export default function baseCube({ columns, rules }: BaseCubeTask): UnitCube {
  return buildBaseCube(columns, rules, cubeBuilder(rules))
}
