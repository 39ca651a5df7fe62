import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAreasFile } from '../../server/areas/areas-import-file.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { cityBounds } from '../../server/engine/snapshot/study-envelope.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { previewFile } from '../../server/import/preview.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'
import { metresBetween } from '../engine/projection/metres-between.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/import/own-crs/${name}`, import.meta.url), 'utf8')

/** A study area of a city, a rectangle in degrees. */
function study(srid: number, [west, south, east, north]: readonly [number, number, number, number]) {
  const { toPlanar } = createProjection(srid)
  const corners = [toPlanar(west, south), toPlanar(east, south), toPlanar(east, north), toPlanar(west, north)]
  const ring = [...corners, corners[0]!].map((corner) => [...corner!])
  return {
    id: 1,
    planar: { type: 'Polygon', coordinates: [ring] },
    properties: { kind: 'study', derived: false },
  }
}
const STOCKHOLM = { srid: 3006, areas: [study(3006, [17.9, 59.25, 18.2, 59.4])] }
const SWEDEN = { srid: 3006, areas: [] }
const MADRID = { srid: 25_830, areas: [study(25_830, [-3.83, 40.31, -3.52, 40.56])] }

function preview(
  text: string,
  { srid, areas }: { srid: number; areas: object[] },
  mapping: object | null = null,
) {
  return previewFile(
    {
      fileName: 'a',
      stream: Readable.from([Buffer.from(text)]),
      mapping: mapping === null ? null : parseImportMapping(mapping),
    },
    {
      projection: createProjection(srid),
      zone: createZone('Europe/Stockholm'),
      clock: { nowMs: () => Date.parse('2026-03-01T12:00:00Z') },
      features: { readAreas: () => Promise.resolve(areas as never) },
      sources: { find: () => Promise.resolve(null), list: () => Promise.resolve([]) },
    },
  )
}

/** The middle of where a preview puts the rows. */
function middleOf({ hexbin }: Awaited<ReturnType<typeof preview>>): readonly [number, number] {
  const corners = hexbin!.features.flatMap(({ geometry }) => geometry.coordinates[0]!)
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length
  return [mean(0), mean(1)]
}

const MAPPING = {
  source: 'est',
  columns: { externalId: 'id', occurredFrom: 'datetime' },
  defaults: { category: 'theft' },
}
const inMadrid = { ...MAPPING, columns: { externalId: 'id', occurredFrom: 'fecha' } }

describe('a file of incidents that names its coordinate system', () => {
  it.each([
    ['without a study area', SWEDEN],
    ['with one', STOCKHOLM],
  ])('is previewed in that system, in a city %s', async (_, city) => {
    const result = await preview(fixture('sweref-99-18-00.geojson'), city)
    expect(result).toMatchObject({ mapping: { crs: 'EPSG:3011' }, accepted: 30, rejected: {} })
    expect(metresBetween(middleOf(result), [18.07, 59.33])).toBeLessThan(3000)
  })

  it('is read in that system when the mapping names none, whether named before or after the features', async () => {
    const { crs, features, type } = JSON.parse(fixture('sweref-99-18-00.geojson')) as Record<string, unknown>
    for (const members of [
      { type, crs, features },
      { type, features, crs },
    ]) {
      expect(await preview(JSON.stringify(members), STOCKHOLM, MAPPING)).toMatchObject({ accepted: 30 })
    }
  })

  it('is refused when the mapping gives another system, with both names', async () => {
    const reading = preview(fixture('sweref-99-18-00.geojson'), STOCKHOLM, { ...MAPPING, crs: 'EPSG:3006' })
    await expect(reading).rejects.toMatchObject({
      code: 'invalid-file',
      message: expect.stringMatching(
        /file says EPSG:3011 \(SWEREF99 18 00\).*crs is given as EPSG:3006 \(SWEREF99 TM\)/,
      ),
    })
  })

  it('is refused when the system is unknown, unless the mapping gives it', async () => {
    const text = fixture('sweref-99-18-00.geojson').replace('urn:ogc:def:crs:EPSG::3011', 'Stadens nät')
    await expect(preview(text, STOCKHOLM, MAPPING)).rejects.toThrow(/not known here \(Stadens nät\).*--crs/)
    expect(await preview(text, STOCKHOLM, { ...MAPPING, crs: 'EPSG:3011' })).toMatchObject({ accepted: 30 })
  })

  it('is refused when it names metres and holds degrees, unless the mapping says degrees', async () => {
    const text = fixture('madrid-ed50.geojson').replace('EPSG::4230', 'EPSG::25830')
    await expect(preview(text, MADRID, inMadrid)).rejects.toThrow(
      /says EPSG:25830.*but its positions are degrees/,
    )
    expect(await preview(text, MADRID, { ...inMadrid, crs: 'EPSG:4326' })).toMatchObject({ rejected: {} })
  })

  it.each([
    ['madrid-ed50-utm.geojson', 235],
    ['madrid-ed50.geojson', 172],
  ])('is read with the datum shift of Spain in %s', async (name, metres) => {
    const asNamed = middleOf(await preview(fixture(name), MADRID, inMadrid))
    const plain = fixture(name).replace('EPSG::23030', 'EPSG::25830').replace('EPSG::4230', 'EPSG::4258')
    const unshifted = middleOf(await preview(plain, MADRID, inMadrid))
    expect(Math.abs(metresBetween(asNamed, unshifted) - metres)).toBeLessThan(10)
  })
})

describe('a table that does not name its coordinate system', () => {
  const columns = { externalId: 'id', x: 'e', y: 'n', occurredFrom: 'datum', category: 'brott' }
  const mapping = { source: 'est', columns, categories: { '*': 'theft' } }

  it('is previewed in the system that puts its positions in the city', async () => {
    const result = await preview(fixture('sweref-99-18-00.csv'), STOCKHOLM)
    expect(result).toMatchObject({ mapping: { crs: 'EPSG:3011', columns: { x: 'e', y: 'n' } }, accepted: 30 })
  })

  it('is read with its exchanged columns swapped', async () => {
    const exchanged = fixture('sweref-99-18-00.csv').replace('datum,e,n', 'datum,x,y')
    const rows = exchanged.replaceAll(/,([\d.]+),([\d.]+)$/gm, ',$2,$1')
    expect(await preview(rows, STOCKHOLM)).toMatchObject({
      mapping: { crs: 'EPSG:3011', columns: { x: 'y', y: 'x' } },
    })
  })

  it('lacks its system, with the likeliest ones listed, while the city has no bounds', async () => {
    const result = await preview(fixture('sweref-99-18-00.csv'), SWEDEN)
    expect(result).toMatchObject({ missing: ['crs'], accepted: 0, mapping: { columns: { x: 'e', y: 'n' } } })
    expect(result.mapping).not.toHaveProperty('crs')
    expect(result.likelySystems.map(({ srid }) => srid)).toContain(3011)
  })

  it('is refused when the mapping gives no system and the positions are not degrees', async () => {
    await expect(preview(fixture('sweref-99-18-00.csv'), STOCKHOLM, mapping)).rejects.toMatchObject({
      code: 'invalid-file',
      message: expect.stringMatching(/crs \(--crs\).*Likeliest: 30 of 30 .*EPSG:3011/),
    })
  })
})

describe('a file of areas', () => {
  const projection = createProjection(3006)
  const read = (text: string, crs?: number) =>
    readAreasFile({
      bytes: new TextEncoder().encode(text),
      options: { kind: 'district', nameProperty: 'name', crs },
      city: cityBounds(STOCKHOLM.areas as never, projection),
    })
  const firstCorner = (found: ReturnType<typeof read>) => {
    const [area] = 'areas' in found ? found.areas : []
    return (JSON.parse(area!.planar) as { coordinates: [number, number][][] }).coordinates[0]![0]!
  }

  it('is read in the system that it names', () => {
    expect(firstCorner(read(fixture('district-sweref-99-tm.geojson')))).toEqual([672_000, 6_578_000])
    const shifted = firstCorner(read(fixture('district-ed50.geojson')))
    const plain = projection.toPlanar(18.06, 59.34)!
    expect(Math.hypot(shifted[0] - plain[0], shifted[1] - plain[1])).toBeCloseTo(77.6, 0)
  })

  it('is refused when it contradicts the given system, or names none and holds no degrees', () => {
    const text = fixture('district-sweref-99-tm.geojson')
    expect(() => read(text, 3011)).toThrow(/EPSG:3006 \(SWEREF99 TM\).*EPSG:3011 \(SWEREF99 18 00\).*--crs/)
    const silent = text.replace(/"crs": \{.*?\}\}, /, '')
    expect(() => read(silent)).toThrow(/crs \(--crs\).*Likeliest: .*EPSG:3006/)
    expect(firstCorner(read(silent, 3006))).toEqual([672_000, 6_578_000])
  })

  it('is refused with a hint when its coordinates are exchanged', () => {
    const exchanged = fixture('district-sweref-99-tm.geojson').replaceAll(/\[(67\d+), (65\d+)\]/g, '[$2, $1]')
    expect(() => read(exchanged)).toThrow(/with its coordinates exchanged/)
  })
})

describe.each(databasesUnderTest)('a table in RT 90 ($kind)', (kind) => {
  let city: ImportCity
  beforeAll(async () => {
    city = await openImportCity(kind)
  })
  afterAll(() => city?.close())

  it('is stored where its places are', async () => {
    const status = await city.importText(fixture('rt90.csv'), {
      source: { id: 'rt90', controller: 'x', legalBasis: 'x', purpose: 'x' },
      columns: { externalId: 'id', x: 'x_ost', y: 'y_nord', occurredFrom: 'datum', category: 'brott' },
      categories: { '*': 'theft' },
      crs: 'EPSG:3021',
    })
    expect(status).toMatchObject({ state: 'done', accepted: 8 })
    const { rows } = await city.database.knex.raw(
      `SELECT max(ST_Distance(geom, ST_Transform(ST_SetSRID(ST_MakePoint(18.03 + n * 0.01, 59.31 + n * 0.005), 4326), 3006))) AS metres
       FROM incident, LATERAL (SELECT substr(external_id, 3)::int AS n) AS place`,
    )
    expect((rows[0] as { metres: number }).metres).toBeLessThan(2)
  })
})
