import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConverter } from '../../../server/engine/projection/converter.ts'
import { coordinateSystem } from '../../../server/engine/projection/coordinate-systems.ts'
import { createTransform } from '../../../server/engine/projection/transform.ts'
import { metresBetween } from './metres-between.ts'

describe('a coordinate system of the built-in definitions', () => {
  it.each([
    ['RT 90 2.5 gon V, with its rotations', 3021, [1_627_258.52, 6_579_261.19], [18.04, 59.315], 0.5],
    ['RD New, at Amersfoort', 28992, [155_000, 463_000], [5.387_206_21, 52.155_174_4], 0.5],
    ['Krovak East North, at its cone', 5514, [-743_000, -1_043_000], [14.42, 50.087], 2000],
  ] as const)('knows %s', (_, srid, [x, y], place, metres) => {
    expect(metresBetween(createConverter(coordinateSystem(srid)).inverse(x, y), place)).toBeLessThan(metres)
  })

  it('uses the transformation of the area: ED50 is shifted differently in Spain and in Sweden', () => {
    const { operations, forward } = { ...coordinateSystem(4230), ...createConverter(coordinateSystem(4230)) }
    expect(operations.length).toBeGreaterThan(10)
    const shiftAt = (lon: number, lat: number) => metresBetween(forward(lon, lat), [lon, lat])
    expect(shiftAt(-3.7, 40.41)).toBeCloseTo(171.8, 0)
    expect(shiftAt(18.06, 59.34)).toBeCloseTo(77.6, 0)
  })

  it('has no result where no operation is published', () => {
    expect(createConverter(coordinateSystem(4230)).forward(24, 32.8)).toEqual([Number.NaN, Number.NaN])
    expect(createTransform(4230, 25_835)(24, 32.8)).toBeNull()
  })

  it('leaves heights out: SWEREF 99 TM with RH 2000 is SWEREF 99 TM', () => {
    expect(coordinateSystem(5845)).toEqual(coordinateSystem(3006))
  })

  it('reads feet as feet', () => {
    const fromFeet = createConverter(coordinateSystem(2263)).inverse(984_250, 0)
    expect(metresBetween(fromFeet, [-74, 40 + 10 / 60])).toBeLessThan(0.01)
    expect(coordinateSystem(2263).metric).toBe(false)
  })

  it.each([
    [
      3027,
      /EPSG:3027 \(RT38 2\.5 gon V\) is not read: .*WGS 84 is published.*Convert to WGS 84 \(EPSG:4326\)/,
    ],
    [999_999, /EPSG:999999 is not a coordinate system/],
  ])('refuses EPSG:%d by name, with an alternative', (srid, message) => {
    expect(() => coordinateSystem(srid)).toThrow(message)
  })

  it.each([3006, 3011, 3021, 3067, 23_030, 25_832, 27_700, 28_992, 2056, 5514, 3844, 31_467, 5186, 2263])(
    'round-trips positions in EPSG:%d',
    (srid) => {
      const system = coordinateSystem(srid)
      const { forward, inverse } = createConverter(system)
      const [west, south, east, north] = system.bounds
      const lon = fc.double({ min: west, max: east, noNaN: true })
      const lat = fc.double({ min: south, max: north, noNaN: true })
      fc.assert(
        fc.property(lon, lat, (atLon, atLat) => {
          const there = forward(atLon, atLat)
          fc.pre(Number.isFinite(there[0]))
          const back = inverse(...there)
          // Within some metres of a border of operations the way back may take the neighbour's.
          if (system.operations.length === 1) expect(metresBetween(back, [atLon, atLat])).toBeLessThan(0.01)
          else expect(metresBetween(back, [atLon, atLat])).toBeLessThan(25)
        }),
      )
    },
  )
})
