import { describe, expect, it } from 'vitest'
import { createFrame, mostlyOnLand } from '../../../server/engine/geometry/footprint-frame.ts'
import { polygonOfRings } from '../../../server/engine/geometry/planar/planar-polygon.ts'

/** Land in the western 500 m of a square kilometre, on squares of 10 m. */
const SIZE = 100
const RASTER = {
  minX: 0,
  minY: 0,
  stepCm: 1000,
  columns: SIZE,
  rows: SIZE,
  land: Uint8Array.from({ length: SIZE * SIZE }, (_, at) => (at % SIZE < SIZE / 2 ? 1 : 0)),
  density: null,
}
const SITE = [
  [0, 0],
  [10_000, 0],
  [10_000, 10_000],
  [0, 10_000],
]
const frame = createFrame(polygonOfRings([SITE]))
const onLand = (eastOfShoreMetres: number, quarterTurn = false) =>
  mostlyOnLand(frame, RASTER, {
    x: 45_000 + 100 * eastOfShoreMetres,
    y: 50_000,
    cos: quarterTurn ? 0 : 1,
    sin: quarterTurn ? 1 : 0,
  })

describe('a place of the footprint’s shape', () => {
  it('counts as land while at most 5 % of it lies in the water', () => {
    expect([onLand(0), onLand(3), onLand(8), onLand(50)]).toEqual([true, true, false, false])
  })

  it('is turned before it is laid on the land', () => {
    expect([onLand(3, true), onLand(8, true)]).toEqual([true, false])
  })

  it('does not reach beyond the raster', () => {
    expect(onLand(-50)).toBe(true)
    expect(mostlyOnLand(frame, RASTER, { x: -4000, y: 50_000, cos: 1, sin: 0 })).toBe(false)
  })
})
