import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import { wholeBase } from '../engine/units/cube-on-base.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import type { SourceTally } from '../engine/units/source-tallies.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { cubeBuilder } from './reader-units.ts'

/** Cube and tallies of all rows of a snapshot's first segment, including dead ones. */
export interface BaseUnits {
  readonly cube: UnitCube
  /** The sources in the cube: see `CubeRules`. */
  readonly registerOfSource: Int8Array
  readonly tallies: readonly SourceTally[]
}

/** The cube of all rows of a base. */
export function baseCube(columns: IncidentColumns, rules: CubeRules): Omit<BaseUnits, 'tallies'> {
  return {
    cube: cubeBuilder(rules)(wholeBase(columns), rules),
    registerOfSource: rules.registerOfSource,
  }
}
