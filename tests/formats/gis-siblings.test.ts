import { beforeAll, describe, expect, it } from 'vitest'
import { createConverter } from '../../server/engine/projection/converter.ts'
import { coordinateSystem } from '../../server/engine/projection/coordinate-systems.ts'
import { codesOf, previewBytes, previewCity, STUDY_AREA } from '../support/cities/preview-city.ts'
import { writeGeoFiles, writeZip } from '../support/geo-files.ts'

const ROWS = 24
const SRID = 3006
const city = previewCity({ areas: [STUDY_AREA] })
const preview = (bytes: Buffer, layer: string | null = null) => previewBytes(bytes, null, layer, city)

const { forward } = createConverter(coordinateSystem(SRID))
const placeOf = (row: number) => forward(18.0012 + (row % 6) * 0.0213, 59.3007 + Math.floor(row / 6) * 0.0109)
const dayOf = (row: number) => `2024-03-${String(row + 1).padStart(2, '0')}`
const crs = (code: number) => ({ type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${code}` } })
const collection = (height: readonly number[] = [], own: object = { crs: crs(SRID) }) => ({
  type: 'FeatureCollection',
  ...own,
  features: Array.from({ length: ROWS }, (_, row) => ({
    type: 'Feature',
    properties: { dnr: `K${row}`, brott: row % 2 === 0 ? 'Stöld' : 'Skadegörelse', datum: dayOf(row) },
    geometry: { type: 'Point', coordinates: [...placeOf(row), ...height] },
  })),
})
const KNOWN = { accepted: ROWS, rejected: {}, categories: { theft: 12, vandalism: 12 } }

let files: ReadonlyMap<string, Buffer>
const file = (name: string) => files.get(name)!
/** Files of a Shapefile under other names in a ZIP archive. */
const shapefile = (
  endings: readonly string[],
  path: (ending: string) => string,
  change = (bytes: Buffer) => bytes,
) =>
  endings.map((ending) => ({
    name: path(ending),
    bytes: ending === 'dbf' ? change(file('shape.dbf')) : file(`shape.${ending}`),
  }))
/** A table in which letters with dots are a byte each; `language` is what its header says of them. */
const latin = (language: number) => (bytes: Buffer) => {
  const text = Buffer.from(
    bytes
      .toString('latin1')
      .replaceAll('St\u00c3\u00b6ld', 'St\u00f6ld ')
      .replaceAll('Skadeg\u00c3\u00b6relse', 'Skadeg\u00f6relse '),
    'latin1',
  )
  text[29] = language
  return text
}

beforeAll(() => {
  files = writeGeoFiles([
    { name: 'plain', driver: 'GPKG', geoJson: collection() },
    { name: 'high', driver: 'GPKG', geoJson: collection([12.5]) },
    { name: 'measured', driver: 'GPKG', geoJson: collection([12.5]), options: ['-nlt', 'POINTZM'] },
    ...[-1, 0].map((code) => ({
      name: `unsaid${code}`,
      driver: 'GPKG',
      geoJson: collection(),
      statements: [
        `UPDATE gpkg_geometry_columns SET srs_id = ${code}`,
        `UPDATE gpkg_contents SET srs_id = ${code}`,
      ],
    })),
    {
      name: 'view',
      driver: 'GPKG',
      geoJson: collection(),
      statements: [
        'CREATE VIEW stolder AS SELECT fid AS OGC_FID, geom, dnr, brott, datum FROM view',
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('stolder', 'features', 'stolder', 3006)",
        "INSERT INTO gpkg_geometry_columns VALUES ('stolder', 'geom', 'POINT', 3006, 0, 0)",
      ],
    },
    {
      name: 'register',
      driver: 'GPKG',
      geoJson: {
        ...collection(),
        features: collection().features.map((one) => ({ ...one, geometry: null })),
      },
      options: ['-nlt', 'NONE'],
    },
    {
      name: 'beside',
      driver: 'GPKG',
      geoJson: collection(),
      statements: [
        'CREATE TABLE koder (fid INTEGER PRIMARY KEY, kod TEXT)',
        "INSERT INTO koder VALUES (1, 'a')",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('koder', 'attributes', 'koder')",
      ],
    },
    { name: 'shape', driver: 'ESRI Shapefile', geoJson: collection(), options: ['-lco', 'ENCODING=UTF-8'] },
    { name: 'unplaced', driver: 'FlatGeobuf', geoJson: collection([], {}), options: ['-a_srs', 'NONE'] },
    { name: 'mif', driver: 'MapInfo File', geoJson: collection(), options: ['-dsco', 'FORMAT=MIF'] },
    { name: 'tab', driver: 'MapInfo File', geoJson: collection() },
  ])
}, 120_000)

describe('a GeoPackage', () => {
  it.each(['high', 'measured'])('with heights is read in the plane: %s', async (name) => {
    expect(await preview(file(`${name}.gpkg`))).toMatchObject(KNOWN)
  })

  it.each([-1, 0])(
    'whose coordinate system is undefined (%i) is read where it lies in the city, which is told',
    async (code) => {
      const result = await preview(file(`unsaid${code}.gpkg`))
      expect(result).toMatchObject({
        ...KNOWN,
        mapping: { crs: 'EPSG:3006' },
        layer: { srid: null, crsName: null },
      })
      expect(codesOf(result)).toContain('crs-guessed')
    },
  )

  it('with a table and a view of it asks which of them', async () => {
    await expect(preview(file('view.gpkg'))).rejects.toMatchObject({
      texts: {
        sv: expect.stringMatching(/flera lager: välj ett.*view \(24, Point\); stolder \(24, Point\)/),
      },
    })
    expect(await preview(file('view.gpkg'), 'stolder')).toMatchObject(KNOWN)
  })

  it('with a table of codes beside its places needs no choice', async () => {
    expect(await preview(file('beside.gpkg'))).toMatchObject({ ...KNOWN, layer: { name: 'beside' } })
  })

  it('of rows without places is said to show none', async () => {
    expect(await preview(file('register.gpkg'))).toMatchObject({
      mapping: null,
      missing: expect.arrayContaining(['position']),
      layer: { geometryType: null },
    })
  })
})

describe('a Shapefile in a ZIP archive', () => {
  const ALL = ['shp', 'shx', 'dbf', 'prj', 'cpg']

  it('is read in a folder of the archive, under names of one’s own', async () => {
    expect(
      await preview(writeZip(shapefile(ALL, (ending) => `leverans/Anmälda brott 2024.${ending}`))),
    ).toMatchObject(KNOWN)
  })

  it('is read under names that the archive has in the letters of DOS', async () => {
    const name = (ending: string) =>
      Buffer.concat([Buffer.from('H'), Buffer.from([0x84]), Buffer.from(`ndelser.${ending}`)]).toString(
        'latin1',
      )
    const zipped = writeZip(shapefile(ALL, name), 'latin1')
    expect(await preview(zipped)).toMatchObject(KNOWN)
  })

  it('without .prj is read in the system in which it lies in the city, which is told', async () => {
    const result = await preview(writeZip(shapefile(['shp', 'shx', 'dbf', 'cpg'], (ending) => `a.${ending}`)))
    expect(result).toMatchObject({ ...KNOWN, layer: { srid: null } })
    expect(codesOf(result)).toContain('crs-guessed')
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['UTF-8 that nothing says', (bytes) => bytes],
    ['ANSI that its table says', latin(0x57)],
    ['Windows-1252 that its table says', latin(0x03)],
    ['a byte each that nothing says', latin(0)],
  ])('without .cpg has its letters in %s', async (_, change) => {
    const result = await preview(
      writeZip(shapefile(['shp', 'shx', 'dbf', 'prj'], (ending) => `a.${ending}`, change)),
    )
    expect(result).toMatchObject(KNOWN)
  })

  it('says its days as days', async () => {
    expect(await preview(writeZip(shapefile(ALL, (ending) => `a.${ending}`)))).toMatchObject({
      timeKnown: { day: ROWS },
      from: '2024-02-29T23:00:00.000Z',
    })
  })

  it('beside another one asks which', async () => {
    const two = [
      ...shapefile(ALL, (ending) => `brott.${ending}`),
      ...shapefile(ALL, (ending) => `gamla/brott2023.${ending}`),
    ]
    await expect(preview(writeZip(two))).rejects.toMatchObject({
      texts: { sv: expect.stringMatching(/flera lager.*brott \(24, Point\); brott2023 \(24, Point\)/) },
    })
    expect(await preview(writeZip(two), 'brott2023')).toMatchObject(KNOWN)
  })

  it('beside another one of the same name in another folder can be chosen by its folder', async () => {
    const two = [
      ...shapefile(ALL, (ending) => `2023/brott.${ending}`),
      ...shapefile(ALL, (ending) => `2024/brott.${ending}`),
    ]
    await expect(preview(writeZip(two))).rejects.toMatchObject({
      texts: { sv: expect.stringMatching(/2023\/brott \(24, Point\); 2024\/brott \(24, Point\)/) },
    })
    expect(await preview(writeZip(two), '2024/brott')).toMatchObject(KNOWN)
  })
})

describe('other files of maps', () => {
  it('FlatGeobuf without a coordinate system is read in the one in which it lies in the city, which is told', async () => {
    const result = await preview(file('unplaced.fgb'))
    expect(result).toMatchObject({ ...KNOWN, layer: { srid: null } })
    expect(codesOf(result)).toContain('crs-guessed')
  })

  it.each(['mif', 'tab'])('MapInfo’s are read: %s', async (name) => {
    const parts = [...files]
      .filter(([one]) => one.startsWith(`${name}.`))
      .map(([one, bytes]) => ({ name: one, bytes }))
    expect(await preview(writeZip(parts))).toMatchObject(KNOWN)
  })

  it.each<[string, string, boolean]>([
    ['as a urn, northings first', 'urn:ogc:def:crs:EPSG::3006', true],
    ['as an address, northings first', 'http://www.opengis.net/def/crs/EPSG/0/3006', true],
    ['as a code, eastings first', 'EPSG:3006', false],
    ['as an old address, eastings first', 'http://www.opengis.net/gml/srs/epsg.xml#3006', false],
  ])('GML that names its system %s is read by its order', async (_, name, northFirst) => {
    expect(await preview(Buffer.from(gml(name, northFirst)))).toMatchObject({
      ...KNOWN,
      mapping: { crs: 'EPSG:3006' },
    })
  })
})

function gml(srsName: string, northFirst: boolean): string {
  const members = collection().features.map(({ properties, geometry }, row) => {
    const [e, n] = geometry.coordinates as [number, number]
    const pos = (northFirst ? [n, e] : [e, n]).map((metres) => metres.toFixed(2)).join(' ')
    const { dnr, brott, datum } = properties
    return `<gml:featureMember><b:brott gml:id="b.${row}"><b:dnr>${dnr}</b:dnr><b:brott>${brott}</b:brott><b:datum>${datum}</b:datum><b:geom><gml:Point srsName="${srsName}" gml:id="g.${row}"><gml:pos>${pos}</gml:pos></gml:Point></b:geom></b:brott></gml:featureMember>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:b="urn:b">${members.join('')}</gml:FeatureCollection>`
}
