import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import { wholeBase } from '../engine/units/cube-on-base.ts'
import { tallySources } from '../engine/units/source-tallies.ts'
import { type BaseUnits, baseCube } from './base-units.ts'
import { tallyQuery, type UnitRules } from './reader-units.ts'

export interface BaseUnitsTask extends UnitRules {
  readonly columns: IncidentColumns
}

/** Cube and tallies of all rows of a base, on a worker. */
export default function unitsOfBase({ columns, ...unitRules }: BaseUnitsTask): BaseUnits {
  return {
    ...baseCube(columns, unitRules.rules),
    tallies: tallySources(wholeBase(columns), tallyQuery(unitRules)),
  }
}
