import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConverter, extended } from '../../../server/engine/projection/converter.ts'
import { coordinateSystem } from '../../../server/engine/projection/coordinate-systems.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { createTransform } from '../../../server/engine/projection/transform.ts'
import { worldXOf, worldYOf } from '../../../server/engine/projection/web-mercator.ts'

const SYSTEMS = [3006, 3011, 26916, 27700] as const

describe('the projection', () => {
  it('converts 59.3325 N 18.0650 E to the published coordinates of the Swedish systems', () => {
    const decimetres = (point: readonly [number, number] | null) => point?.map((m) => Math.round(m * 10) / 10)
    expect(decimetres(createProjection(3006).toPlanar(18.065, 59.3325))).toEqual([674_350.8, 6_581_089.7])
    expect(decimetres(createProjection(3011).toPlanar(18.065, 59.3325))).toEqual([153_699.8, 6_579_710.7])
  })

  it('rounds to whole centimetres', () => {
    const [x, y] = createProjection(3006).toPlanar(18.0651234, 59.3325678)!
    expect([x, y]).toEqual([Math.round(x * 100) / 100, Math.round(y * 100) / 100])
  })

  it.each([
    [0, 0],
    [-87.6, 41.9],
    [18, 91],
    [Number.NaN, 59],
    [18, Infinity],
  ])('has no position in Sweden for %f E %f N', (lon, lat) => {
    expect(createProjection(3006).toPlanar(lon, lat)).toBeNull()
  })

  it('round-trips to the same 7 decimals or the same centimetre', () => {
    const projection = createProjection(3006)
    fc.assert(
      fc.property(
        fc.double({ min: 11, max: 24, noNaN: true }),
        fc.double({ min: 55, max: 69, noNaN: true }),
        (lon, lat) => {
          const [x, y] = projection.toPlanar(lon, lat)!
          const [lonBack, latBack] = projection.toWgs84(x, y)
          expect(Math.abs(lonBack - lon)).toBeLessThan(3e-7)
          expect(Math.abs(latBack - lat)).toBeLessThan(2e-7)
        },
      ),
    )
  })

  it.each([
    [3857, /Web Mercator/],
    [4326, /not projected in metres/],
    [2263, /not projected in metres/],
    [1, /not a coordinate system/],
    [3.5, /not a coordinate system/],
  ])('refuses EPSG:%d as a city’s system', (srid, message) => {
    expect(() => createProjection(srid)).toThrow(message)
    expect(() => createProjection(srid)).toThrow(expect.objectContaining({ code: 'invalid-setting' }))
  })
})

describe.each(SYSTEMS)('the world position in EPSG:%d', (srid) => {
  const system = coordinateSystem(srid)
  const [west, south, east, north] = system.bounds
  const lon = fc.double({ min: west, max: east, noNaN: true })
  const lat = fc.double({ min: south, max: Math.min(north, 75), noNaN: true })

  it('differs from the exact one by less than a tenth of a world unit (1 mm)', () => {
    const projection = createProjection(srid)
    const { inverse } = createConverter(extended(system))
    fc.assert(
      fc.property(lon, lat, (atLon, atLat) => {
        const [x, y] = projection.toPlanar(atLon, atLat)!
        const [exactLon, exactLat] = inverse(x, y)
        const [worldX, worldY] = projection.toWorld(x, y)
        expect(Math.abs(worldX - worldXOf(exactLon))).toBeLessThan(0.1)
        expect(Math.abs(worldY - worldYOf(exactLat))).toBeLessThan(0.1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('does not depend on earlier calls', () => {
    const requested = createProjection(srid)
    const [x, y] = requested.toPlanar((west + east) / 2, (south + north) / 2)!
    const expected = createProjection(srid).toWorld(x, y)
    for (let step = -50; step <= 50; step++) requested.toWorld(x + step * 3_777, y - step * 2_345)
    expect(requested.toWorld(x, y)).toEqual(expected)
  })
})

describe('a transform for imports', () => {
  it('gives the same centimetre from degrees and from another system in metres', () => {
    const fromDegrees = createTransform(4326, 3006)(18.065, 59.3325)!
    const fromLocal = createTransform(3011, 3006)(153_699.8, 6_579_710.7)!
    expect(Math.hypot(fromDegrees[0] - fromLocal[0], fromDegrees[1] - fromLocal[1])).toBeLessThan(0.1)
  })

  it('keeps positions of the city’s system, rounded to centimetres', () => {
    expect(createTransform(3006, 3006)(674_350.804, 6_581_089.696)).toEqual([674_350.8, 6_581_089.7])
  })

  it('has no result for swapped axes', () => {
    expect(createTransform(4326, 3006)(59.3325, 18.065)).toBeNull()
    expect(createTransform(3006, 3006)(6_581_089.7, 674_350.8)).toBeNull()
  })
})
