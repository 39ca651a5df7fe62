import { describe, expect, it } from 'vitest'
import { codesOf, previewBytes, previewCity, STUDY_AREA } from '../support/cities/preview-city.ts'

const ROWS = 24
const city = previewCity({ areas: [STUDY_AREA] })
const preview = (bytes: Buffer) => previewBytes(bytes, null, null, city)
const dayOf = (row: number) => `2024-03-${String(row + 1).padStart(2, '0')}`
const KNOWN = { accepted: ROWS, rejected: {}, categories: { theft: 12, vandalism: 12 } }

describe('a KML file', () => {
  const kml = (inner: string) =>
    Buffer.from(
      `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${inner}</Document></kml>`,
    )
  const point = (row: number) =>
    `<Point><coordinates>${18.0012 + (row % 6) * 0.0213},${59.3007 + Math.floor(row / 6) * 0.0109},14.2</coordinates></Point>`
  const places = (inner: (row: number) => string) =>
    Array.from({ length: ROWS }, (_, row) => `<Placemark>${inner(row)}${point(row)}</Placemark>`).join('')
  const table = (row: number) =>
    `<description><![CDATA[<html><body><table border="1"><tr><td colspan="2">Ärende</td></tr><tr bgcolor="#fff"><td>Brott</td><td>${row % 2 === 0 ? 'St&#246;ld' : 'Skadeg&#xF6;relse'}</td></tr><tr><td><b>Datum:</b></td><td>${dayOf(row)}</td></tr></table></body></html>]]></description>`
  const when = (row: number) =>
    `<TimeStamp><when>${dayOf(row)}</when></TimeStamp><ExtendedData><Data name="brott"><value>${row % 2 === 0 ? 'Stöld' : 'Skadegörelse'}</value></Data></ExtendedData>`

  it('has the attributes that stand in the table of a description', async () => {
    expect(await preview(kml(places(table)))).toMatchObject({
      ...KNOWN,
      mapping: { columns: { category: 'Brott', occurredFrom: 'Datum' } },
    })
  })

  it('has its stamps of time for the times', async () => {
    expect(await preview(kml(places(when)))).toMatchObject({
      ...KNOWN,
      mapping: { columns: { occurredFrom: 'timestamp' } },
    })
  })

  it('that links to others beside its places is read, which is told', async () => {
    const result = await preview(
      kml(`${places(when)}<NetworkLink><Link><href>http://127.0.0.1:1/a.kml</href></Link></NetworkLink>`),
    )
    expect(result).toMatchObject(KNOWN)
    expect(codesOf(result)).toContain('network-links')
  })

  it.each([
    ['links', '<NetworkLink><Link><href>a.kml</href></Link></NetworkLink>', /länkar bara till andra/],
    [
      'pictures',
      '<GroundOverlay><Icon><href>a.png</href></Icon><LatLonBox/></GroundOverlay>',
      /bara bilder som läggs på kartan/,
    ],
  ])('of nothing but %s is refused by name', async (_, inner, message) => {
    await expect(preview(kml(inner))).rejects.toMatchObject({ texts: { sv: expect.stringMatching(message) } })
  })

  it('of tracks is refused as lines, row by row', async () => {
    const track =
      '<gx:Track><when>2024-03-01T10:00:00Z</when><gx:coord>18.05 59.33 0</gx:coord><when>2024-03-01T10:01:00Z</when><gx:coord>18.06 59.33 0</gx:coord></gx:Track>'
    const result = await preview(
      kml(
        `<Placemark><name>a</name>${track}</Placemark><Placemark><gx:MultiTrack>${track}${track}</gx:MultiTrack></Placemark>`,
      ),
    )
    expect(result).toMatchObject({
      layer: { features: 2, geometryType: 'Geometry' },
      mapping: null,
      missing: expect.arrayContaining(['position']),
    })
  })
})
