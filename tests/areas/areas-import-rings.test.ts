import { describe, expect, it } from 'vitest'
import { readAreasFile } from '../../server/areas/areas-import-file.ts'
import { planarPolygon, areaOf } from '../../server/engine/geometry/planar/planar-polygon.ts'

type Ring = readonly (readonly [number, number])[]

/** A square of so many metres, closed. */
const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const SHELL = square(674_000, 6_580_000, 1000)
const inShell = (x: number, y: number, side: number) => square(674_000 + x, 6_580_000 + y, side)

const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings })
const multi = (...polygons: Ring[][]) => ({ type: 'MultiPolygon', coordinates: polygons })
const feature = (name: string, geometry: object, properties: object = {}) => ({
  type: 'Feature',
  properties: { namn: name, ...properties },
  geometry,
})

function read(features: readonly object[], residentsProperties: readonly string[] = []) {
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
  const options = { kind: 'district', nameProperty: 'namn', residentsProperties, crs: 3006 } as const
  const found = readAreasFile({ bytes, options, city: { srid: 3006, bounds: [10, 55, 25, 70] } })
  if (!('areas' in found)) throw new Error('areas')
  return found
}
const squareMetres = (planar: string) => Math.round(areaOf(planarPolygon(JSON.parse(planar))))

describe('an outline in a file of areas', () => {
  it.each<[string, object, number, RegExp | null]>([
    ['a hole in its place', polygon(SHELL, inShell(100, 100, 100)), 990_000, null],
    [
      'a hole that touches in one corner',
      polygon(SHELL, [
        [674_000, 6_580_500],
        [674_100, 6_580_450],
        [674_100, 6_580_550],
        [674_000, 6_580_500],
      ]),
      995_000,
      null,
    ],
    ['a hole outside of its shell', polygon(SHELL, inShell(3000, 0, 100)), 1_000_000, /hole lay outside/],
    [
      'a hole within a hole',
      polygon(SHELL, inShell(100, 100, 200), inShell(150, 150, 50)),
      960_000,
      /hole lay within another/,
    ],
    [
      'a part within another',
      multi([SHELL], [inShell(100, 100, 100)]),
      1_000_000,
      /part of the outline lay within another/,
    ],
    ['an island in a lake', multi([SHELL, inShell(100, 100, 300)], [inShell(200, 200, 100)]), 920_000, null],
    ['a hole along the shell', polygon(SHELL, inShell(0, 100, 100)), 990_000, /crossed or touched itself/],
    [
      'a bow tie',
      polygon([
        [674_000, 6_580_000],
        [675_000, 6_581_000],
        [675_000, 6_580_000],
        [674_000, 6_581_000],
        [674_000, 6_580_000],
      ]),
      500_000,
      /crossed or touched itself/,
    ],
    ['repeated corners', polygon([SHELL[0]!, SHELL[0]!, ...SHELL]), 1_000_000, null],
    ['a ring that does not close', polygon(SHELL.slice(0, 4)), 1_000_000, /closed by a straight line/],
    ['rings wound the other way', polygon(SHELL.toReversed(), inShell(100, 100, 100)), 990_000, null],
  ])('is read as the area that is meant, with a notice of each repair: %s', (_, geometry, area, notice) => {
    const { areas, notices } = read([feature('Ön', geometry)])
    expect(squareMetres(areas[0]!.planar)).toBe(area)
    if (notice === null) expect(notices).toEqual([])
    else expect(notices).toMatchObject([{ en: expect.stringMatching(notice) }])
  })

  it('that a hole cuts in two is stored as two', () => {
    const diamond: Ring = [
      [674_500, 6_580_000],
      [674_600, 6_580_500],
      [674_500, 6_581_000],
      [674_400, 6_580_500],
      [674_500, 6_580_000],
    ]
    const { areas } = read([feature('Ön', polygon(SHELL, diamond))])
    expect(JSON.parse(areas[0]!.planar)).toMatchObject({ type: 'MultiPolygon', coordinates: { length: 2 } })
    expect(squareMetres(areas[0]!.planar)).toBe(900_000)
  })

  it('that cannot be used does not spoil the others', () => {
    const far = polygon(square(-9_000_000, 0, 100))
    const { areas, rejected } = read([
      feature('Ön', polygon(SHELL)),
      feature('Bort', far),
      feature('Punkt', { type: 'Point', coordinates: [1, 2] }),
    ])
    expect(areas.map(({ properties }) => properties.name)).toEqual(['Ön'])
    expect(rejected).toMatchObject([
      { feature: 2, name: 'Bort' },
      { feature: 3, name: 'Punkt', rule: { en: expect.stringContaining('Polygon') } },
    ])
  })
})

describe('an area that stands in its file twice', () => {
  it('is counted once, with a notice', () => {
    const one = feature('Ön', polygon(SHELL), { bef: 5000 })
    const { areas, notices, rejected } = read(
      [one, one, feature('Holmen', polygon(inShell(2000, 0, 500)), { bef: 5000 })],
      ['bef'],
    )
    expect(areas.map(({ properties }) => [properties.name, properties.residents])).toEqual([
      ['Ön', 5000],
      ['Holmen', 5000],
    ])
    expect(notices).toMatchObject([{ sv: 'Ön: objekt 2 upprepar objekt 1 och räknas en gång' }])
    expect(rejected).toEqual([])
  })

  it('gives a notice of people counted twice when it is shifted slightly or contains the other areas', () => {
    const one = feature('Ön', polygon(SHELL), { bef: 5000 })
    const shifted = feature('Ön igen', polygon(inShell(0.01, 0, 1000)), { bef: 5000 })
    const around = feature('Hela', polygon(inShell(-500, -500, 5000)), { bef: 9000 })
    const neighbour = feature('Holmen', polygon(inShell(1000, 0, 1000)), { bef: 100 })
    const said = (features: readonly object[]) => read(features, ['bef']).notices.map(({ sv }) => sv)
    expect(said([one, neighbour])).toEqual([])
    expect(said([one, shifted])[0]).toContain(
      'Ön: ligger till en del i objekt 2 (Ön igen): där räknas människorna två gånger',
    )
    expect(said([one, around])).toHaveLength(1)
    expect(read([one, around]).notices).toEqual([])
  })

  it('is recognised when its ring begins elsewhere or runs the other way', () => {
    const open = SHELL.slice(0, -1)
    const turned = [...open.slice(2), ...open.slice(0, 3)]
    const one = feature('Ön', polygon(SHELL), { bef: 5000 })
    const others = [turned, turned.toReversed()].map((ring) => feature('Ön', polygon(ring), { bef: 5000 }))
    const { areas, notices } = read([one, ...others], ['bef'])
    expect([areas.length, notices.length]).toEqual([1, 2])
  })

  it('is rejected when its number of people differs', () => {
    const { areas, rejected } = read(
      [feature('Ön', polygon(SHELL), { bef: 5000 }), feature('Öarna', polygon(SHELL), { bef: 10 })],
      ['bef'],
    )
    expect(areas).toHaveLength(1)
    expect(rejected).toMatchObject([
      { feature: 2, name: 'Öarna', rule: { en: expect.stringContaining('feature 1 (Ön)') } },
    ])
  })
})
