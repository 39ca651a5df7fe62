import { describe, expect, it } from 'vitest'
import { openGeoFile } from '../../server/formats/open-geo-file.ts'
import { writeZip } from '../support/geo-files.ts'

interface Feature {
  readonly properties: Record<string, string>
  readonly geometry: unknown
}

async function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

async function read(bytes: Uint8Array, folder: string | null = null) {
  const file = await openGeoFile(inPieces(bytes), folder)
  try {
    let text = ''
    for await (const piece of file.bytes) text += Buffer.from(piece).toString()
    return { layer: file.layer, features: (JSON.parse(text) as { features: Feature[] }).features }
  } finally {
    await file.close()
  }
}
const kml = (inner: string, encoding = 'UTF-8') =>
  `<?xml version="1.0" encoding="${encoding}"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Händelser</name>${inner}</Document></kml>`
const POINT = '<Point><coordinates> 18.05,59.33,0 </coordinates></Point>'
const place = (inner: string) => `<Placemark>${inner}${POINT}</Placemark>`

describe('a KML file', () => {
  it('keeps what its places carry: extended data of both kinds, times and texts', async () => {
    const { features, layer } = await read(
      Buffer.from(
        kml(
          place(
            `<name>K1 &amp; K2</name><description><![CDATA[<b>Rån</b>]]></description><TimeStamp><when>2024-05-01T10:00:00Z</when></TimeStamp>
             <LookAt><TimeStamp><when>1999-01-01</when></TimeStamp></LookAt>
             <ExtendedData><Data name="typ"><displayName>Typ av brott</displayName><value>Stöld</value></Data>
             <SchemaData schemaUrl="#s"><SimpleData name="Name">eget</SimpleData><SimpleData name="antal">3</SimpleData></SchemaData></ExtendedData>`,
          ) + place('<TimeSpan><begin>2024-05-01</begin><end>2024-05-02</end></TimeSpan>'),
        ),
      ),
    )
    expect(features.map(({ properties }) => properties)).toEqual([
      {
        Name: 'K1 & K2',
        Description: '<b>Rån</b>',
        timestamp: '2024-05-01T10:00:00Z',
        typ: 'Stöld',
        'Name (2)': 'eget',
        antal: '3',
      },
      { begin: '2024-05-01', end: '2024-05-02' },
    ])
    expect(features[0]!.geometry).toEqual({ type: 'Point', coordinates: [18.05, 59.33] })
    expect(layer).toMatchObject({ name: 'Händelser', features: 2, geometryType: 'Point', srid: 4326 })
  })

  it.each([
    [
      '<Point><coordinates>18.05, 59.33</coordinates></Point>',
      { type: 'Point', coordinates: [18.05, 59.33] },
    ],
    [
      '<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon>',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
    [`<MultiGeometry>${POINT}</MultiGeometry>`, { type: 'Point', coordinates: [18.05, 59.33] }],
    [
      '<MultiGeometry><LineString><coordinates>0,0 1,1</coordinates></LineString><LineString><coordinates>2,2 3,3</coordinates></LineString></MultiGeometry>',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
          [
            [2, 2],
            [3, 3],
          ],
        ],
      },
    ],
    ['<Point><coordinates>18.05;59.33</coordinates></Point>', null],
    ['<Model/>', null],
  ])('gives %s its geometry', async (shape, geometry) => {
    const { features } = await read(Buffer.from(kml(`<Placemark>${shape}</Placemark>`)))
    expect(features.map((feature) => feature.geometry)).toEqual([geometry])
  })

  it('in another encoding is read by its declaration', async () => {
    const text = kml(place('<name>Rån på väg</name>'), 'ISO-8859-1')
    const { features } = await read(Buffer.from(text, 'latin1'))
    expect(features[0]!.properties).toEqual({ Name: 'Rån på väg' })
  })

  it('has folders to choose from, in a KMZ too', async () => {
    const folders = ['2023', '2024'].map(
      (name) => `<Folder><name>${name}</name>${place(`<name>i ${name}</name>`)}</Folder>`,
    )
    const kmz = writeZip([{ name: 'doc.kml', bytes: Buffer.from(kml(folders.join(''))) }])
    await expect(read(kmz)).rejects.toThrow(
      /KMZ file has several layers.*2023 \(1, Point\); 2024 \(1, Point\)/,
    )
    const { features } = await read(kmz, '2024')
    expect(features.map(({ properties }) => properties)).toEqual([{ Name: 'i 2024' }])
  })

  it.each([
    ['an end that is missing', kml(place('')).slice(0, -20), /line 1: unclosed root tag/],
    ['an entity of its own', kml(place('<name>&secret;</name>')), /invalid character entity/],
    [
      'a declaration of types',
      kml('').replace('<kml', '<!DOCTYPE kml [<!ENTITY a "b">]><kml'),
      /declares types or entities/,
    ],
    [
      'links alone',
      kml('<NetworkLink><Link><href>http://127.0.0.1/</href></Link></NetworkLink>'),
      /only links to others/,
    ],
    ['nothing', kml(''), /holds nothing/],
  ])('is refused for %s', async (_, text, message) => {
    const refusal = await read(Buffer.from(text)).then(
      ({ layer }) => `read: ${layer === null ? 'as it is' : layer.name}`,
      (error: Error) => error.message,
    )
    expect(refusal).toMatch(message)
  })
})
