import { compileFilter } from '../../../server/engine/snapshot/compile-filter.ts'
import { cellArea, cellCentre, cellOfDense } from '../../../server/engine/lattice/lattice.ts'
import type { Random } from '../../../server/engine/statistics/seeded-random.ts'
import { computeSurface } from '../../../server/engine/statistics/surface.ts'
import type { CellPopulation } from '../../../server/engine/statistics/surface-types.ts'
import { makeFilter, makeSegment, STOCKHOLM, type TestRow } from './make-columns.ts'

const EDGE = 200

/** A city of columns × rows cells, all of them land. */
export function hexCity(columns: number, rows: number): CellPopulation {
  const landArea = new Float64Array(columns * rows).fill(cellArea(EDGE))
  return {
    edgeMetres: EDGE,
    i0: 2200,
    j0: 19_000,
    columns,
    rows,
    landArea,
    residents: null,
    visitors: null,
    cells: columns * rows,
    digest: 'hex-city',
    derived: false,
  }
}

/** The surface of a city of whose cells the incidents are known by number. */
export function surfaceOfCounts(city: CellPopulation, counts: ArrayLike<number>) {
  const rows: TestRow[] = []
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue
    const [x, y] = cellCentre(cellOfDense(city, at), city.edgeMetres)
    rows.push({ x, y, weight: counts[at]! })
  }
  const filter = compileFilter(makeFilter(), { zone: STOCKHOLM, sourceIds: ['test'] })
  return computeSurface([makeSegment(rows)], filter, city, 'area')
}

/** A Poisson number, by multiplying uniforms (Knuth); for small means. */
export function poissonNumber(mean: number, random: Random): number {
  const floor = Math.exp(-mean)
  let number = 0
  for (let product = random(); product > floor; product *= random()) number++
  return number
}

/** A Poisson number whose mean is exponentially spread about `mean`: variance mean + mean². */
export function overdispersedNumber(mean: number, random: Random): number {
  return poissonNumber(-mean * Math.log(1 - random()), random)
}
