import { describe, expect, it } from 'vitest'
import { createConverter } from '../../../server/engine/projection/converter.ts'
import { coordinateSystem } from '../../../server/engine/projection/coordinate-systems.ts'
import { type CityBounds, likelySystems } from '../../../server/engine/projection/likely-systems.ts'

const STOCKHOLM: CityBounds = { srid: 3006, bounds: [17.9, 59.25, 18.2, 59.4] }
const MADRID: CityBounds = { srid: 25830, bounds: [-3.83, 40.31, -3.52, 40.56] }
const SWEDEN: CityBounds = { srid: 3006, bounds: coordinateSystem(3006).bounds }

/** Some places of a city as they stand in a system. */
const placesIn = (srid: number, { bounds: [west, south, east, north] }: CityBounds) =>
  [0.3, 0.5, 0.7].map((share) =>
    createConverter(coordinateSystem(srid)).forward(
      west + share * (east - west),
      south + share * (north - south),
    ),
  )
const exchanged = (points: readonly (readonly [number, number])[]) => points.map(([x, y]) => [y, x] as const)

describe('the likely systems of positions', () => {
  it.each([4326, 3006, 3011, 3021, 25_834, 3857])(
    'begin with EPSG:%d, which puts them in Stockholm',
    (srid) => {
      const [first] = likelySystems(placesIn(srid, STOCKHOLM), STOCKHOLM)
      expect(first).toMatchObject({ srid, swapped: false, inside: 1, rank: 1 })
      expect(first!.reason.en).toContain('3 of 3 positions lie in the city when read as')
    },
  )

  it.each([4326, 3006, 3011])('find northings before eastings in EPSG:%d', (srid) => {
    const [first] = likelySystems(exchanged(placesIn(srid, STOCKHOLM)), STOCKHOLM)
    expect(first).toMatchObject({ srid, swapped: true })
    expect(first!.reason.en).toContain('exchanged')
  })

  it('put the city’s own system before neighbouring systems with nearly the same positions', () => {
    const found = likelySystems(placesIn(25_830, MADRID), MADRID)
    expect(found[0]).toMatchObject({ srid: 25_830, rank: 1 })
    expect(found.map(({ srid }) => srid)).toContain(32_630)
  })

  it('rank the local zones equally while a city has no study area', () => {
    const first = likelySystems(placesIn(3011, STOCKHOLM), SWEDEN).filter(({ rank }) => rank === 1)
    expect(first.length).toBeGreaterThan(1)
    expect(first.every(({ srid }) => srid >= 3007 && srid <= 3018)).toBe(true)
  })

  it('are the common systems nearest to the city when no system puts the positions in it', () => {
    const north: CityBounds = { ...STOCKHOLM, bounds: [17.9, 59.55, 18.2, 59.7] }
    const found = likelySystems(placesIn(3011, north), STOCKHOLM)
    expect(found[0]).toMatchObject({ srid: 3011, swapped: false, inside: 0, rank: 1 })
    expect(found.every(({ inside }) => inside < 0.3)).toBe(true)
  })

  it('include some positions in degrees, spread over the file', () => {
    const many = Array.from({ length: 1000 }, (_, k) => placesIn(3006, STOCKHOLM)[k < 500 ? 0 : 2]!)
    const [first] = likelySystems(many, STOCKHOLM)
    expect(first!.points.length).toBeLessThanOrEqual(40)
    expect(new Set(first!.points.map(([lon]) => lon.toFixed(2)))).toEqual(new Set(['17.99', '18.11']))
  })

  it.each([[[[5, 5]]], [[[1e9, -1e9]]], [[[Number.NaN, 0]]], [[]]] as const)('are none for %j', (points) => {
    expect(likelySystems(points as never, STOCKHOLM)).toEqual([])
  })
})
