import { invalidParameter } from '../engine/errors.ts'
import type { SurfaceQuery } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'

/** Refuses queries that would give meaningless zeros: an unknown source, or residents or visitors that no area has. */
export function refuseUnsupported(
  { filter, exposure }: SurfaceQuery,
  { sourceIds }: Snapshot,
  population: CellPopulation,
): void {
  const unknown = filter.sources?.find((id) => !sourceIds.includes(id))
  if (unknown !== undefined) throw invalidParameter('sources', unknown, 'the id of a source that is stored')
  if (exposure !== 'area' && population[exposure] === null) {
    throw invalidParameter('exposure', exposure, `area, for no stored area says how many ${exposure} it has`)
  }
}
