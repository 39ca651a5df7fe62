import { createReadStream, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { type PreviewDeps, previewFile } from '../../server/import/preview.ts'

const FOLDER = new URL('../fixtures/trials/', import.meta.url)
const CITY: PreviewDeps = {
  projection: createProjection(3006),
  zone: createZone('Europe/Stockholm'),
  clock: { nowMs: () => Date.parse('2026-03-01T12:00:00Z') },
  features: { readAreas: () => Promise.resolve([]) },
  sources: { find: () => Promise.resolve(null), list: () => Promise.resolve([]) },
}

function preview(file: string, mapping: string | null) {
  const [folder] = file.split('/')
  const given =
    mapping === null
      ? null
      : (JSON.parse(readFileSync(new URL(`${folder}/${mapping}`, FOLDER), 'utf8')) as unknown)
  return previewFile(
    {
      fileName: file,
      stream: createReadStream(new URL(file, FOLDER)),
      mapping: given === null ? null : parseImportMapping(given),
    },
    CITY,
  )
}

describe('files that people report as read wrongly elsewhere', () => {
  it.each([
    [
      '05-excel-sv-decimal-comma/03a.csv',
      { crs: 'EPSG:3006', csv: { decimal: ',', encoding: 'windows-1252' } },
    ],
    [
      '05-excel-sv-decimal-comma/03b.csv',
      { crs: 'EPSG:4326', csv: { decimal: ',', encoding: 'windows-1252' } },
    ],
    [
      '05-excel-sv-decimal-comma/03c.csv',
      { crs: 'EPSG:3006', csv: { decimal: ',', encoding: 'windows-1252' } },
    ],
    ['06-lines-before-header/04a.csv', { csv: { delimiter: ';' } }],
    ['06-lines-before-header/04b.csv', { csv: { delimiter: ';' } }],
    ['06-lines-before-header/04c.csv', { csv: { delimiter: ';' } }],
    ['06-lines-before-header/04d.csv', { csv: { delimiter: ';' } }],
    ['08-geojsonl-rs-wrapper/10a.json', { columns: { x: 'long', y: 'lat' } }],
    ['08-geojsonl-rs-wrapper/11a.geojsonl', {}],
    ['08-geojsonl-rs-wrapper/11b.geojsons', {}],
    ['08-geojsonl-rs-wrapper/11c.geojson', {}],
    ['13-multipoint-and-wkt-positions/07a.csv', { columns: { position: 'the_geom' } }],
    ['13-multipoint-and-wkt-positions/07c.csv', { columns: { position: 'coordinates' } }],
    ['13-multipoint-and-wkt-positions/24a.geojson', {}],
    ['14-dms-coordinates/08a.csv', { columns: { x: 'long', y: 'lat' } }],
    ['14-dms-coordinates/08b.csv', { columns: { x: 'long', y: 'lat' } }],
    ['17-old-mac-line-ends/06a.csv', { columns: { x: 'lon', y: 'lat' } }],
    ['17-old-mac-line-ends/06c.csv', { columns: { x: 'lon', y: 'lat' } }],
  ])('%s is read whole without a mapping', async (file, mapping) => {
    const result = await preview(file, null)
    expect(result.mapping).toMatchObject(mapping)
    expect(result.rejected).toEqual({})
    expect(result.accepted + result.duplicates).toBe(result.rowsRead)
    expect(result.rowsRead).toBeGreaterThan(0)
  })

  it.each([
    ['05-excel-sv-decimal-comma/03a.csv', 'm03a.json', 40],
    ['05-excel-sv-decimal-comma/03c.csv', 'm03a.json', 40],
    ['06-lines-before-header/04a.csv', 'm04.json', 40],
    ['13-multipoint-and-wkt-positions/07a.csv', 'm07a.json', 30],
    ['13-multipoint-and-wkt-positions/07b.json', 'm07b.json', 30],
    ['13-multipoint-and-wkt-positions/07c.csv', 'm07c.json', 30],
    ['14-dms-coordinates/08a.csv', 'm08.json', 30],
    ['14-dms-coordinates/08b.csv', 'm08.json', 30],
    ['17-old-mac-line-ends/06a.csv', 'm06.json', 40],
  ])('%s is read whole with the mapping %s', async (file, mapping, rows) => {
    expect(await preview(file, mapping)).toMatchObject({ rowsRead: rows, accepted: rows, rejected: {} })
  })

  it('a second collection behind the first is refused with its line, not left out', async () => {
    await expect(preview('07-json-tail-dropped/11d.geojson', 'm12a.json')).rejects.toThrow(
      'Line 2: something follows the end of the JSON',
    )
  })
})
