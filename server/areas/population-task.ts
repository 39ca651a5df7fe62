import { cellPopulation, type PopulationAreas } from '../engine/lattice/population.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'

export interface PopulationTask {
  readonly areas: PopulationAreas
  readonly edgeMetres: number
}

/** The population of cells, in shared memory: every surface of its edge reads it on some worker. */
export default function populationTask({ areas, edgeMetres }: PopulationTask): CellPopulation {
  const population = cellPopulation(areas, edgeMetres)
  return {
    ...population,
    landArea: share(population.landArea),
    residents: population.residents && share(population.residents),
    visitors: population.visitors && share(population.visitors),
  }
}

function share(values: Float64Array): Float64Array {
  const shared = new Float64Array(new SharedArrayBuffer(values.byteLength))
  shared.set(values)
  return shared
}
