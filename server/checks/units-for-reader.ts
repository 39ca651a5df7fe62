import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { UnitReader, Units, UnitService } from '../units/index.ts'
import type { PermittedCheck } from './permit-check.ts'

/** The units that a check may disclose, with their reader and sources. */
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
 * The units of a check: staff's, or an analyst's own where some source is not disclosed to staff, because it is
 * closed to planners or has no setting.
 *
 * Where none is disclosed to staff, a planner's check has no figures.
 */
export async function unitsForReader(
  unitsOf: UnitService['live'],
  { snapshot, population, permitted, isAnalyst }: Asking,
): Promise<ReaderUnits> {
  const { limitedTo, sources, leftOut } = permitted
  if (limitedTo !== null) {
    const units = await unitsOf(snapshot, { population, sources, reader: 'staff' })
    if (!isAnalyst || units.withoutSetting.length === 0)
      return { limitedTo, sources: countedOf(sources, units), leftOut, reader: 'staff', units }
  }
  const units = await unitsOf(snapshot, { population, sources, reader: 'analyst' })
  return { limitedTo: null, sources: countedOf(sources, units), leftOut, reader: 'analyst', units }
}

/** The sources of a site's figures. */
function countedOf(sources: readonly Source[], { withoutSetting, areaOnly }: Units): readonly Source[] {
  return sources.filter(({ id }) => !withoutSetting.includes(id) && !areaOnly.includes(id))
}
