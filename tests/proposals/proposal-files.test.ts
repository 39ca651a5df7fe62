import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { writeGeoFiles, zipOf } from '../support/geo-files.ts'
import { createApiClient, type Json, problemOf } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }
const square = (x: number, side = 100) => [
  [x, 6_580_000],
  [x + side, 6_580_000],
  [x + side, 6_580_000 + side],
  [x, 6_580_000 + side],
  [x, 6_580_000],
]
const outline = (namn: string, x: number) => ({
  type: 'Feature',
  properties: { namn },
  geometry: { type: 'Polygon', coordinates: [square(x)] },
})
const line = (x: number, corners = square(x)) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: corners },
})
const collection = (features: readonly object[], crs: object | null = CRS) => ({
  type: 'FeatureCollection',
  ...(crs === null ? {} : { crs }),
  features,
})
const PLAN = collection([outline('Kvarter A', 674_000), outline('Kvarter B', 674_300)])
const NAMED = collection(
  PLAN.features.map((feature) => ({ ...feature, properties: { Name: (feature as Json).properties.namn } })),
)

describe('a file of a proposal', () => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  let files: ReadonlyMap<string, Buffer>
  beforeAll(async () => {
    server = await startTestServer()
    call = createApiClient(server.url)
    const { features } = server.database.repositories
    const city = square(670_000, 10_000)
    await features.insert('areas', {
      planar: { type: 'Polygon', coordinates: [city] },
      properties: {
        kind: 'study',
        name: 'Staden',
        validFrom: null,
        validTo: null,
        residents: null,
        visitors: null,
        exposureSource: null,
        derived: false,
      },
    })
    files = writeGeoFiles([
      { name: 'plan', driver: 'GPKG', geoJson: PLAN },
      { name: 'shape', driver: 'ESRI Shapefile', geoJson: PLAN },
      // What is called otherwise than Name is lost in a KML file.
      { name: 'kml', driver: 'KML', geoJson: NAMED, options: ['-t_srs', 'EPSG:4326'] },
      { name: 'fgb', driver: 'FlatGeobuf', geoJson: PLAN },
      { name: 'gml', driver: 'GML', geoJson: PLAN },
      { name: 'mapinfo', driver: 'MapInfo File', geoJson: PLAN },
      {
        name: 'ritning',
        driver: 'DXF',
        geoJson: collection([line(674_000), line(674_300), line(674_600, square(674_600).slice(0, 3))]),
      },
    ])
  })
  afterAll(() => server.close())

  const read = (bytes: Uint8Array | string, options?: object) => {
    const body = new FormData()
    if (options !== undefined) body.append('options', JSON.stringify(options))
    body.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), 'plan')
    return call('POST', '/api/proposal-files', { body })
  }
  const { toWgs84 } = createProjection(3006)
  const [lon, lat] = toWgs84(674_000, 6_580_000)

  it.each<[string, () => Buffer]>([
    ['a GeoPackage', () => files.get('plan.gpkg')!],
    ['a Shapefile in a ZIP archive', () => zipOf(files, 'shape.')],
    ['a KML file', () => files.get('kml.kml')!],
    ['a FlatGeobuf file', () => files.get('fgb.fgb')!],
    ['a GML file', () => files.get('gml.gml')!],
    ['a MapInfo file in a ZIP archive', () => zipOf(files, 'mapinfo.')],
    ['GeoJSON in metres', () => Buffer.from(JSON.stringify(PLAN))],
  ])('gives its outlines in degrees, by their names: %s', async (_, bytes) => {
    const { status, body } = await read(bytes())
    expect(status).toBe(200)
    const parts = body.parts.toSorted((a: Json, b: Json) => (a.name < b.name ? -1 : 1))
    expect(parts.map(({ name, areaM2 }: Json) => [name, areaM2])).toEqual([
      ['Kvarter A', expect.closeTo(10_000, -2)],
      ['Kvarter B', expect.closeTo(10_000, -2)],
    ])
    const corners: readonly (readonly number[])[] = parts[0].geometry.coordinates[0]
    const nearest = Math.min(...corners.map(([x, y]) => Math.hypot(x! - lon, y! - lat)))
    expect(nearest).toBeLessThan(1e-6)
  })

  it.each<[string, object]>([
    ['one geometry', outline('A', 674_000).geometry],
    ['one feature', outline('A', 674_000)],
  ])('may be %s alone', async (_, json) => {
    const { body } = await read(JSON.stringify(json), { crs: 3006 })
    expect(body.parts).toMatchObject([{ areaM2: 10_000, notice: null }])
  })

  it('may be a table with outlines as WKT', async () => {
    const corners = square(674_000)
      .map((corner) => corner.join(' '))
      .join(', ')
    const { body } = await read(`namn;yta\nKvarter A;"POLYGON ((${corners}))"\n`, { crs: 3006 })
    expect(body.parts).toMatchObject([{ name: 'Kvarter A', areaM2: 10_000 }])
  })

  it('needs the coordinate system of a drawing, likeliest first, and then gives its closed lines', async () => {
    const drawing = files.get('ritning.dxf')!
    const { body: asked } = await read(drawing)
    expect(asked.parts).toEqual([])
    expect(asked.likelySystems[0]).toMatchObject({
      srid: 3006,
      swapped: false,
      rank: 1,
      place: { sv: 'i stadens södra del', en: 'in the south of the city' },
    })
    const [[west, south]] = asked.cityOutline.study[0][0]
    const [x, y] = asked.likelySystems[0].points[0]
    expect([x > west, x < west + 0.2, Math.abs(y - south) < 0.01]).toEqual([true, true, true])
    const { body } = await read(drawing, { crs: asked.likelySystems[0].srid })
    expect(body).toMatchObject({ likelySystems: [], unused: 1 })
    expect(body.unusedRule.sv).toContain('är en Polygon eller en MultiPolygon')
    expect(body.parts.map(({ areaM2, notice }: Json) => [areaM2, notice.en])).toEqual([
      [10_000, 'a line that ends where it begins was taken for the outline'],
      [10_000, 'a line that ends where it begins was taken for the outline'],
    ])
  })

  it('is read with northings first when that system is chosen', async () => {
    const turned = collection(
      [square(674_000)].map((corners) =>
        line(
          0,
          corners.map(([x, y]) => [y!, x!]),
        ),
      ),
      null,
    )
    const { body: asked } = await read(JSON.stringify(turned))
    const [{ srid, swapped }] = asked.likelySystems
    expect([srid, swapped]).toEqual([3006, true])
    const { body } = await read(JSON.stringify(turned), { crs: srid, exchanged: swapped })
    expect(body.parts.map(({ areaM2 }: Json) => areaM2)).toEqual([10_000])
  })

  it('needs the choice of a layer when it has several', async () => {
    const two = new Map([
      ['a.shp', files.get('shape.shp')!],
      ...[...files].filter(([name]) => name.startsWith('shape.')),
    ])
    for (const ending of ['shx', 'dbf', 'prj']) two.set(`a.${ending}`, files.get(`shape.${ending}`)!)
    const { body: asked } = await read(zipOf(two))
    expect(asked.layers.map(({ name }: Json) => name).toSorted()).toEqual(['a', 'shape'])
    expect(asked.parts).toEqual([])
    expect((await read(zipOf(two), { layer: 'shape' })).body.parts).toHaveLength(2)
    expect(problemOf(await read(zipOf(two), { layer: 'nej' })).code).toBe('invalid-file')
  })

  it('is refused with the reason when it holds no usable area', async () => {
    const point = { type: 'Point', coordinates: [18, 59] }
    expect(problemOf(await read(JSON.stringify(point)))).toMatchObject({
      code: 'invalid-geometry',
      problems: [{ rule: expect.stringContaining('is a Polygon or a MultiPolygon') }],
    })
    const far = {
      type: 'Polygon',
      coordinates: [
        [
          [10, 50],
          [10.1, 50],
          [10.1, 50.1],
          [10, 50],
        ],
      ],
    }
    expect(problemOf(await read(JSON.stringify(far))).code).toBe('invalid-geometry')
    expect(problemOf(await read('%PDF-1.7 …'))).toMatchObject({ code: 'invalid-file' })
    expect(problemOf(await read('{}', { crs: 'nej' })).code).toBe('invalid-body')
  })

  it('stores nothing', async () => {
    await read(JSON.stringify(PLAN))
    expect((await call('GET', '/api/proposals')).body.features).toEqual([])
  })
})
