import { area as turfArea, featureCollection, intersect, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellArea,
  cellCorners,
  cellOfDense,
  type DenseBlock,
  denseIndex,
} from '../../../server/engine/lattice/lattice.ts'
import type { Cell } from '../../../server/engine/statistics/surface-types.ts'
import { coarsenUnits, coarsePattern } from '../../../server/engine/units/coarse-units.ts'

const COARSER = [100, 200, 400, 800] as const
const FINE: DenseBlock = { edgeMetres: 50, i0: -21, j0: 37, columns: 40, rows: 43 }
const DEGREE = (6_371_008.8 * Math.PI) / 180

/** A cell near 0, 0 as Turf wants it. */
function hexagon(cell: Cell, edge: number) {
  const corners = cellCorners(cell, edge).map(([x, y]) => [x / DEGREE, y / DEGREE])
  return polygon([[...corners, corners[0]!]])
}

describe('shares of cells of 50 m in coarser ones', () => {
  it('equal those that Turf measures, cell by cell', () => {
    for (const edge of [100, 200] as const) {
      const { u, v, halves } = coarsePattern(edge)
      const around = hexagon({ i: 0, j: 0 }, edge)
      const k = edge / 50
      for (let column = -k; column <= k; column++) {
        for (let row = -k; row <= k; row++) {
          const height = 2 * row + (column & 1)
          const at = u.findIndex((_, n) => u[n] === column && v[n] === height)
          const met = intersect(featureCollection([around, hexagon({ i: column, j: row }, 50)]))
          const share = met === null ? 0 : turfArea(met) / cellArea(50)
          expect((at < 0 ? 0 : halves[at]!) / 2).toBeCloseTo(share, 3)
        }
      }
    }
  })

  it('add up to the area of the coarse cell, and three quarters of all centres lie on a border of 100 m', () => {
    for (const edge of COARSER) {
      const { halves } = coarsePattern(edge)
      expect(halves.reduce((sum, half) => sum + half, 0) / 2).toBe((edge / 50) ** 2)
    }
    const { halves } = coarsePattern(100)
    expect(halves.filter((half) => half === 1)).toHaveLength(6)
    expect(halves.filter((half) => half === 2)).toHaveLength(1)
  })

  it('add up to 1 for every cell of 50 m', () => {
    const cells = fc.nat(FINE.columns * FINE.rows - 1)
    fc.assert(
      fc.property(cells, fc.constantFrom(...COARSER), (at, edge) => {
        const values = new Float64Array(FINE.columns * FINE.rows)
        values[at] = 1
        const { sums } = coarsenUnits(FINE, values, coarsePattern(edge))
        const parts = sums.filter((sum) => sum !== 0)
        expect([[1], [0.5, 0.5]]).toContainEqual([...parts])
      }),
    )
  })
})

describe('a coarser surface', () => {
  it('distributes the cells of 50 m by share of area', () => {
    const values = fc.array(fc.nat(40), {
      minLength: FINE.columns * FINE.rows,
      maxLength: FINE.columns * FINE.rows,
    })
    fc.assert(
      fc.property(values, fc.constantFrom(...COARSER), (numbers, edge) => {
        const { block, sums } = coarsenUnits(FINE, Float64Array.from(numbers), coarsePattern(edge))
        expect(sums.reduce((a, b) => a + b, 0)).toBe(numbers.reduce((a, b) => a + b, 0))
        expect(block.edgeMetres).toBe(edge)
      }),
      { numRuns: 15 },
    )
  })

  it('counts a cell whose centre is a coarse cell’s in that cell only', () => {
    for (const edge of COARSER) {
      for (const cell of [
        { i: 0, j: 2 },
        { i: -1, j: 2 },
      ]) {
        const k = edge / 50
        const fine = { i: k * cell.i, j: (k * (2 * cell.j + (cell.i & 1)) - ((k * cell.i) & 1)) / 2 }
        const block = { ...FINE, i0: fine.i - 3, j0: fine.j - 3 }
        const values = new Float64Array(block.columns * block.rows)
        values[denseIndex(block, fine.i, fine.j)] = 7
        const coarse = coarsenUnits(block, values, coarsePattern(edge))
        const holders = [...coarse.sums.keys()].filter((at) => coarse.sums[at] !== 0)
        expect(holders.map((at) => cellOfDense(coarse.block, at))).toEqual([cell])
      }
    }
  })

  it('is the surface of 50 m itself at 50 m', () => {
    const values = Float64Array.from({ length: FINE.columns * FINE.rows }, (_, k) => k % 11)
    const { block, sums } = coarsenUnits(FINE, values, coarsePattern(50))
    for (let at = 0; at < values.length; at++) {
      const { i, j } = cellOfDense(FINE, at)
      expect(sums[denseIndex(block, i, j)]).toBe(values[at])
    }
  })
})
