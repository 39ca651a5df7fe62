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

  it('is refused, not worked at for minutes, when it crosses itself thousands of times', () => {
    expect(() => parseFootprint({ type: 'Polygon', coordinates: [star(1001)] }, projection)).toThrow(
      expect.objectContaining({
        code: 'invalid-geometry',
        message: expect.stringContaining(`at most ${MAX_CROSSINGS} times`),
      }),
    )
  })
})

describe('countConflicts', () => {
  const planar = (points: number) => [[star(points).map(([x, y]) => [x! * 100_000, y! * 100_000])]]

  it('finds the n(n − 3)/2 crossings of a star with n points', () => {
    for (const points of [5, 7, 9]) {
      expect(countConflicts(planar(points), 1000)).toBe((points * (points - 3)) / 2)
    }
  })

  it('stops at enough', () => {
    expect(countConflicts(planar(1001), 17)).toBe(17)
  })
})
