import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { GdalLimits } from '../../server/formats/gdal/gdal-process.ts'
import { openGeoFile } from '../../server/formats/open-geo-file.ts'
import { openFile } from '../../server/formats/open-file.ts'
import { writeGeoFiles, writeZip } from '../support/geo-files.ts'
import { packed, replaced } from '../support/changed-archives.ts'
import { writeOds, writeXlsx } from '../support/workbook-files.ts'

const LIMITS: GdalLimits = { openMs: 60_000, waitMs: 60_000, memoryMb: 600 }
const SECRET = 'tystnadsplikt'

async function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** What our readers get of a file: its text, or why it is refused. */
async function outcome(bytes: Uint8Array, layer: string | null = null, limits = LIMITS): Promise<string> {
  try {
    const file = await openGeoFile(inPieces(bytes), layer, limits)
    try {
      let text = ''
      for await (const piece of file.bytes) text += Buffer.from(piece).toString()
      return text
    } finally {
      await file.close()
    }
  } catch (error) {
    return (error as Error).message
  }
}
const rowsOf = (bytes: Uint8Array) =>
  openFile(inPieces(bytes), null, [], () => {}).then(
    () => 'read',
    (error: Error) => error.message,
  )
const zip = (entries: Readonly<Record<string, string>>) =>
  writeZip(Object.entries(entries).map(([name, text]) => ({ name, bytes: Buffer.from(text) })))

const vrt = (path: string) =>
  `<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>${path}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>`
const entity = (path: string, root: string) =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${path}">]>${root}`
const laughs = (root: string) => {
  const entities = Array.from({ length: 12 }, (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${entities.join('')}]>${root}`
}
const gml = (inner: string, attributes = '') =>
  `<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${attributes}><gml:featureMember><a fid="a.1"><text>${inner}</text><gml:pointProperty><gml:Point><gml:coordinates>18,59</gml:coordinates></gml:Point></gml:pointProperty></a></gml:featureMember></gml:FeatureCollection>`
const POINT = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { a: SECRET }, geometry: { type: 'Point', coordinates: [18, 59] } },
  ],
}
const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)'
const view = (name: string, select: string) => [
  `CREATE VIEW ${name} AS ${select}`,
  `INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('${name}', 'attributes', '${name}')`,
]

describe('a file that is made to do harm', () => {
  let folder: string
  let secretPath: string
  let files: ReadonlyMap<string, Buffer>
  let server: Server
  let address: string
  const fetched: string[] = []
  beforeAll(async () => {
    files = writeGeoFiles([
      { name: 'plain', driver: 'GPKG', geoJson: POINT },
      {
        name: 'slow',
        driver: 'GPKG',
        geoJson: POINT,
        statements: view('endless', `${endless} SELECT i AS fid FROM n`),
      },
      {
        name: 'large',
        driver: 'GPKG',
        geoJson: POINT,
        statements: view(
          'blobs',
          `${endless.replace('FROM n)', 'FROM n WHERE i < 40)')} SELECT i AS fid, hex(zeroblob(20000000)) AS b FROM n`,
        ),
      },
    ])
    folder = mkdtempSync(join(tmpdir(), 'hostile-'))
    vi.stubEnv('TMPDIR', folder)
    secretPath = join(folder, 'secret.gpkg')
    writeFileSync(secretPath, files.get('plain.gpkg')!)
    server = createServer((request, response) => {
      fetched.push(request.url!)
      response.end('')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }, 120_000)
  afterAll(() => {
    server.close()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it.each<[string, (path: string) => Buffer, RegExp]>([
    ['a virtual file', (path) => Buffer.from(vrt(path)), /virtual file \(\.vrt\), which holds no data/],
    [
      'a service of tiles',
      () => Buffer.from('<GDAL_WMTS><GetCapabilitiesUrl>http://127.0.0.1/</GetCapabilitiesUrl></GDAL_WMTS>'),
      /is XML/,
    ],
  ])('is refused by what it is: %s', async (_, bytes, message) => {
    expect(await rowsOf(bytes(secretPath))).toMatch(message)
  })

  it.each<[string, (path: string) => Buffer]>([
    ['a virtual file as .shp', (path) => zip({ 'a.shp': vrt(path), 'a.shx': vrt(path), 'a.dbf': vrt(path) })],
    ['a virtual file as .kml', (path) => zip({ 'doc.kml': vrt(path) })],
    ['a virtual file as .gml', (path) => zip({ 'a.gml': vrt(path) })],
    ['a virtual file as .fgb', (path) => zip({ 'a.fgb': vrt(path) })],
    ['a virtual file as .tab', (path) => zip({ 'a.tab': vrt(path) })],
    ['a path as the name of an entry', (path) => zip({ [`..${path}.shp`]: 'a', 'b.shp': 'a' })],
    ['a virtual path as the name of an entry', () => zip({ 'vsicurl/http:/127.0.0.1/a.gml': gml('a') })],
    [
      'a MapInfo table of other tables',
      (path) =>
        zip({
          'a.tab': `!table\n!version 500\n!charset Neutral\n\nDefinition Table\n  Type SEAMLESS Charset "Neutral"\n  File "${path}"\n`,
        }),
    ],
    ['an entity in GML', (path) => Buffer.from(entity(path, gml('&e;')))],
    ['an entity in packed GML', (path) => zip({ 'a.gml': entity(path, gml('&e;')) })],
    [
      'an entity in GML of two bytes a letter',
      (path) => Buffer.from(`\ufeff${entity(path, gml('&e;'))}`, 'utf16le'),
    ],
    [
      'an entity in KML',
      (path) => Buffer.from(entity(path, '<kml><Placemark><name>&e;</name></Placemark></kml>')),
    ],
    [
      'an entity in KMZ',
      (path) => zip({ 'doc.kml': entity(path, '<kml><Placemark><name>&e;</name></Placemark></kml>') }),
    ],
    [
      'an entity in a sheet',
      (path) =>
        replaced(
          writeXlsx({ a: [['a']] }),
          'xl/sharedStrings.xml',
          entity(path, '<sst><si><t>&e;</t></si></sst>'),
        ),
    ],
    [
      'an entity in OpenDocument',
      (path) => replaced(writeOds(''), 'content.xml', entity(path, '<a>&e;</a>')),
    ],
    ['entities of entities in GML', () => zip({ 'a.gml': laughs(gml('&l12;')) })],
    [
      'entities of entities in KML',
      () => Buffer.from(laughs('<kml><Placemark><name>&l12;</name></Placemark></kml>')),
    ],
    [
      'entities of entities in a sheet',
      () => replaced(writeXlsx({ a: [['a']] }), 'xl/sharedStrings.xml', laughs('<sst/>')),
    ],
  ])('is refused, and nothing else is read: %s', async (_, bytes) => {
    const said = await outcome(bytes(secretPath))
    expect(said).toMatch(/cannot be read|are not read|declares types|holds nothing/)
    expect(said).not.toContain(SECRET)
  })

  it('fetches no schema that it names', async () => {
    const text = await outcome(
      Buffer.from(gml('a', `xsi:schemaLocation="http://a ${address}/a.xsd /vsicurl/${address}/b.xsd"`)),
    )
    expect(JSON.parse(text)).toMatchObject({ features: [{ properties: { text: 'a' } }] })
    expect(fetched).toEqual([])
  })

  it('is read where no other file and no network can be opened', () => {
    const script = fileURLToPath(new URL('../support/children/open-elsewhere.ts', import.meta.url))
    const fd = openSync(secretPath, 'r')
    const elsewhere = [
      secretPath,
      `/vsicurl/${address}/a.gpkg`,
      `/vsicurl_streaming/${address}/a.gpkg`,
      `/vsis3/a/b.gpkg`,
      `/vsisubfile/0_1000,${secretPath}`,
      `WMTS:${address}/`,
      `DERIVED_SUBDATASET:LOGAMPLITUDE:${secretPath}`,
      vrt(secretPath),
      `/proc/self/cwd/package.json`,
    ]
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, ...elsewhere], {
      stdio: ['ignore', 'pipe', 'inherit', fd],
      encoding: 'utf8',
    })
    closeSync(fd)
    expect(JSON.parse(stdout)).toEqual(['/input/upload.gpkg'])
    expect(fetched).toEqual([])
  })

  it('is given up when it takes too long', async () => {
    expect(await outcome(files.get('slow.gpkg')!, 'plain', { ...LIMITS, openMs: 4000 })).toMatch(
      /GeoPackage cannot be read: reading it takes too much time/,
    )
  })

  it('is given up when it takes too much memory', async () => {
    expect(await outcome(files.get('large.gpkg')!, 'blobs', { ...LIMITS, memoryMb: 200 })).toMatch(
      /GeoPackage cannot be read: reading it takes more than 200 MB of memory/,
    )
  })

  it.each<[string, () => Buffer]>([
    ['KMZ', () => packed('doc.kml', Buffer.alloc(50_000_000, ' '), 1000)],
    ['a workbook', () => packed('content.xml', Buffer.alloc(50_000_000, ' '), 1000)],
  ])('is stopped when it unpacks to more than it says: %s', async (_, bytes) => {
    expect(await outcome(bytes())).toMatch(/is damaged: .* cannot be unpacked/)
  })

  it('leaves no file and no process behind', async () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('lagesbild-'))).toEqual([])
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'))
  })
})
