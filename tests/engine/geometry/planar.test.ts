import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bufferRegion } from '../../../server/engine/geometry/planar/buffer-region.ts'
import { covers, squaredDistance } from '../../../server/engine/geometry/planar/distance-to-polygon.ts'
import { areaOf, planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import {
  difference,
  intersection,
  polygonRegion,
  regionArea,
  union,
} from '../../../server/engine/geometry/planar/scanline-area.ts'
import { sector } from '../../../server/engine/geometry/planar/sector.ts'
import { createZoneLocator } from '../../../server/engine/geometry/planar/zone-locator.ts'

/** A rectangle far from the origin, as a real city is. */
const [EAST, NORTH] = [674_000, 6_580_000]
const rectangle = (x: number, y: number, width: number, height: number) =>
  planarPolygon({
    type: 'Polygon',
    coordinates: [
      [
        [EAST + x, NORTH + y],
        [EAST + x + width, NORTH + y],
        [EAST + x + width, NORTH + y + height],
        [EAST + x, NORTH + y + height],
        [EAST + x, NORTH + y],
      ],
    ],
  })
const withHole = planarPolygon({
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ],
    [
      [40, 40],
      [40, 60],
      [60, 60],
      [60, 40],
      [40, 40],
    ],
  ],
})

/** A star-shaped polygon round the origin: never crosses itself, usually concave. */
const starPolygon = fc
  .array(fc.double({ min: 20, max: 200, noNaN: true }), { minLength: 3, maxLength: 24 })
  .map((radii) => {
    const ring = radii.map((r, k) => {
      const angle = (2 * Math.PI * k) / radii.length
      return [EAST + r * Math.cos(angle), NORTH + r * Math.sin(angle)]
    })
    return planarPolygon({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] })
  })

describe('distance to a polygon', () => {
  it('is zero inside and on the border, and to a corner beyond it', () => {
    const square = rectangle(0, 0, 100, 100)
    const at = (x: number, y: number) =>
      Math.sqrt(squaredDistance(square, (EAST + x) * 100, (NORTH + y) * 100))
    expect(at(50, 50)).toBe(0)
    expect(at(100, 30)).toBe(0)
    expect(at(0, 0)).toBe(0)
    expect(at(103, 104)).toBe(500)
    expect(at(50, -20)).toBe(2000)
  })

  it('counts a hole as outside and its border as inside', () => {
    expect(covers(withHole, 5000, 5000)).toBe(false)
    expect(covers(withHole, 4000, 5000)).toBe(true)
    expect(squaredDistance(withHole, 5000, 5000)).toBe(1000 ** 2)
  })

  it('agrees with covers at every point', () => {
    fc.assert(
      fc.property(
        starPolygon,
        fc.integer({ min: -25000, max: 25000 }),
        fc.integer({ min: -25000, max: 25000 }),
        (p, dx, dy) => {
          const [x, y] = [EAST * 100 + dx, NORTH * 100 + dy]
          expect(squaredDistance(p, x, y) === 0).toBe(covers(p, x, y))
        },
      ),
    )
  })
})

describe('areas by scan line', () => {
  it('gives polygons with and without holes exactly', () => {
    expect(regionArea(polygonRegion(rectangle(3, 7, 123.45, 67.89)))).toBeCloseTo(123.45 * 67.89, 6)
    expect(regionArea(polygonRegion(withHole))).toBeCloseTo(9600, 6)
  })

  it('gives the buffer of a convex polygon as Steiner’s formula does', () => {
    const r = 100
    const area = regionArea(bufferRegion(rectangle(0, 0, 200, 250), r))
    const steiner = 200 * 250 + 900 * r + Math.PI * r * r
    expect(Math.abs(area / steiner - 1)).toBeLessThan(1e-4)
  })

  it('equals the shoelace area for every simple polygon', () => {
    fc.assert(
      fc.property(starPolygon, (p) => {
        expect(Math.abs(regionArea(polygonRegion(p)) / areaOf(p) - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  it('unites, intersects and subtracts', () => {
    const a = polygonRegion(rectangle(0, 0, 100, 100))
    const b = polygonRegion(rectangle(50, 50, 100, 100))
    expect(regionArea(intersection(a, b))).toBeCloseTo(2500, 6)
    expect(regionArea(union([a, b]))).toBeCloseTo(17500, 6)
    expect(regionArea(difference(a, b))).toBeCloseTo(7500, 6)
  })

  it('keeps the parts of a whole: a ∩ b + a − b = a', () => {
    fc.assert(
      fc.property(starPolygon, starPolygon, fc.integer({ min: 0, max: 120 }), (p, q, radius) => {
        const a = bufferRegion(p, radius)
        const b = polygonRegion(q)
        const parts = regionArea(intersection(a, b)) + regionArea(difference(a, b))
        expect(Math.abs(parts / regionArea(a) - 1)).toBeLessThan(2e-4)
      }),
      { numRuns: 40 },
    )
  })

  it('gives the nominal sector of a camera to 0.1 ‰', () => {
    const view = sector(EAST * 100, NORTH * 100, 30, 60, 50)
    expect(Math.abs(areaOf(view) / ((Math.PI * 2500) / 6) - 1)).toBeLessThan(2e-4)
    const round = sector(EAST * 100, NORTH * 100, 0, 360, 50)
    expect(Math.abs(areaOf(round) / (Math.PI * 2500) - 1)).toBeLessThan(2e-4)
    expect(covers(view, EAST * 100 + 2000, NORTH * 100 + 3464)).toBe(true)
    expect(covers(view, EAST * 100 + 2000, NORTH * 100 - 3464)).toBe(false)
  })
})

describe('zones of a footprint', () => {
  const locator = createZoneLocator(rectangle(0, 0, 200, 250), [100, 250])
  const zone = (x: number, y: number) =>
    locator.zoneAt(Math.round((EAST + x) * 100), Math.round((NORTH + y) * 100))

  it('put a point on the border in the footprint and one at the outer radius in the ring', () => {
    expect(zone(0, 100)).toBe(0)
    expect(zone(-100, 100)).toBe(1)
    expect(zone(-100.01, 100)).toBe(2)
    expect(zone(-250, 100)).toBe(2)
    expect(zone(-250.01, 100)).toBe(-1)
  })

  it('measure to the corner, not to the box', () => {
    expect(zone(-60, -80)).toBe(1)
    expect(zone(-60.01, -80)).toBe(2)
  })

  it('agree with the distance for every point, whatever the raster holds', () => {
    fc.assert(
      fc.property(
        starPolygon,
        fc.array(fc.tuple(fc.integer({ min: -60000, max: 60000 }), fc.integer({ min: -60000, max: 60000 })), {
          minLength: 20,
          maxLength: 60,
        }),
        (p, offsets) => {
          const zones = createZoneLocator(p, [50, 100, 250])
          for (const [dx, dy] of offsets) {
            const [x, y] = [EAST * 100 + dx, NORTH * 100 + dy]
            const square = squaredDistance(p, x, y)
            const expected =
              square === 0
                ? 0
                : square <= 5000 ** 2
                  ? 1
                  : square <= 10000 ** 2
                    ? 2
                    : square <= 25000 ** 2
                      ? 3
                      : -1
            expect(zones.zoneAt(x, y)).toBe(expected)
          }
        },
      ),
    )
  })
})
