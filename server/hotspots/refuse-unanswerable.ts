import { invalidParameter } from '../engine/errors.ts'
import type { SurfaceQuery } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'

/** Refuses what would come out as zeros that mean nothing: a source that there is none of, people that nobody counted. */
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
