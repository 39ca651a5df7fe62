import type { IncidentSegment } from '../engine/snapshot/incident-columns.ts'
import { spanInMonths } from '../engine/time/months.ts'
import { buildPartCube, PART_EDGE } from '../engine/units/build-part-cube.ts'
import { buildUnitCube } from '../engine/units/build-unit-cube.ts'
import type { BuildCube } from '../engine/units/cube-on-base.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import { toldSources } from '../engine/units/told-sources.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'
import { CLASSES_OF_READER, type ToldUnits, type UnitReader } from './units.ts'

/** Which units of a snapshot a worker makes. */
export interface UnitTask {
  readonly handle: SnapshotHandle
  readonly rules: CubeRules
  readonly reader: UnitReader
}

/** What builds the cube of a length of side. */
export function cubeBuilder({ block: { edgeMetres } }: CubeRules): BuildCube {
  return edgeMetres === PART_EDGE ? buildPartCube : buildUnitCube
}

/** The units of a snapshot, their cube from `cubeOf` by the rules of the sources that are told. */
export function toldUnits(
  { handle, rules, reader }: UnitTask,
  cubeOf: (segments: readonly IncidentSegment[], rules: CubeRules) => ToldUnits['cube'],
): ToldUnits {
  const { segments, sourceIds } = openHandle(handle)
  const { registerOfSource, withoutSetting, areaOnly, timeSpan } = toldSources(segments, {
    registerOfSource: rules.registerOfSource,
    classes: CLASSES_OF_READER[reader],
    needsSetting: reader === 'staff',
    precisionMask: rules.precisionMask,
  })
  return {
    cube: cubeOf(segments, { ...rules, registerOfSource }),
    // The day of the first or the last incident is finer than a unit.
    timeSpan: timeSpan !== null && reader === 'staff' ? spanInMonths(rules.zone, timeSpan) : timeSpan,
    withoutSetting: withoutSetting.map((source) => sourceIds[source]!),
    areaOnly: areaOnly.map((source) => sourceIds[source]!),
  }
}
