import { beforeAll, describe, expect, it } from 'vitest'
import { openFile } from '../../server/formats/open-file.ts'
import { GEOMETRY_COLUMNS } from '../../server/formats/source-row.ts'
import { writeGeoFiles, writeZip, zipOf } from '../support/geo-files.ts'

const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }
const point = (id: string, typ: string, x: number) => ({
  type: 'Feature',
  properties: { id, typ, start: '2024-05-01T10:00:00', antal: 3 },
  geometry: { type: 'Point', coordinates: [x, 6_580_822.34] },
})
const POINTS = {
  type: 'FeatureCollection',
  crs: CRS,
  features: [point('a1', 'Stöld', 674_032.12), point('a2', 'Rån på väg', 674_132.12)],
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

async function read(bytes: Uint8Array, layer: string | null = null) {
  const source = await openFile(once(bytes), null, ['id', 'typ', 'start'], () => {}, layer)
  const at = (name: string) => source.columns.indexOf(name)
  const names = ['id', 'typ', 'start', GEOMETRY_COLUMNS.x, GEOMETRY_COLUMNS.y]
  const rows: (readonly string[])[] = []
  try {
    for await (const batch of source.batches)
      rows.push(...batch.map(({ fields }) => names.map((name) => fields[at(name)] ?? '')))
  } finally {
    await source.close?.()
  }
  return rows.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))
}
const refusal = (bytes: Uint8Array, layer: string | null = null) =>
  read(bytes, layer).then(
    () => 'read',
    (error: Error) => error.message,
  )

let files: ReadonlyMap<string, Buffer>
beforeAll(() => {
  files = writeGeoFiles([
    { name: 'brott', driver: 'GPKG', geoJson: POINTS },
    {
      name: 'shape',
      driver: 'ESRI Shapefile',
      geoJson: POINTS,
      options: ['-mapFieldType', 'DateTime=String'],
    },
    { name: 'fgb', driver: 'FlatGeobuf', geoJson: POINTS },
    { name: 'gml', driver: 'GML', geoJson: POINTS },
    { name: 'kml', driver: 'KML', geoJson: POINTS, options: ['-t_srs', 'EPSG:4326'] },
    { name: 'mapinfo', driver: 'MapInfo File', geoJson: POINTS },
  ])
})

const ROWS = [
  ['a1', 'Stöld', '2024-05-01', '674032.12', '6580822.34'],
  ['a2', 'Rån på väg', '2024-05-01', '674132.12', '6580822.34'],
]
/** Formats differ in what they know of a time. */
const dayOf = (text: string) => text.slice(0, 10).replaceAll('/', '-')

describe('a file of another program', () => {
  it.each<[string, () => Buffer]>([
    ['a GeoPackage', () => files.get('brott.gpkg')!],
    ['a FlatGeobuf file', () => files.get('fgb.fgb')!],
    ['a Shapefile in a ZIP archive', () => zipOf(files, 'shape.')],
    ['a GML file', () => files.get('gml.gml')!],
    ['a MapInfo file in a ZIP archive', () => zipOf(files, 'mapinfo.')],
  ])('is read as rows with its positions as they are: %s', async (_, bytes) => {
    expect((await read(bytes())).map((row) => row.with(2, dayOf(row[2]!)))).toEqual(ROWS)
  })

  it.each<[string, () => Buffer]>([
    ['a KML file', () => files.get('kml.kml')!],
    ['a KMZ file', () => writeZip([{ name: 'doc.kml', bytes: files.get('kml.kml')! }])],
  ])('is read with its positions, in degrees: %s', async (_, bytes) => {
    const at = (await read(bytes())).map((row) => [Number(row[3]), Number(row[4])])
    expect(at[0]![0]).toBeCloseTo(18.0591921, 6)
    expect(at[0]![1]).toBeCloseTo(59.3302342, 6)
    expect(at).toHaveLength(2)
  })

  it.each<[string, () => Buffer, string | null, RegExp]>([
    [
      'a ZIP archive of other things',
      () => writeZip([{ name: 'a.txt', bytes: Buffer.from('a') }]),
      null,
      /nothing that is read.*a\.txt/,
    ],
    [
      'a Shapefile without its attributes',
      () => zipOf(new Map([...files].filter(([name]) => name.startsWith('shape.sh')))),
      null,
      /lacks shape\.dbf/,
    ],
    [
      'an archive that bursts',
      () => writeZip([{ name: 'a.shp', bytes: Buffer.from('a'), saidBytes: 2 ** 31 }]),
      null,
      /would unpack to 2048 MB/,
    ],
    [
      'a KML file that brings entities from elsewhere',
      () =>
        Buffer.from(
          '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><name>&x;</name></kml>',
        ),
      null,
      /declares types or entities/,
    ],
    ['an archive that is cut off', () => zipOf(files, 'shape.').subarray(0, 300), null, /damaged or cut off/],
    [
      'a GeoPackage that is none',
      () => Buffer.from(`SQLite format 3\0${'x'.repeat(5000)}gpkg_contents`),
      null,
      /GeoPackage cannot be read/,
    ],
    [
      'a layer that is not there',
      () => files.get('brott.gpkg')!,
      'kameror',
      /no layer "kameror".*brott \(2, Point\)/,
    ],
    [
      'a description of other files under another name',
      () =>
        writeZip([
          {
            name: 'a.gml',
            bytes: Buffer.from(
              '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
            ),
          },
        ]),
      null,
      /cannot be read/,
    ],
  ])('is refused by what is wrong with it: %s', async (_, bytes, layer, message) => {
    expect(await refusal(bytes(), layer)).toMatch(message)
  })
})
