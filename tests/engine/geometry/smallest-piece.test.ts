import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { smallestPieceM2 } from '../../../server/engine/geometry/planar/smallest-piece.ts'
import { planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'

/** Of rings whose corners are metres; the first is the shell, holes wind the other way. */
const minimum = (...rings: readonly (readonly [number, number])[][]): number =>
  smallestPieceM2(
    planarPolygon({
      type: 'Polygon',
      coordinates: rings.map((ring) => [...ring, ring[0]!] as unknown as Position[]),
    }),
  )

/** A square of 120 m with a house of 10 m far away, joined by a corridor of some width. */
const withHouse = (width: number) =>
  minimum([
    [0, 0],
    [120, 0],
    [120, 60],
    [500, 60],
    [500, 55],
    [510, 55],
    [510, 65 + width],
    [500, 65 + width],
    [500, 60 + width],
    [120, 60 + width],
    [120, 120],
    [0, 120],
  ])

describe('the smallest piece of a polygon', () => {
  it('is the whole where nothing is narrow', () => {
    expect(
      minimum([
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ]),
    ).toBe(10_000)
    // A street of 8 m that bends.
    const street = minimum([
      [0, 0],
      [700, 0],
      [700, 700],
      [692, 700],
      [692, 8],
      [0, 8],
    ])
    expect(street).toBe(700 * 8 + 692 * 8)
  })

  it('is the whole at any rotation, with sharp corners and a hole', () => {
    for (let degrees = 0; degrees < 180; degrees += 15) {
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      const turned = (ring: readonly (readonly [number, number])[]) =>
        ring.map(([x, y]): [number, number] => [x * cos - y * sin, x * sin + y * cos])
      const triangle = turned([
        [0, 0],
        [300, 0],
        [250, 120],
      ])
      const hole = turned([
        [200, 30],
        [200, 50],
        [220, 50],
        [220, 30],
      ])
      expect(minimum(triangle, hole)).toBeCloseTo(18_000 - 400, -1)
    }
  })

  it('is the house at the end of a narrow corridor, unless that is as wide as a street', () => {
    expect(withHouse(0.01)).toBe(0)
    expect(withHouse(4)).toBe(0)
    expect(withHouse(8)).toBeGreaterThan(14_400)
  })

  it('is the smaller of two rooms with a narrow door between them', () => {
    const rooms = minimum([
      [0, 0],
      [120, 0],
      [120, 50],
      [130, 50],
      [130, 0],
      [170, 0],
      [170, 100],
      [130, 100],
      [130, 54],
      [120, 54],
      [120, 120],
      [0, 120],
    ])
    expect(rooms).toBeGreaterThan(3000)
    expect(rooms).toBeLessThan(4000)
  })

  it('is zero where a thread passes, or a spike reaches, an address', () => {
    const square = (x: number): [number, number][] => [
      [x, 50],
      [x, 0],
      [x + 120, 0],
      [x + 120, 50],
    ]
    const pair = minimum([
      ...square(0),
      ...square(400),
      [520, 120],
      [400, 120],
      [400, 50.01],
      [120, 50.01],
      [120, 120],
      [0, 120],
    ])
    expect(pair).toBe(0)
    const spiked = minimum([
      [0, 0],
      [120, 0],
      [120, 60],
      [200, 60],
      [120, 60.01],
      [120, 120],
      [0, 120],
    ])
    expect(spiked).toBe(0)
  })

  it('is zero for a narrow frame', () => {
    const frame = minimum(
      [
        [0, 0],
        [1000, 0],
        [1000, 1000],
        [0, 1000],
      ],
      [
        [4, 4],
        [4, 996],
        [996, 996],
        [996, 4],
      ],
    )
    expect(frame).toBe(0)
  })
})
