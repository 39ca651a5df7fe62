import { booleanPointInPolygon, pointToPolygonDistance, polygon as turfPolygon } from '@turf/turf'
import fc from 'fast-check'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { blockRound, cellAt, cellCentre, cellOfDense } from '../../../server/engine/lattice/lattice.ts'
import { type SiteUnits, siteUnits } from '../../../server/engine/units/site-units.ts'

const [X, Y] = [674_000, 6_580_000] as const
/** Metres of a degree on Turf's sphere; near 0, 0 it is as flat as the plane to a tenth of a millimetre. */
const DEGREE = (6_371_008.8 * Math.PI) / 180

type Point = readonly [x: number, y: number]

function shape(points: readonly Point[]): Polygon {
  return { type: 'Polygon', coordinates: [[...points, points[0]!].map(([x, y]) => [X + x, Y + y])] }
}

function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return shape([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
}

/** Star-shaped, so simple: corners at given distances round a centre, whole centimetres. */
function stars(minReach: number, maxReach: number): fc.Arbitrary<readonly Point[]> {
  const reaches = fc.array(fc.integer({ min: minReach, max: maxReach }), { minLength: 3, maxLength: 9 })
  return fc.tuple(reaches, fc.nat(7500), fc.nat(8660)).map(([corners, dx, dy]) =>
    corners.map((reach, k) => {
      const angle = (2 * Math.PI * k) / corners.length
      return [
        Math.round(dx + 100 * reach * Math.cos(angle)) / 100,
        Math.round(dy + 100 * reach * Math.sin(angle)) / 100,
      ] as const
    }),
  )
}

const keys = (cells: SiteUnits['site']) => cells.map(({ i, j }) => `${i} ${j}`)

/** Every cell near a polygon with its distance as Turf measures it, 0 inside. */
function distances(points: readonly Point[]) {
  const degrees = [...points, points[0]!].map(([x, y]) => [x / DEGREE, y / DEGREE])
  const feature = turfPolygon([degrees])
  const xs = points.map(([x]) => X + x)
  const ys = points.map(([, y]) => Y + y)
  const block = blockRound(
    Math.min(...xs) - 260,
    Math.min(...ys) - 260,
    Math.max(...xs) + 260,
    Math.max(...ys) + 260,
    50,
  )
  return Array.from({ length: block.columns * block.rows }, (_, at) => {
    const cell = cellOfDense(block, at)
    const [x, y] = cellCentre(cell, 50)
    const point = [(x - X) / DEGREE, (y - Y) / DEGREE]
    const metres = booleanPointInPolygon(point, feature)
      ? 0
      : Math.abs(pointToPolygonDistance(point, feature, { units: 'meters' }))
    return { key: `${cell.i} ${cell.j}`, metres }
  })
}

describe('the units of a site', () => {
  it('are the cells within 50 m of a small polygon, in a large one, and rings to 100 and 250 m, as Turf measures', () => {
    fc.assert(
      fc.property(fc.oneof(stars(20, 110), stars(150, 260)), (points) => {
        const units = siteUnits(planarPolygon(shape(points)))
        const reach = units.areaM2 >= 50_000 ? 0 : 50
        expect(units.rule).toBe(reach === 0 ? 'inside' : 'margin')
        const sets = [units.site, ...units.rings].map((cells) => new Set(keys(cells)))
        for (const { key, metres } of distances(points)) {
          if ([0.02, reach, 100, 250].some((border) => Math.abs(metres - border) < 0.02 && metres > 0))
            continue
          const expected = [reach, 100, 250].findIndex((border) => metres <= border)
          expect(sets.map((set) => set.has(key))).toEqual([0, 1, 2].map((zone) => zone === expected))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('cover about the area of a site of 1 ha with its margin', () => {
    const { site, rings } = siteUnits(planarPolygon(rectangle(40, 40, 100, 100)))
    expect(site.length).toBeGreaterThanOrEqual(5)
    expect(site.length).toBeLessThanOrEqual(8)
    expect(rings.map((ring) => ring.length > 0)).toEqual([true, true])
  })

  it('are ordered and unique', () => {
    const { site, rings } = siteUnits(planarPolygon(rectangle(0, 0, 180, 90)))
    for (const cells of [site, ...rings]) {
      expect(cells).toEqual(cells.toSorted((a, b) => a.i - b.i || a.j - b.j))
    }
    const all = keys([...site, ...rings.flat()])
    expect(new Set(all).size).toBe(all.length)
  })

  it('is the cell of an inner point for a large polygon that holds no centre', () => {
    const [x] = cellCentre(cellAt(X, Y, 50), 50)
    const strip = rectangle(x - X + 20, 0, 30, 2000)
    const { site, rings, rule, areaM2 } = siteUnits(planarPolygon(strip))
    expect(areaM2).toBe(60_000)
    expect(rule).toBe('inner-point')
    expect(site).toEqual([cellAt(x + 35, Y + 1000, 50)])
    expect(keys(rings.flat())).not.toContain(keys(site)[0])
  })

  it('finds an inner point also where all parts lie above or below the middle', () => {
    const [x] = cellCentre(cellAt(X, Y, 50), 50)
    const parts: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        rectangle(x - X + 20, 0, 30, 900).coordinates,
        rectangle(x - X + 20, 1100, 30, 900).coordinates,
      ],
    }
    expect(siteUnits(planarPolygon(parts)).site).toEqual([cellAt(x + 35, Y + 450, 50)])
  })
})
