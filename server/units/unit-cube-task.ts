import { buildPartCube, PART_EDGE } from '../engine/units/build-part-cube.ts'
import { buildUnitCube } from '../engine/units/build-unit-cube.ts'
import { spanInMonths } from '../engine/time/months.ts'
import type { CubeRules } from '../engine/units/place-rows.ts'
import { toldSources } from '../engine/units/told-sources.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'
import { CLASSES_OF_READER, type ToldUnits, type UnitReader } from './units.ts'

export interface UnitCubeTask {
  readonly handle: SnapshotHandle
  readonly rules: CubeRules
  readonly reader: UnitReader
}

/** The units of a snapshot, on a worker; the cube is in shared memory. */
export default function unitsOfSnapshot({ handle, rules, reader }: UnitCubeTask): ToldUnits {
  const { segments, sourceIds } = openHandle(handle)
  const { registerOfSource, withoutSetting, areaOnly, timeSpan } = toldSources(segments, {
    registerOfSource: rules.registerOfSource,
    classes: CLASSES_OF_READER[reader],
    needsSetting: reader === 'staff',
    precisionMask: rules.precisionMask,
  })
  const build = rules.block.edgeMetres === PART_EDGE ? buildPartCube : buildUnitCube
  return {
    cube: build(segments, { ...rules, registerOfSource }),
    // The day of the first or the last incident is finer than a unit.
    timeSpan: timeSpan !== null && reader === 'staff' ? spanInMonths(rules.zone, timeSpan) : timeSpan,
    withoutSetting: withoutSetting.map((source) => sourceIds[source]!),
    areaOnly: areaOnly.map((source) => sourceIds[source]!),
  }
}
