import type { Cell } from '../statistics/surface-types.ts'
import type { MonthRange } from '../time/months.ts'
import { cubeCell, type UnitCube, upToMonth } from './unit-cube.ts'
import type { UnitBuckets } from './unit-kinds.ts'

/**
 * Weighted incidents in a set of cells and a closed range of months, one sum a bucket. Exact.
 *
 * @param cells each at most once
 */
export function sumUnits(
  cube: UnitCube,
  cells: readonly Cell[],
  months: MonthRange,
  { buckets, ofKind }: UnitBuckets,
): Float64Array {
  const sums = new Float64Array(buckets)
  for (const { i, j } of cells) {
    const cell = cubeCell(cube, i, j)
    if (cell >= 0) addCell(cube, cell, months, ofKind, sums)
  }
  return sums
}

function addCell(
  cube: UnitCube,
  cell: number,
  { first, last }: MonthRange,
  ofKind: Int16Array,
  sums: Float64Array,
): void {
  const end = cube.seriesStart[cell + 1]!
  for (let series = cube.seriesStart[cell]!; series < end; series++) {
    const bucket = ofKind[cube.kind[series]!]!
    if (bucket >= 0) sums[bucket]! += upToMonth(cube, series, last) - upToMonth(cube, series, first - 1)
  }
}

/**
 * Weighted incidents of every cell in a closed range of months: one array a bucket, each with one number a cell of
 * the cube's block. Input of ranks, coarser surfaces and local statistics.
 */
export function unitValues(
  cube: UnitCube,
  months: MonthRange,
  { buckets, ofKind }: UnitBuckets,
): readonly Float64Array[] {
  const { block, columnStart, cellRow } = cube
  const values = Array.from({ length: buckets }, () => new Float64Array(block.columns * block.rows))
  const sums = new Float64Array(buckets)
  for (let column = 0; column < block.columns; column++) {
    for (let cell = columnStart[column]!; cell < columnStart[column + 1]!; cell++) {
      sums.fill(0)
      addCell(cube, cell, months, ofKind, sums)
      const at = column * block.rows + cellRow[cell]!
      for (let bucket = 0; bucket < buckets; bucket++) values[bucket]![at] = sums[bucket]!
    }
  }
  return values
}
