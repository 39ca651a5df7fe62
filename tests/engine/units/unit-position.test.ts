import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShelter } from '../../../server/engine/disclosure/sheltered.ts'
import { cellAt, cellCentre } from '../../../server/engine/lattice/lattice.ts'
import { compileFilter } from '../../../server/engine/snapshot/compile-filter.ts'
import type { Cell } from '../../../server/engine/statistics/surface-types.ts'
import { isUnitPosition, unitPosition } from '../../../server/engine/units/unit-position.ts'
import { computeSurface } from '../../../server/engine/statistics/surface.ts'
import { hexCity } from '../../support/cities/hex-city.ts'
import { makeFilter, makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const cells = fc.record({
  i: fc.integer({ min: -20_000, max: 20_000 }),
  j: fc.integer({ min: -100_000, max: 100_000 }),
})

describe('the position of an incident known as a sum of a cell', () => {
  it('lies in its cell and is recognisable', () => {
    fc.assert(
      fc.property(
        cells,
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        (cell, dx, dy) => {
          const { xCm, yCm } = unitPosition(cell)
          expect(cellAt(xCm / 100, yCm / 100, 50)).toEqual(cell)
          expect(isUnitPosition(xCm, yCm)).toBe(true)
          expect(isUnitPosition(xCm + dx, yCm + dy)).toBe(dx === 0 && dy === 0)
        },
      ),
    )
  })

  it('gives every coarser hexagon the same number of cells', () => {
    const inHexagon = new Map<string, number>()
    for (const edge of [100, 200, 400]) {
      inHexagon.clear()
      const [i0, j0] = [8900, 76_000]
      for (let i = i0; i < i0 + 120; i++) {
        for (let j = j0; j < j0 + 120; j++) {
          const { xCm, yCm } = unitPosition({ i, j })
          const coarse = cellAt(xCm / 100, yCm / 100, edge)
          if (isWithin(coarse, edge, i0, j0)) {
            const key = `${coarse.i},${coarse.j}`
            inHexagon.set(key, (inHexagon.get(key) ?? 0) + 1)
          }
        }
      }
      expect(inHexagon.size).toBeGreaterThan(20)
      expect(new Set(inHexagon.values())).toEqual(new Set([(edge / 50) ** 2]))
    }
  })
})

/** Whether a hexagon lies wholly within the block of 120 × 120 cells. */
function isWithin(coarse: Cell, edge: number, i0: number, j0: number): boolean {
  const [x, y] = cellCentre(coarse, edge)
  const [west, south] = cellCentre({ i: i0, j: j0 }, 50)
  const [east, north] = cellCentre({ i: i0 + 119, j: j0 + 119 }, 50)
  return x - 2 * edge > west && x + 2 * edge < east && y - 2 * edge > south && y + 2 * edge < north
}

describe('figures that depend on positions', () => {
  const filter = compileFilter(makeFilter(), { zone: STOCKHOLM, sourceIds: ['test'] })
  const city = hexCity(3, 3)
  const middle = { i: city.i0 + 1, j: city.j0 + 1 }
  const [x, y] = cellCentre(middle, city.edgeMetres)
  const sum = unitPosition(cellAt(x, y, 50))
  const dominanceOf = (rows: readonly TestRow[]) => {
    const { cells: disclosed } = computeSurface([makeSegment(rows)], filter, city, 'area')
    const at = disclosed.i.findIndex((i, k) => i === middle.i && disclosed.j[k] === middle.j)
    return disclosed.dominance[at]!
  }

  it('do not count the sum of a cell as one position', () => {
    const summed = { x: sum.xCm / 100, y: sum.yCm / 100, weight: 5 }
    const elsewhere = { x: x + 60, y }
    expect(dominanceOf([summed])).toBeNaN()
    expect(dominanceOf([summed, elsewhere, elsewhere])).toBeNaN()
    expect(dominanceOf([{ ...elsewhere, weight: 15 }, summed])).toBe(0.75)
    expect(dominanceOf([elsewhere])).toBe(1)
  })

  it('treat a cell that reaches within 50 m of premises as sheltered', () => {
    const [east, north] = [sum.xCm, sum.yCm]
    const schoolAt = (metres: number) =>
      createShelter([
        { kind: 'school', planar: { type: 'Point', coordinates: [east / 100 + metres, north / 100] } },
      ])
    expect(schoolAt(99)(east, north)).toBe(true)
    expect(schoolAt(105)(east, north)).toBe(false)
    expect(schoolAt(99)(east + 1, north)).toBe(false)
    expect(schoolAt(49)(east + 1, north)).toBe(true)
  })
})
