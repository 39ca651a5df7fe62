import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { cityGround } from '../../../server/engine/projection/city-ground.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { placeInCity } from '../../../server/engine/projection/place-in-city.ts'

const { toWgs84 } = createProjection(3006)
const square = (x: number, y: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
})
/** A city of 20 × 20 km with a lake of 4 × 4 km in its north-west. */
const CITY = {
  srid: 3006,
  ground: cityGround([square(660_000, 6_570_000, 20_000)], [square(662_000, 6_584_000, 4000)], 20_000),
}
/** Ten positions 100 m apart. */
const at = (east: number, north: number, step = 100) =>
  Array.from({ length: 10 }, (_, k) => toWgs84(660_000 + east + k * step, 6_570_000 + north + k * step))

describe('the location of positions relative to a city', () => {
  it.each([
    [at(9500, 9500), 'mitt i staden', 'in the middle of the city'],
    [at(2000, 2000, 1700), 'över hela staden', 'all over the city'],
    [at(18_000, 18_000), 'i stadens nordöstra del', 'in the north-east of the city'],
    [at(3000, 15_000), 'i vattnet', 'in the water'],
    [at(9500, 33_500), '14 km norr om staden', '14 km north of the city'],
    [at(21_000, -1500), '1,8 km sydost om staden', '1.8 km south-east of the city'],
    [at(-1300, 10_000), '800 m väster om staden', '800 m west of the city'],
  ])('is described in words: %#', (points, sv, en) => {
    expect(placeInCity(points, CITY)).toEqual({ sv, en })
  })

  it('includes how many positions lie elsewhere than most', () => {
    const half = [...at(9500, 9500), ...at(3000, 15_000).slice(0, 3), ...at(9500, 34_000).slice(0, 2)]
    expect(placeInCity(half, CITY).sv).toBe('mitt i staden, 3 av 15 i vattnet, 2 av 15 utanför')
    expect(placeInCity([...at(3000, 15_000), ...at(9500, 9500).slice(0, 5)], CITY).sv).toBe(
      'i vattnet, 10 av 15',
    )
    expect(placeInCity([...at(9500, 34_000), ...at(9500, 9500).slice(0, 5)], CITY).sv).toMatch(
      /km norr om staden, 5 av 15 i den$/,
    )
  })

  it('is given in degrees while the city has no study area', () => {
    expect(placeInCity([[18.069, 59.331]], { srid: 3006 })).toEqual({
      sv: 'vid 59,33° nord, 18,07° öst',
      en: 'at 59.33° north, 18.07° east',
    })
    expect(placeInCity([[-3.7, -40.4]], { srid: 25_830 }).sv).toBe('vid 40,40° syd, 3,70° väst')
  })
})

describe('the simplified outline of a city', () => {
  it('keeps its shape with at most one corner per step, and drops smaller parts', () => {
    const shore = Array.from({ length: 10_000 }, (_, k) => [660_000 + k * 2, 6_570_000 + (k % 2)])
    const detailed: Polygon = { type: 'Polygon', coordinates: [[...shore, [670_000, 6_590_000], shore[0]!]] }
    const { study, water } = cityGround([detailed], [square(665_000, 6_575_000, 20)], 20_000)
    expect(water).toEqual([])
    const ring = (study[0] as Polygon).coordinates[0]!
    expect(ring.length).toBeLessThan(500)
    expect(ring[0]).toEqual(ring.at(-1))
  })
})
