import type { Point } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAreasFile } from '../../server/areas/areas-import-file.ts'
import { type AreasImportDeps, importAreas } from '../../server/areas/import-areas.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { describeWithSharedData, readSharedData } from '../support/shared-data.ts'

const STOCKHOLM = [
  'stockholm-stadsdelar-land.geojson',
  'stockholm-vatten.geojson',
  'stockholm-basomraden-befolkning.geojson',
]

function collection(...coordinates: readonly unknown[]): string {
  const features = coordinates.map((rings, n) => ({
    type: 'Feature',
    properties: { namn: `Område ${n + 1}`, folk: `${n + 1} 000` },
    geometry: { type: 'Polygon', coordinates: rings },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** A square of 0.01 degrees; a bow tie when two corners are exchanged. */
const square = (lon: number, lat: number, side = 0.01) => [
  [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ],
]
const bowTie = [
  [
    [18.1, 59.3],
    [18.11, 59.31],
    [18.11, 59.3],
    [18.1, 59.31],
    [18.1, 59.3],
  ],
]

describe.each(databasesUnderTest)('areas on the $kind database', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await kind.open()
  })
  afterAll(() => database.close())

  const run = (
    text: string,
    options: Partial<Parameters<typeof importAreas>[1]> = {},
    deps: Partial<AreasImportDeps> = {},
    signal?: AbortSignal,
  ) =>
    importAreas(
      new TextEncoder().encode(text),
      { kind: 'place', nameProperty: 'namn', ...options },
      { features: database.repositories.features, srid: 3006, read: readAreasFile, ...deps },
      signal,
    )
  const stored = async (name: string) =>
    (await database.repositories.features.readAll()).areas.filter(
      ({ properties }) => properties.name === name,
    )

  it('leave room for premises, points and outlines, which replace all of their kind', async () => {
    const geometries = [
      { type: 'Point', coordinates: [18.06, 59.33] },
      { type: 'Polygon', coordinates: square(18.07, 59.33) },
    ]
    const file = (...given: readonly object[]) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: given.map((geometry) => ({ type: 'Feature', properties: { namn: 'Eken' }, geometry })),
      })
    const clinics = async () => {
      const { context } = await database.repositories.features.readAll()
      return context.filter(({ kind }) => kind === 'clinic').map(({ planar }) => planar.type)
    }
    await run(file(geometries[0]!), { kind: 'school' })
    expect(await run(file(...geometries), { kind: 'clinic' })).toMatchObject({ imported: 2, unchanged: 0 })
    expect(await run(file(...geometries), { kind: 'clinic' })).toMatchObject({ imported: 0, unchanged: 2 })
    expect(await clinics()).toEqual(['Point', 'Polygon'])
    const line = { type: 'LineString', coordinates: [] }
    await expect(run(file(line), { kind: 'clinic' })).rejects.toMatchObject({ code: 'invalid-geometry' })
    await run(file(geometries[1]!), { kind: 'clinic' })
    expect(await clinics()).toEqual(['Polygon'])
    const { context } = await database.repositories.features.readAll()
    expect(context.filter(({ kind }) => kind === 'school')).toHaveLength(1)
    const unknown = { kind: 'school2' as 'school', name: null, rank: 4, planar: geometries[0] as Point }
    await expect(database.repositories.features.replaceContext([unknown])).rejects.toMatchObject({
      code: 'unprocessable',
    })
  })

  it('are stored on the centimetre grid with name, people and validity', async () => {
    const options = { residentsProperties: ['folk'], exposureSource: 'SCB 2016', validFrom: '2016-01-01' }
    expect(await run(collection(square(18.06, 59.33)), options)).toEqual({
      imported: 1,
      unchanged: 0,
      notices: [],
      rejected: [],
    })
    const [area] = await stored('Område 1')
    expect(area!.properties).toMatchObject({
      kind: 'place',
      residents: 1000,
      exposureSource: 'SCB 2016',
      validFrom: '2016-01-01',
      validTo: null,
    })
    const metres = area!.planar.coordinates.flat(3)
    expect(metres.every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-4)).toBe(true)
  })

  it('are imported once, and again when their boundary has moved', async () => {
    const text = collection(square(18.2, 59.2), square(18.3, 59.2))
    expect(await run(text)).toMatchObject({ imported: 2, unchanged: 0 })
    expect(await run(text)).toMatchObject({ imported: 0, unchanged: 2 })
    expect(await run(collection(square(18.2, 59.2), square(18.3, 59.2, 0.02)))).toMatchObject({
      imported: 1,
      unchanged: 1,
    })
  })

  it('are repaired with a notice when they cross themselves', async () => {
    const result = await run(collection(square(18.5, 59.3), bowTie), { kind: 'district' })
    expect(result).toMatchObject({ imported: 2, notices: [{ sv: expect.stringContaining('Område 2') }] })
    const { rows } = await database.knex.raw(
      "SELECT bool_and(st_isvalid(geom)) AS valid FROM area WHERE kind = 'district'",
    )
    expect(rows).toEqual([{ valid: true }])
  })

  it.each([
    [
      'a point',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: { namn: 'X' }, geometry: { type: 'Point', coordinates: [18, 59] } },
        ],
      }),
      'X: the geometry',
    ],
    [
      'an outline without area',
      collection([
        [
          [18, 59],
          [18.1, 59],
          [18, 59],
          [18, 59],
        ],
      ]),
      'encloses an area',
    ],
    ['a place on another continent', collection(square(-87, 41)), 'within reach'],
    ['text', 'namn;folk', 'is text and holds no outlines'],
    ['a feature alone', '{"type":"Feature"}', 'no GeoJSON FeatureCollection'],
  ])('are refused with the reason: %s', async (_title, text, message) => {
    await expect(run(text, { kind: 'base' })).rejects.toThrow(message)
    const { areas } = await database.repositories.features.readAll()
    expect(areas.filter(({ properties }) => properties.kind === 'base')).toEqual([])
  })

  it('are imported without an area that cannot be used, which is named', async () => {
    const before = (await database.repositories.features.readAll()).areas.length
    expect(await run(collection(square(18.7, 59.3), square(-87, 41)))).toMatchObject({
      imported: 1,
      rejected: [{ feature: 2, name: 'Område 2' }],
    })
    expect((await database.repositories.features.readAll()).areas).toHaveLength(before + 1)
  })

  it('are not stored when the caller aborts while they are being read', async () => {
    const text = collection(square(18.8, 59.3))
    const principal = new AbortController()
    const gone = new Error('gone')
    const whileRead = (then: () => void): Partial<AreasImportDeps> => ({
      read(file) {
        then()
        return readAreasFile(file)
      },
    })
    const leaving = whileRead(() => principal.abort(gone))
    await expect(run(text, { kind: 'base' }, leaving, principal.signal)).rejects.toBe(gone)
    const { areas } = await database.repositories.features.readAll()
    expect(areas.filter(({ properties }) => properties.kind === 'base')).toEqual([])
  })

  it.each(['x'.repeat(201), 'a\u0000', '\ud800'])(
    'refuse a name that is too long or holds a control character or half a character',
    async (name) => {
      const file = collection(square(18, 59)).replace(/"namn":"[^"]*"/, `"namn":${JSON.stringify(name)}`)
      await expect(run(file)).rejects.toThrow('Feature 1: a name is')
    },
  )

  it('refuse a property that no feature has', async () => {
    await expect(run(collection(square(18, 59)), { nameProperty: 'name' })).rejects.toThrow('property name')
  })
})

describeWithSharedData('Stockholm’s areas', STOCKHOLM, () => {
  describe.each(databasesUnderTest)('on the $kind database', (kind) => {
    it('import whole: 117 districts, the waters, 419 base areas with their residents of 2016', async () => {
      const database = await kind.open()
      const deps = { features: database.repositories.features, srid: 3006, read: readAreasFile }
      const read = (name: string) => new Uint8Array(readSharedData(name))
      try {
        const [districts, waters, base] = STOCKHOLM.map((name) => read(name))
        expect(await importAreas(districts!, { kind: 'district', nameProperty: 'name' }, deps)).toMatchObject(
          { imported: 117 },
        )
        expect(await importAreas(waters!, { kind: 'water', nameProperty: null }, deps)).toMatchObject({
          imported: 1,
        })
        const { properties } = (
          JSON.parse(new TextDecoder().decode(base)) as { features: { properties: object }[] }
        ).features[0]!
        const sexesAndAges = Object.keys(properties).filter((name) => /^(kvinnor|man)_.*_2$/.test(name))
        const result = await importAreas(
          base!,
          {
            kind: 'base',
            nameProperty: 'namn',
            residentsProperties: sexesAndAges,
            exposureSource: 'SCB 2016',
          },
          deps,
        )
        expect(result.imported).toBe(419)
        const { areas } = await deps.features.readAll()
        expect(areas).toHaveLength(537)
        expect(areas.reduce((sum, area) => sum + (area.properties.residents ?? 0), 0)).toBe(932_630)
        const { rows } = await database.knex.raw('SELECT bool_and(st_isvalid(geom)) AS valid FROM area')
        expect(rows).toEqual([{ valid: true }])
      } finally {
        await database.close()
      }
    })
  })
})
