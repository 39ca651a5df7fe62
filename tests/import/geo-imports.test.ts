import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { writeGeoFiles } from '../support/geo-files.ts'
import { writeOds, writeXlsx } from '../support/workbook-files.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }
const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', crs: CRS, features })
const POINTS = collection(
  ['a1', 'a2', 'a3'].map((id, k) => ({
    type: 'Feature',
    properties: { id, typ: 'Stöld', start: '2026-02-01T10:00:00+01:00' },
    geometry: { type: 'Point', coordinates: [674_032 + 100 * k, 6_580_822] },
  })),
)
const square = (x: number) => [
  [x, 6_580_000],
  [x + 1000, 6_580_000],
  [x + 1000, 6_581_000],
  [x, 6_581_000],
  [x, 6_580_000],
]
const DISTRICTS = collection(
  ['Södermalm', 'Årsta'].map((namn, k) => ({
    type: 'Feature',
    properties: { namn, bef: 1234 },
    geometry: { type: 'Polygon', coordinates: [square(674_000 + 2000 * k)] },
  })),
)
const DRAWING = collection([
  { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square(680_000)] } },
])
const MAPPING = {
  source: { id: 'gpkg', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'geometry.x', y: 'geometry.y', occurredFrom: 'start', category: 'typ' },
  categories: { Stöld: 'theft' },
}

/** 1 to 3 February 2026, 22:10, 23:15 and, on the next day, 00:20 in Stockholm. */
const TIMES = ['2026-02-01T22:10:00', '2026-02-02T23:15:00', '2026-02-04T00:20:00']
const serialOf = (time: string) => Date.parse(`${time}Z`) / 86_400_000 + 25_569
const WORKBOOK = writeXlsx({
  Brott: [
    ['Anmälda brott'],
    ['Dnr', 'Brott', 'Tid', 'E', 'N'],
    ...TIMES.map((time, k) => [
      `K${k}`,
      'Stöld',
      { value: serialOf(time), format: 'yyyy-mm-dd h:mm' },
      `${674_032 + k},25`,
      6_580_822,
    ]),
    ['Summa', null, null, null, 3],
  ],
  Koder: [['Kod', 'Text']],
})
const cell = (type: string, value: string, shown: string) =>
  `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`
const rowOf = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const OPEN_DOCUMENT = writeOds(
  [
    rowOf(['Dnr', 'Brott', 'Tid', 'Lon', 'Lat'].map((name) => cell('string', '', name))),
    ...TIMES.map((time, k) =>
      rowOf([
        cell('string', '', `K${k}`),
        cell('string', '', 'Stöld'),
        cell('date', `office:date-value="${time}"`, time.slice(0, 10)),
        cell('float', `office:value="18.05${k}"`, '18,1'),
        cell('float', 'office:value="59.33"', '59,3'),
      ]),
    ),
  ].join(''),
)
const KML = Buffer.from(
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Brott</name>${TIMES.map(
    (time, k) =>
      `<Placemark><name>K${k}</name><TimeStamp><when>${time}+01:00</when></TimeStamp><ExtendedData><Data name="brott"><value>Stöld</value></Data></ExtendedData><Point><coordinates>18.05${k},59.33</coordinates></Point></Placemark>`,
  ).join('')}</Document></kml>`,
)

function form(name: string, settings: unknown, bytes: Uint8Array, fileName: string): FormData {
  const data = new FormData()
  if (settings !== null) data.append(name, JSON.stringify(settings))
  data.append('file', new Blob([new Uint8Array(bytes)]), fileName)
  return data
}

describe.each(databasesUnderTest)('files of other programs on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  let files: ReadonlyMap<string, Buffer>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
    files = writeGeoFiles([
      { name: 'brott', driver: 'GPKG', geoJson: POINTS },
      { name: 'stadsdelar', driver: 'FlatGeobuf', geoJson: DISTRICTS },
      { name: 'ritning', driver: 'DXF', geoJson: DRAWING },
    ])
  })
  afterAll(() => server.close())

  /** Imports a file by a mapping and waits for its end. */
  async function imported(mapping: object, bytes: Buffer, fileName: string) {
    const body = form('mapping', mapping, bytes, fileName)
    const { status, headers } = await call('POST', '/api/imports', { body })
    expect(status).toBe(202)
    for (;;) {
      const { body: state } = await call('GET', headers.get('location')!)
      if (state.finishedAt !== null) return { ...state, path: headers.get('location')! }
      await wait(50)
    }
  }

  it('are imported as incidents from a GeoPackage', async () => {
    const state = await imported(MAPPING, files.get('brott.gpkg')!, 'brott.gpkg')
    expect(state).toMatchObject({ state: 'done', rowsRead: 3, accepted: 3 })
  })

  it.each<[string, () => Buffer, string | null]>([
    ['an Excel workbook', () => WORKBOOK, 'Brott'],
    ['a LibreOffice workbook', () => OPEN_DOCUMENT, null],
    ['a KML file', () => KML, null],
  ])('bring incidents in by the mapping of the preview, unchanged: %s', async (name, bytes, layer) => {
    const source = { ...MAPPING.source, id: name.toLowerCase().replaceAll(' ', '-') }
    const address = `/api/imports?preview=true${layer === null ? '' : `&layer=${layer}`}`
    const { body: preview } = await call('POST', address, {
      body: form('mapping', { source }, bytes(), 'fil'),
    })
    expect(preview).toMatchObject({ accepted: 3, question: null, missing: [] })
    const state = await imported(preview.mapping, bytes(), 'fil')
    expect(state).toMatchObject({ state: 'done', accepted: 3, rejected: preview.rowsRead - 3 })
    const { body: list } = await call('GET', `/api/incidents?source=${source.id}&limit=10`)
    const times = list.items.map(({ from }: { from: string }) => new Date(from).toISOString().slice(0, 16))
    expect(times.toSorted()).toEqual(['2026-02-01T21:10', '2026-02-02T22:15', '2026-02-03T23:20'])
  })

  it('give what is wrong with their rows in the caller’s language', async () => {
    const { path } = await imported(
      { ...MAPPING, categories: { Rån: 'robbery' } },
      files.get('brott.gpkg')!,
      'a',
    )
    const rejects = async (language: string) => {
      const headers = { 'accept-language': language }
      return (await call('GET', `${path}/rejects`, { headers })).body
    }
    expect(await rejects('sv-SE,sv;q=0.9,en;q=0.5')).toContain('Stöld: är inte med i mappningen')
    expect(await rejects('en')).toContain('Stöld: is not known to the mapping')
  })

  it('need the coordinate system of a drawing, and list the likeliest systems', async () => {
    const drawing = files.get('ritning.dxf')!
    const options = { kind: 'place', nameProperty: 'Layer' }
    const problem = problemOf(
      await call('POST', '/api/area-imports', { body: form('options', options, drawing, 'ritning.dxf') }),
    )
    expect([problem.status, problem.detail]).toEqual([422, expect.stringMatching(/EPSG:3006/)])
    const body = form('options', { ...options, crs: 3006 }, drawing, 'ritning.dxf')
    expect((await call('POST', '/api/area-imports', { body })).body).toMatchObject({ imported: 1 })
  })

  it('show what they hold before anything is stored', async () => {
    const body = form('mapping', null, files.get('brott.gpkg')!, 'brott.gpkg')
    const shown = await call('POST', '/api/imports?preview=true&layer=brott', { body })
    expect(shown.body).toMatchObject({
      guessed: true,
      rowsRead: 3,
      layer: { name: 'brott', features: 3, geometryType: 'Point', srid: 3006 },
    })
    const wrong = form('mapping', null, files.get('brott.gpkg')!, 'brott.gpkg')
    const problem = problemOf(await call('POST', '/api/imports?preview=true&layer=kameror', { body: wrong }))
    expect([problem.status, problem.code]).toEqual([422, 'invalid-file'])
    expect(problem.problems[0]).toMatchObject({ field: 'layer', value: 'brott', rule: '3 Point' })
  })

  it('are imported as areas from a FlatGeobuf file', async () => {
    const options = { kind: 'district', nameProperty: 'namn', residentsProperties: ['bef'] }
    const body = form('options', options, files.get('stadsdelar.fgb')!, 'stadsdelar.fgb')
    const { body: result } = await call('POST', '/api/area-imports', { body })
    expect(result).toMatchObject({ imported: 2, unchanged: 0 })
    const { body: stored } = await call('GET', '/api/areas?kind=district')
    const names = stored.features.map((area: { properties: { name: string } }) => area.properties.name)
    expect(names.toSorted()).toEqual(['Södermalm', 'Årsta'])
  })

  it('are refused with 413 when larger than 64 MB', async () => {
    const body = form(
      'options',
      { kind: 'district', nameProperty: 'namn' },
      Buffer.alloc(65 * 2 ** 20),
      'stor.gpkg',
    )
    const problem = problemOf(await call('POST', '/api/area-imports', { body }))
    expect([problem.status, problem.code]).toEqual([413, 'too-large'])
  })
})
