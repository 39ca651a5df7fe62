import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openRegisterCity } from '../support/cities/register-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { writeGeoFiles, zipOf } from '../support/geo-files.ts'
import { type Json, problemOf } from '../support/serving/api-client.ts'

const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }
const camera = (id: string, name: string, x: number) => ({
  type: 'Feature',
  properties: { id, Name: name, agare: 'Staden', syfte: 'Trygghet' },
  geometry: { type: 'Point', coordinates: [x, 6_580_822.34] },
})
const CAMERAS = {
  type: 'FeatureCollection',
  crs: CRS,
  features: [camera('k1', 'Torget', 674_032.12), camera('k2', 'Ågatan', 674_132.12)],
}
const square = (x: number) => [
  [x, 6_580_000],
  [x + 100, 6_580_000],
  [x + 100, 6_580_100],
  [x, 6_580_000],
]
const ZONES = {
  type: 'FeatureCollection',
  crs: CRS,
  features: ['Centrum', 'Hamnen'].map((namn, k) => ({
    type: 'Feature',
    properties: { namn, tillstand: `A ${k}`, syfte: 'Ordning', fran: '2026-01-01' },
    geometry: { type: 'Polygon', coordinates: [square(674_000 + 300 * k)] },
  })),
}
const COLUMNS = { externalId: 'id', name: 'Name', operator: 'agare', purpose: 'syfte' }
const MAPPING = { kind: 'cameras', columns: COLUMNS, defaults: { status: 'active' } }
/** A workbook has no geometry: its positions stand in columns. */
const TABLE = {
  type: 'FeatureCollection',
  features: CAMERAS.features.map(({ properties, geometry: { coordinates } }) => ({
    type: 'Feature',
    properties: { ...properties, N: coordinates[1], E: coordinates[0] },
    geometry: null,
  })),
}

describe.each(databasesUnderTest.slice(-1))('registers in files of other programs on $kind', (database) => {
  let city: Awaited<ReturnType<typeof openRegisterCity>>
  let files: ReadonlyMap<string, Buffer>
  beforeAll(async () => {
    city = await openRegisterCity(database)
    files = writeGeoFiles([
      { name: 'kameror', driver: 'GPKG', geoJson: CAMERAS },
      { name: 'shape', driver: 'ESRI Shapefile', geoJson: CAMERAS },
      { name: 'fgb', driver: 'FlatGeobuf', geoJson: CAMERAS },
      { name: 'gml', driver: 'GML', geoJson: CAMERAS },
      { name: 'mapinfo', driver: 'MapInfo File', geoJson: CAMERAS },
      { name: 'kml', driver: 'KML', geoJson: CAMERAS, options: ['-t_srs', 'EPSG:4326'] },
      { name: 'ods', driver: 'ODS', geoJson: CAMERAS },
      { name: 'tabell', driver: 'ODS', geoJson: TABLE },
      { name: 'arbetsbok', driver: 'XLSX', geoJson: TABLE },
      { name: 'zoner', driver: 'GPKG', geoJson: ZONES },
      { name: 'dxf', driver: 'DXF', geoJson: { ...ZONES, features: ZONES.features.map(asLine) } },
    ])
  })
  afterAll(() => city.close())
  beforeEach(() => city.empty())

  it.each<[string, () => Buffer]>([
    ['a GeoPackage', () => files.get('kameror.gpkg')!],
    ['a Shapefile in a ZIP archive', () => zipOf(files, 'shape.')],
    ['a FlatGeobuf file', () => files.get('fgb.fgb')!],
    ['a GML file', () => files.get('gml.gml')!],
    ['a MapInfo file in a ZIP archive', () => zipOf(files, 'mapinfo.')],
    ['GeoJSON in metres', () => Buffer.from(JSON.stringify(CAMERAS))],
  ])('bring cameras in where they stand: %s', async (_, bytes) => {
    const { body } = await city.take(MAPPING, bytes())
    expect(body).toMatchObject({ added: 2, rejected: {} })
    const { rows } = await city.knex.raw(
      'SELECT name, operator, st_x(geom) AS x, st_y(geom) AS y FROM camera ORDER BY name COLLATE "C"',
    )
    expect(rows).toEqual([
      {
        name: 'Torget',
        operator: 'Staden',
        x: expect.closeTo(674_032.12, 1),
        y: expect.closeTo(6_580_822.34, 1),
      },
      {
        name: 'Ågatan',
        operator: 'Staden',
        x: expect.closeTo(674_132.12, 1),
        y: expect.closeTo(6_580_822.34, 1),
      },
    ])
  })

  it('give the cameras of a KML file their names, the only values in the file', async () => {
    const defaults = { operator: 'Staden', purpose: 'Trygghet', status: 'active' }
    const { body } = await city.take(
      { kind: 'cameras', columns: { name: 'Name' }, defaults },
      files.get('kml.kml')!,
    )
    expect(body).toMatchObject({ added: 2 })
  })

  it('add nothing when the same register is sent in another format', async () => {
    await city.take(MAPPING, files.get('kameror.gpkg')!)
    const again = await city.take(MAPPING, files.get('fgb.fgb')!)
    expect(again.body).toMatchObject({ import: null, unchanged: 2 })
  })

  it.each(['tabell.ods', 'arbetsbok.xlsx'])(
    'find the positions of a workbook in its columns: %s',
    async (name) => {
      const hints = {
        kind: 'cameras',
        crs: 'EPSG:3006',
        defaults: { operator: 'Staden', purpose: 'Trygghet' },
      }
      const { body } = await city.take(hints, files.get(name)!)
      expect(body.mapping).toMatchObject({
        crs: 'EPSG:3006',
        columns: { externalId: 'id', x: 'E', y: 'N', name: 'Name' },
      })
      const { rows } = await city.knex.raw('SELECT st_x(geom) AS x FROM camera ORDER BY name COLLATE "C"')
      expect(rows).toEqual([{ x: 674_032.12 }, { x: 674_132.12 }])
    },
  )

  it('guess the columns of a workbook, and say that it shows no positions', async () => {
    const { body } = await city.preview({ kind: 'cameras' }, files.get('ods.ods')!)
    expect(body).toMatchObject({ mapping: null, missing: ['position', 'operator'], layer: { name: 'ods' } })
  })

  it('give patrol zones from a GeoPackage by a guess, and list only the fields that it lacks', async () => {
    const hints = { kind: 'patrol-zones', defaults: {} }
    const shown = await city.preview(hints, files.get('zoner.gpkg')!)
    expect(shown.body.missing).toEqual(['permit', 'validFrom'])
    const mapping = {
      ...shown.body.mapping,
      columns: { ...shown.body.mapping.columns, permit: 'tillstand', validFrom: 'fran' },
    }
    const { body } = await city.take(mapping, files.get('zoner.gpkg')!)
    expect(body).toMatchObject({ added: 2, rejected: {} })
    const { body: zones } = await city.call('GET', '/api/patrol-zones')
    expect(
      zones.features.map(({ properties }: Json) => [
        properties.name,
        properties.permit,
        properties.validFrom,
      ]),
    ).toEqual([
      ['Centrum', 'A 0', '2026-01-01'],
      ['Hamnen', 'A 1', '2026-01-01'],
    ])
  })

  it('need the coordinate system of a drawing, with the likeliest listed, and give its closed lines', async () => {
    const defaults = { name: 'Fokus', owner: 'Nämnden', programmeFrom: '2026-01-01' }
    const hints = { kind: 'focus-areas', defaults }
    const { body } = await city.preview(hints, files.get('dxf.dxf')!)
    expect(body.missing).toEqual(['crs'])
    expect(body.likelySystems[0].reason.sv).toContain('platser ligger i staden')
    expect(problemOf(await city.take(hints, files.get('dxf.dxf')!))).toMatchObject({
      code: 'invalid-mapping',
      problems: [{ field: 'crs', rule: expect.stringContaining('Likeliest') }],
    })
    expect((await city.take({ ...hints, crs: 'EPSG:3006' }, files.get('dxf.dxf')!)).body).toMatchObject({
      added: 2,
    })
  })

  it('are refused with the name of an unsupported format', async () => {
    expect(problemOf(await city.take(MAPPING, '%PDF-1.7 …'))).toMatchObject({
      code: 'invalid-file',
      detail: expect.stringContaining('PDF'),
    })
    expect(await city.count('camera')).toBe(0)
  })
})

function asLine(zone: (typeof ZONES.features)[number]) {
  return {
    ...zone,
    properties: {},
    geometry: { type: 'LineString', coordinates: zone.geometry.coordinates[0] },
  }
}
