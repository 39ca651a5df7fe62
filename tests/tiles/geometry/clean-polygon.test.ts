import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanPolygon } from '../../../tiles/geometry/clean-polygon.ts'
import { clipRing } from '../../../tiles/geometry/clip-ring.ts'
import { doubledArea, type Ring, ringHolds } from '../../../tiles/geometry/ring.ts'
import { polygonProblems } from '../../support/mvt/polygon-problems.ts'

const square = (x: number, y: number, size: number): Ring => [
  x,
  y,
  x + size,
  y,
  x + size,
  y + size,
  x,
  y + size,
]

/** Rings of up to 12 points that cross themselves and each other as they like. */
const ringsWithin = (width: number, height = width) =>
  fc.array(
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: width }), fc.integer({ min: 0, max: height })), {
        minLength: 3,
        maxLength: 12,
      })
      .map((points) => points.flat()),
    { minLength: 1, maxLength: 4 },
  )
const anyRings = ringsWithin(60)

const insideOdd = (rings: readonly Ring[], x: number, y: number) =>
  rings.filter((ring) => ring.length >= 6 && ringHolds(ring, x, y)).length % 2 === 1

/** Whether a point is within a distance of any border. */
function nearBorder(rings: readonly Ring[], x: number, y: number, distance: number): boolean {
  return rings.some((ring) => {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [ax, ay] = [ring[before]!, ring[before + 1]!]
      const [dx, dy] = [ring[at]! - ax, ring[at + 1]! - ay]
      const length = dx * dx + dy * dy
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
      if (Math.hypot(x - ax - share * dx, y - ay - share * dy) <= distance) return true
    }
    return false
  })
}

describe('cleanPolygon', () => {
  it('gives a square back, turned so that its area is positive', () => {
    const [polygon] = cleanPolygon([[0, 0, 0, 10, 10, 10, 10, 0]])
    expect(polygon).toHaveLength(1)
    expect(doubledArea(polygon![0])).toBe(200)
  })

  it('keeps a hole, with negative area', () => {
    const [polygon] = cleanPolygon([square(0, 0, 10), square(2, 2, 4)])
    expect(polygon!.map(doubledArea)).toEqual([200, -32])
  })

  it('makes an island in a hole a polygon of its own', () => {
    const polygons = cleanPolygon([square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)])
    expect(polygons.map((polygon) => polygon.map(doubledArea))).toEqual([[200, -72], [8]])
  })

  it('splits a bow tie into two triangles', () => {
    const polygons = cleanPolygon([[0, 0, 10, 10, 10, 0, 0, 10]])
    expect(polygons.map((polygon) => doubledArea(polygon[0]))).toEqual([50, 50])
  })

  it('removes a corridor of zero width', () => {
    const polygons = cleanPolygon([
      [0, 0, 4, 0, 4, 2, 8, 2, 8, 0, 12, 0, 12, 4, 8, 4, 8, 2, 4, 2, 4, 4, 0, 4],
    ])
    expect(polygons.map((polygon) => doubledArea(polygon[0]))).toEqual([32, 32])
  })

  it('gives nothing for a ring of zero area', () => {
    expect(cleanPolygon([[0, 0, 5, 5, 10, 10]])).toEqual([])
  })

  it('gives valid polygons for any rings', () => {
    fc.assert(
      fc.property(anyRings, (rings) => {
        expect(cleanPolygon(rings).flatMap(polygonProblems)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('gives valid polygons where lines run close together for long', () => {
    const long: Ring[] = [
      [0, 30, 1, 30, 42, 27],
      [3, 30, 35, 27, 13, 32, 0, 0],
    ]
    expect(cleanPolygon(long).flatMap(polygonProblems)).toEqual([])
    fc.assert(
      fc.property(ringsWithin(4000, 4), (rings) => {
        expect(cleanPolygon(rings).flatMap(polygonProblems)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('covers the region inside an odd number of rings, up to rounding', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }))
    fc.assert(
      fc.property(ringsWithin(4000), fc.array(point, { minLength: 20, maxLength: 20 }), (rings, points) => {
        const cleaned = cleanPolygon(rings).flat()
        for (const [wholeX, wholeY] of points) {
          const x = wholeX + 0.013
          const y = wholeY + 0.017
          if (nearBorder(rings, x, y, 2)) continue
          expect(insideOdd(cleaned, x, y)).toBe(insideOdd(rings, x, y))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('clipRing with cleanPolygon', () => {
  const box = { minX: 10, minY: 10, maxX: 40, maxY: 40 }

  it('splits a comb at the box, without bridges along the border', () => {
    const comb: Ring = [0, 12, 30, 12, 30, 16, 4, 16, 4, 24, 30, 24, 30, 28, 0, 28]
    const polygons = cleanPolygon([clipRing(comb, box)])
    expect(polygons.map((polygon) => doubledArea(polygon[0]))).toEqual([160, 160])
  })

  it('gives the box for a ring around it, and nothing for a ring outside it', () => {
    expect(doubledArea(cleanPolygon([clipRing(square(0, 0, 60), box)])[0]![0])).toBe(1800)
    expect(clipRing(square(50, 50, 5), box)).toEqual([])
  })

  it('gives valid polygons within the box for any rings', () => {
    fc.assert(
      fc.property(anyRings, (rings) => {
        const polygons = cleanPolygon(rings.map((ring) => clipRing(ring, box)))
        expect(polygons.flatMap(polygonProblems)).toEqual([])
        for (const number of polygons.flat(2)) expect(number >= 10 && number <= 40).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
