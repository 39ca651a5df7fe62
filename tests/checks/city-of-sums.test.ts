import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseFileMapping } from '../../server/import/file-mapping.ts'
import { cellAt, cellCentre } from '../../server/engine/lattice/lattice.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../../server/engine/snapshot/incident.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { EAST, inDegrees, NORTH, rectangle, TINY_LAND } from './tiny-city.ts'

const SOURCE = {
  id: 'police',
  controller: 'Polisen',
  legalBasis: 'Avtal',
  purpose: 'Lägesbild',
  register: 'police',
  coversFrom: '2024-01-01',
  coversTo: '2025-12-31',
}
const FLAG_NAMES = Object.keys(FLAGS)
const SITES = [
  rectangle(1000, 1000, 200, 250),
  rectangle(1013, 1000, 30, 400),
  rectangle(2500, 500, 700, 500),
  rectangle(1990, 2900, 200, 200),
].map(inDegrees)

interface Row {
  readonly x: number
  readonly y: number
  /** Local time. */
  readonly at: string
  readonly category: string
  readonly setting: string
  readonly flags: readonly string[]
}

/** Two years of a city, some of it on the borders and corners of cells. */
function makeRows(): readonly Row[] {
  const random = seededRandom(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const two = (n: number) => String(n).padStart(2, '0')
  return Array.from({ length: 6000 }, (_, k) => {
    let [x, y] = [EAST + random() * 4000, NORTH + random() * 3000]
    if (k % 5 === 0) {
      const [cx, cy] = cellCentre(cellAt(x, y, 50), 50)
      ;[x, y] = [cx + pick([25, 50, 37.5, -37.5, -50]), cy + pick([0, 1, -1]) * 25 * Math.sqrt(3)]
    }
    const month = Math.floor(random() * 24)
    const at = `${2024 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(1 + Math.floor(random() * 28))}T${two(Math.floor(random() * 24))}:30`
    return {
      x: Math.round(x * 100) / 100,
      y: Math.round(y * 100) / 100,
      at,
      category: pick(CATEGORIES).code,
      setting: pick(SETTINGS),
      flags: FLAG_NAMES.filter(() => random() < 0.05),
    }
  })
}

const ROWS = makeRows()
const sql = (dialect: string) =>
  readFileSync(new URL(`../../db/units/units-table.${dialect}.sql`, import.meta.url), 'utf8')

type Sums = readonly Record<
  'i' | 'j' | 'month' | 'category' | 'setting' | 'flags' | 'count',
  string | number
>[]

/** What a documented query makes of the rows, in the database. */
async function sumsBy(dialect: string, { database }: TestServer): Promise<Sums> {
  return database.knex.transaction(async (trx) => {
    const isPostgis = dialect === 'postgis'
    const columns = isPostgis
      ? 'geom geometry(Point, 3006), occurred timestamptz'
      : 'x float8, y float8, occurred timestamp'
    await trx.raw(
      `CREATE TEMP TABLE incidents (${columns}, category text, setting text, flags text) ON COMMIT DROP`,
    )
    const place = isPostgis ? 'st_setsrid(st_makepoint(x, y), 3006)' : 'x, y'
    const time = isPostgis ? "at AT TIME ZONE 'Europe/Stockholm'" : 'at'
    await trx.raw(
      `INSERT INTO incidents SELECT ${place}, ${time}, category, setting, flags
       FROM unnest(?::float8[], ?::float8[], ?::timestamp[], ?::text[], ?::text[], ?::text[]) AS given(x, y, at, category, setting, flags)`,
      [
        ROWS.map(({ x }) => x),
        ROWS.map(({ y }) => y),
        ROWS.map(({ at }) => at),
        ROWS.map(({ category }) => category),
        ROWS.map(({ setting }) => setting),
        ROWS.map(({ flags }) => flags.join('|')),
      ],
    )
    return (await trx.raw(sql(dialect))).rows
  })
}

/** The same by the engine. */
function sumsOfEngine(): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { x, y, at, category, setting, flags } of ROWS) {
    const { i, j } = cellAt(x, y, 50)
    const key = [i, j, at.slice(0, 7), category, setting, flags.join('|')].join()
    sums.set(key, (sums.get(key) ?? 0) + 1)
  }
  return sums
}

const monthOf = (text: string | number) => String(text).replace(/-(\d)$/, '-0$1')
const keyOf = ({ i, j, month, category, setting, flags }: Sums[number]) =>
  [i, j, monthOf(month), category, setting, flags].join()

function rowsCsv(): string {
  const lines = ROWS.map(({ x, y, at, category, setting, flags }) =>
    [x, y, at, category, setting, ...FLAG_NAMES.map((flag) => (flags.includes(flag) ? 1 : ''))].join(),
  )
  return [`x,y,at,category,setting,${FLAG_NAMES.join()}`, ...lines].join('\n')
}

function sumsCsv(sums: Sums): string {
  const lines = sums.map(({ i, j, month, category, setting, flags, count }) =>
    [i, j, month, category, setting, flags, count].join(),
  )
  return ['i,j,month,category,setting,flags,count', ...lines].join('\n')
}

const ROW_MAPPING = {
  source: SOURCE,
  crs: 'EPSG:3006',
  columns: { x: 'x', y: 'y', occurredFrom: 'at', category: 'category', setting: 'setting' },
  flags: Object.fromEntries(FLAG_NAMES.map((flag) => [flag, flag])),
}

describe.each(databasesUnderTest)(
  'a city imported as sums of cells, compared with the same city as rows, on $kind',
  (database) => {
    let ofRows: TestServer
    let ofSums: TestServer
    let sums: Sums
    beforeAll(async () => {
      ofRows = await startTestServer({ database, srid: 3006 })
      ofSums = await startTestServer({ database, srid: 3006 })
      sums = await sumsBy('spark', ofRows)
      await fill(ofRows, rowsCsv(), ROW_MAPPING)
      await fill(ofSums, sumsCsv(sums), { table: 'units', source: SOURCE })
    })
    afterAll(async () => {
      await ofRows?.close()
      await ofSums?.close()
    })

    async function fill({ storage, engine }: TestServer, text: string, mapping: unknown) {
      const { features } = storage.repositories
      await features.insertMany('areas', TINY_LAND.areas)
      const { done } = await storage.imports.start({
        fileName: 'file.csv',
        stream: Readable.from([Buffer.from(text)]),
        bytesTotal: null,
        mapping: parseFileMapping(mapping),
      })
      expect(await done).toMatchObject({ state: 'done', rejected: 0, duplicates: 0 })
      await engine.snapshots.refresh()
    }
    async function checked(server: TestServer, geometry: Json, role: 'planner' | 'analyst') {
      const call = await server.as(role)
      const { status, body } = await call('POST', '/api/check', {
        body: { geometry, from: '2025-01-01', to: '2026-01-01' },
      })
      expect(status).toBe(200)
      return body
    }

    it('has the sums of both documented SQL queries', async () => {
      const expected = sumsOfEngine()
      for (const made of [sums, await sumsBy('postgis', ofRows)]) {
        expect(new Map(made.map((row) => [keyOf(row), Number(row.count)]))).toEqual(expected)
      }
      expect(expected.size).toBeLessThan(ROWS.length)
    })

    it('has the same counts and ranks of every site, for planners and analysts', async () => {
      for (const geometry of SITES) {
        for (const role of ['planner', 'analyst'] as const) {
          const [a, b] = [await checked(ofRows, geometry, role), await checked(ofSums, geometry, role)]
          expect(b.evidence.counts).toEqual(a.evidence.counts)
          expect(b.evidence.ranks).toEqual(a.evidence.ranks)
          expect(b.evidence.zones).toEqual(a.evidence.zones)
          expect(a.evidence.counts.some(({ count }: Json) => count > 0)).toBe(true)
          expect(b.evidence.provenance.notices).toEqual(a.evidence.provenance.notices)
        }
      }
    })

    it('gives no exact count inside a line, which sums of cells cannot give', async () => {
      const [a, b] = [await checked(ofRows, SITES[0], 'analyst'), await checked(ofSums, SITES[0], 'analyst')]
      expect(a.exact.length).toBeGreaterThan(0)
      expect(b.exact).toBeNull()
    })

    it('has the same surface of 50 m, without the share of a commonest position', async () => {
      const path = '/api/hotspots?group=property&cell=50&from=2025-01-01&to=2026-01-01'
      const [a, b] = await Promise.all(
        [ofRows, ofSums].map(async ({ url }) => (await createApiClient(url)('GET', path)).body),
      )
      const disclosed = ({ features }: Json) =>
        features.map(({ properties }: Json) => ({ ...properties, dominance: null }))
      expect(disclosed(b)).toEqual(disclosed(a))
      expect(disclosed(a).length).toBeGreaterThan(100)
      expect(b.features.every(({ properties }: Json) => properties.dominance === null)).toBe(true)
      expect(a.features.some(({ properties }: Json) => properties.dominance !== null)).toBe(true)
    })
  },
)
