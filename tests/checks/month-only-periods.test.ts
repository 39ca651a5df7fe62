import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { EAST, inDegrees, NORTH, rectangle } from './tiny-city.ts'

/** As street-level data of the United Kingdom come: a month, a snapped place and nothing of the day. */
const MAPPING = parseImportMapping({
  source: { id: 'police', controller: 'Police', legalBasis: 'Open data', purpose: 'Test' },
  crs: 'EPSG:3006',
  columns: { x: 'x', y: 'y', occurredFrom: 'month' },
  timeFormat: 'month',
  categories: { '*': 'vandalism' },
  defaults: { category: 'vandalism' },
})
const SITE = inDegrees(rectangle(1000, 1000, 200, 250))
const FIRST_YEAR = 2023
const MONTHS = 36
const DAYS = 1095
const PERIODS = 300

const random = seededRandom(11)
const ofMonth = Array.from({ length: MONTHS }, () => 1 + Math.floor(30 * random()))

/** A local moment: midnight of a day, or some minute of it. */
function momentOf(day: number): string {
  const minute = random() < 0.5 ? 0 : Math.floor(1440 * random())
  return new Date(Date.UTC(FIRST_YEAR, 0, 1 + day, 0, minute)).toISOString().slice(0, 16)
}

/** What the whole months hold that a period touches: never nothing. */
function inMonthsTouched(from: string, to: string): number {
  const monthOf = (moment: Date) => (moment.getUTCFullYear() - FIRST_YEAR) * 12 + moment.getUTCMonth()
  const [first, last] = [monthOf(new Date(`${from}Z`)), monthOf(new Date(Date.parse(`${to}Z`) - 1))]
  return ofMonth.slice(first, last + 1).reduce((sum, count) => sum + count, 0)
}

describe.each(databasesUnderTest)('incidents dated by month ($kind)', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    call = createApiClient(server.url)
    const lines = ofMonth.flatMap((count, k) => {
      const month = `${FIRST_YEAR + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`
      return Array.from({ length: count }, (_, n) => `${EAST + 1040 + 60 * (n % 3)},${NORTH + 1100},${month}`)
    })
    const stream = Readable.from([Buffer.from(`x,y,month\n${lines.join('\n')}\n`)])
    const { done } = await server.storage.imports.start({
      fileName: 'street.csv',
      stream,
      bytesTotal: null,
      mapping: MAPPING,
    })
    expect((await done).state).toBe('done')
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  async function surface(from: string, to: string): Promise<number> {
    const { body } = await call('GET', `/api/hotspots?group=property&cell=400&from=${from}&to=${to}`)
    return body.analysis.incidents
  }

  async function check(from: string, to: string): Promise<number> {
    const { body } = await call('POST', '/api/check', { body: { geometry: SITE, from, to } })
    return body.evidence.counts.find(({ id }: Json) => id === 'count-property-0').count
  }

  it('are counted in all months that 300 periods touch, without a false zero', async () => {
    for (let k = 0; k < PERIODS; k++) {
      const day = Math.floor((DAYS - 1) * random())
      const last = day + 1 + Math.floor((DAYS - 1 - day) * random() ** 3)
      const [from, to] = [momentOf(day), momentOf(last)]
      const count = await (k % 4 === 0 ? check : surface)(from, to)
      expect([from, to, count]).toEqual([from, to, inMonthsTouched(from, to)])
    }
  })
})
