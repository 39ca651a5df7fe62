import { spanInMonths } from '../engine/time/months.ts'
import { buildPartCube, PART_EDGE } from '../engine/units/build-part-cube.ts'
import { buildUnitCube } from '../engine/units/build-unit-cube.ts'
import type { BuildCube } from '../engine/units/cube-on-base.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import type { SourceTally, TallyQuery } from '../engine/units/source-tallies.ts'
import { countedSources } from '../engine/units/counted-sources.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { CLASSES_OF_READER, type UnitReader } from '../engine/units/unit-kinds.ts'
import type { SnapshotHandle } from '../platform/feed/handle.ts'
import { staffDigest } from './staff-digest.ts'
import type { ReaderUnits } from './units.ts'

/** The rules of units, and their reader. */
export interface UnitRules {
  readonly rules: CubeRules
  readonly reader: UnitReader
}

/** Input of the worker that makes a snapshot's units. */
export interface UnitTask extends UnitRules {
  readonly handle: SnapshotHandle
  /** The last calendar month that had closed. */
  readonly closedMonth: number
}

/** The builder of cubes of an edge. */
export function cubeBuilder({ block: { edgeMetres } }: CubeRules): BuildCube {
  return edgeMetres === PART_EDGE ? buildPartCube : buildUnitCube
}

/** The tallies that decide whether a source is disclosed. */
export function tallyQuery({ rules: { precisionMask }, reader }: UnitRules): TallyQuery {
  return { classes: CLASSES_OF_READER[reader], precisionMask }
}

/** The units of a snapshot with known tallies; `cubeOf` gets the rules restricted to disclosed sources. */
export function unitsForReader(
  { handle: { sourceIds }, rules, reader, closedMonth }: UnitTask,
  tallies: readonly SourceTally[],
  cubeOf: (rules: CubeRules) => UnitCube,
): ReaderUnits {
  const { registerOfSource, withoutSetting, areaOnly, timeSpan } = countedSources(tallies, {
    registerOfSource: rules.registerOfSource,
    needsSetting: reader === 'staff',
  })
  const cube = cubeOf({ ...rules, registerOfSource })
  return {
    cube,
    digest: reader === 'staff' ? staffDigest(cube, closedMonth) : null,
    // Staff get whole months: single days are finer than a unit.
    timeSpan: timeSpan !== null && reader === 'staff' ? spanInMonths(rules.zone, timeSpan) : timeSpan,
    withoutSetting: withoutSetting.map((source) => sourceIds[source]!),
    areaOnly: areaOnly.map((source) => sourceIds[source]!),
  }
}
