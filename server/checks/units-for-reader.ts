import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { UnitReader, Units, UnitService } from '../units/index.ts'
import type { PermittedCheck } from './permit-check.ts'

/** The units that a check may disclose, and of whose figures they are. */
export interface ReaderUnits extends PermittedCheck {
  readonly reader: UnitReader
  readonly units: Units
}

interface Asking {
  readonly snapshot: Snapshot
  readonly population: CellPopulation
  readonly permitted: PermittedCheck
  readonly isAnalyst: boolean
}

/**
 * The units that a check is made of: staff's, or an analyst's own where some source is not disclosed to staff, be it closed to
 * planners or silent on where its incidents took place.
 *
 * Where none is disclosed to staff, a planner's check has no figures.
 */
export async function unitsForReader(
  unitsOf: UnitService['live'],
  { snapshot, population, permitted, isAnalyst }: Asking,
): Promise<ReaderUnits> {
  const { limitedTo, sources } = permitted
  if (limitedTo !== null) {
    const units = await unitsOf(snapshot, { population, sources, reader: 'staff' })
    if (!isAnalyst || units.withoutSetting.length === 0)
      return { limitedTo, sources: countedOf(sources, units), reader: 'staff', units }
  }
  const units = await unitsOf(snapshot, { population, sources, reader: 'analyst' })
  return { limitedTo: null, sources: countedOf(sources, units), reader: 'analyst', units }
}

/** The sources that figures of a site are made of. */
function countedOf(sources: readonly Source[], { withoutSetting, areaOnly }: Units): readonly Source[] {
  return sources.filter(({ id }) => !withoutSetting.includes(id) && !areaOnly.includes(id))
}
