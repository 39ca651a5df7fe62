import { bearing, distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { angleTo, handlesOf, placeAt, sectorOf, towards } from '../../web/registers/sector.ts'

const SQUARE = [18.065, 59.3325] as const

describe('what a camera sees', () => {
  it.each([0, 45, 90, 200, 359])('reaches as far and in the direction %i as a sphere has it', (degrees) => {
    const place = placeAt(SQUARE, degrees, 80)
    expect(distance([...SQUARE], [...place], { units: 'meters' })).toBeCloseTo(80, 1)
    expect((bearing([...SQUARE], [...place]) + 360) % 360).toBeCloseTo(degrees, 1)
    const back = towards(SQUARE, place)
    expect([back.bearing, back.metres]).toEqual([expect.closeTo(degrees, 6), expect.closeTo(80, 6)])
  })

  it('is a sector from the camera where direction and angle are known, and closes', () => {
    const view = { directionDegrees: 90, viewDegrees: 60, rangeMetres: 50 }
    const [ring = []] = sectorOf(SQUARE, view).coordinates
    expect(ring[0]).toEqual([...SQUARE])
    expect(ring.at(-1)).toEqual([...SQUARE])
    const bearings = ring.slice(1, -1).map(([lon = 0, lat = 0]) => towards(SQUARE, [lon, lat]).bearing)
    expect([Math.min(...bearings), Math.max(...bearings)]).toEqual([
      expect.closeTo(60, 6),
      expect.closeTo(120, 6),
    ])
  })

  it('is a circle where its direction is unknown', () => {
    const view = { directionDegrees: null, viewDegrees: 60, rangeMetres: 50 }
    const [ring = []] = sectorOf(SQUARE, view).coordinates
    for (const [lon = 0, lat = 0] of ring) expect(towards(SQUARE, [lon, lat]).metres).toBeCloseTo(50, 6)
  })

  it('opens as far as its edge is drawn, on both sides of north', () => {
    expect(angleTo(90, 120)).toBe(60)
    expect(angleTo(350, 20)).toBe(60)
    expect(angleTo(10, 340)).toBe(60)
    expect(angleTo(0, 180)).toBe(360)
    const view = { directionDegrees: 350, viewDegrees: 60, rangeMetres: 40 }
    const { middle, edge } = handlesOf(SQUARE, view)
    expect(towards(SQUARE, middle).bearing).toBeCloseTo(350, 6)
    expect(angleTo(350, towards(SQUARE, edge).bearing)).toBe(60)
  })
})
