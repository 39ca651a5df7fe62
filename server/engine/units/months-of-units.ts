import { cellOfDense } from '../lattice/lattice.ts'
import type { CellPopulation } from '../statistics/surface-types.ts'
import type { MonthRange } from '../time/months.ts'
import { cubeCell, type UnitCube } from './unit-cube.ts'
import type { UnitBuckets } from './unit-kinds.ts'
import { COUNTED } from './unit-surface.ts'

/**
 * Weighted incidents of a population's cells by month, one sum a month of the range.
 *
 * @param population that of the cube's edge
 */
export function monthsOfUnits(
  cube: UnitCube,
  population: CellPopulation,
  { first, last }: MonthRange,
  { ofKind }: UnitBuckets,
): Float64Array {
  const sums = new Float64Array(last - first + 1)
  const { landArea } = population
  for (let at = 0; at < landArea.length; at++) {
    if (landArea[at] === 0) continue
    const { i, j } = cellOfDense(population, at)
    const cell = cubeCell(cube, i, j)
    if (cell < 0) continue
    for (let series = cube.seriesStart[cell]!; series < cube.seriesStart[cell + 1]!; series++)
      if (ofKind[cube.kind[series]!] === COUNTED) addSeries(cube, series, first, sums)
  }
  return cube.unit === 1 ? sums : sums.map((value) => value / cube.unit)
}

function addSeries(
  { entryStart, upTo, month, firstMonth }: UnitCube,
  series: number,
  first: number,
  sums: Float64Array,
): void {
  let before = 0
  for (let entry = entryStart[series]!; entry < entryStart[series + 1]!; entry++) {
    const at = firstMonth + month[entry]! - first
    if (at >= 0 && at < sums.length) sums[at]! += upTo[entry]! - before
    before = upTo[entry]!
  }
}
