import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDistricts } from '../../../server/engine/disclosure/merge-districts.ts'
import { neighbourhood } from '../../../server/engine/disclosure/shared-border.ts'
import { planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { rectangle } from '../../support/cities/rectangle.ts'

const box = (...sides: Parameters<typeof rectangle>) => planarPolygon(rectangle(...sides))

const district = (id: number, residents: number | null, polygon: ReturnType<typeof box>) => {
  return { id, residents, polygon }
}

describe('the border of two areas', () => {
  it('is measured where they run along each other, whatever their vertices', () => {
    const { borderMetres, distanceMetres } = neighbourhood(box(0, 0, 1000, 1000), box(1000, 300, 500, 2000))
    expect(borderMetres).toBeCloseTo(700, -1)
    expect(distanceMetres).toBe(0)
  })

  it('is zero across water', () => {
    const { borderMetres, distanceMetres } = neighbourhood(box(0, 0, 1000, 1000), box(1200, 0, 500, 500))
    expect(borderMetres).toBe(0)
    expect(distanceMetres).toBeCloseTo(200, 0)
  })
})

describe('districts of fewer than 2,000 residents', () => {
  it('are merged with the neighbour of the longest border', () => {
    const merged = mergeDistricts([
      district(1, 1999, box(0, 0, 1000, 1000)),
      district(2, 9000, box(1000, 0, 1000, 300)),
      district(3, 2000, box(0, 1000, 1000, 1000)),
    ])
    expect(merged).toEqual([[2], [1, 3]])
  })

  it('are merged with the nearest without a border, until they have 2,000', () => {
    const merged = mergeDistricts([
      district(1, 500, box(0, 0, 100, 100)),
      district(2, null, box(300, 0, 100, 100)),
      district(3, 5000, box(1000, 0, 1000, 1000)),
    ])
    expect(merged).toEqual([[1, 2, 3]])
  })

  it('form no area when there are fewer than 2,000 in all', () => {
    expect(mergeDistricts([district(1, 1999, box(0, 0, 100, 100))])).toEqual([])
    expect(mergeDistricts([])).toEqual([])
  })

  it('form the same areas in any order, each of at least 2,000 and covering all residents', () => {
    const cells = Array.from({ length: 9 }, (_, k) => box((k % 3) * 500, Math.floor(k / 3) * 500, 500, 500))
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 9, maxLength: 9 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }),
        (residents, order) => {
          const districts = residents.map((people, k) => district(k + 1, people, cells[k]!))
          const merged = mergeDistricts(districts)
          expect(mergeDistricts(order.map((k) => districts[k]!))).toEqual(merged)
          const enough = residents.reduce((a, b) => a + b, 0) >= 2000
          expect(merged.flat().toSorted((a, b) => a - b)).toEqual(enough ? districts.map(({ id }) => id) : [])
          for (const ids of merged) {
            expect(ids.reduce((sum, id) => sum + residents[id - 1]!, 0)).toBeGreaterThanOrEqual(2000)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
