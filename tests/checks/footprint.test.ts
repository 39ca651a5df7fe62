import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { MAX_CROSSINGS, parseFootprint } from '../../server/checks/footprint.ts'
import { countConflicts } from '../../server/engine/geometry/repair.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'

const projection = createProjection(3006)

/** A star of `points` points (odd) in Stockholm, every edge of which crosses nearly every other. */
function star(points: number): Position[] {
  const step = (Math.floor(points / 2) * 2 * Math.PI) / points
  const corners = Array.from({ length: points }, (_, k) => [
    18.06 + 0.008 * Math.cos(k * step),
    59.33 + 0.004 * Math.sin(k * step),
  ])
  return [...corners, corners[0]!]
}

describe('an outline that crosses itself', () => {
  it('is repaired with a notice', () => {
    const { notices, geometry } = parseFootprint({ type: 'Polygon', coordinates: [star(5)] }, projection)
    expect(notices).toHaveLength(1)
    expect(parseFootprint(geometry, projection).notices).toEqual([])
  })

  it('is refused quickly when it crosses itself thousands of times', () => {
    expect(() => parseFootprint({ type: 'Polygon', coordinates: [star(1001)] }, projection)).toThrow(
      expect.objectContaining({
        code: 'invalid-geometry',
        message: expect.stringContaining(`at most ${MAX_CROSSINGS} times`),
      }),
    )
  })
})

describe('wrongly nested rings', () => {
  const square = (lon: number, lat: number, side: number): Position[] => [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ]
  const shell = square(18.06, 59.3, 0.01)
  const area = (...polygons: Position[][][]) =>
    parseFootprint({ type: 'MultiPolygon', coordinates: polygons }, projection)

  it.each<[string, Position[][][], RegExp]>([
    ['a hole outside', [[shell, square(18.09, 59.3, 0.002)]], /hole lay outside/],
    [
      'a hole in a hole',
      [[shell, square(18.062, 59.302, 0.004), square(18.063, 59.303, 0.001)]],
      /within another/,
    ],
    ['a part in another', [[shell], [square(18.062, 59.302, 0.001)]], /counts once/],
  ])('are repaired with a notice, and the result needs no further repair: %s', (_, polygons, notice) => {
    const found = area(...polygons)
    expect(found.notices).toEqual([{ sv: expect.any(String), en: expect.stringMatching(notice) }])
    expect(parseFootprint(found.geometry, projection)).toMatchObject({ notices: [], areaM2: found.areaM2 })
  })

  it('keep the shell’s area when a hole lies outside it', () => {
    const whole = area([shell]).areaM2
    expect(area([shell, square(18.09, 59.3, 0.002)]).areaM2).toBeCloseTo(whole, 3)
    expect(whole).toBeCloseTo(634_575, -1)
  })
})

describe('countConflicts', () => {
  const planar = (points: number) => [[star(points).map(([x, y]) => [x! * 100_000, y! * 100_000])]]

  it('finds the n(n − 3)/2 crossings of a star with n points', () => {
    for (const points of [5, 7, 9]) {
      expect(countConflicts(planar(points), 1000)).toBe((points * (points - 3)) / 2)
    }
  })

  it('stops at the given limit', () => {
    expect(countConflicts(planar(1001), 17)).toBe(17)
  })
})
