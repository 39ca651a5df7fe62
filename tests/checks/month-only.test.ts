import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { type Random, seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { EAST, inDegrees, NORTH, rectangle } from './tiny-city.ts'

const MAPPING = parseImportMapping({
  source: { id: 'police', controller: 'Police', legalBasis: 'Open data', purpose: 'Test' },
  crs: 'EPSG:3006',
  columns: { x: 'x', y: 'y', occurredFrom: 'month', category: 'type', weight: 'n' },
  timeFormat: 'month',
  categories: Object.fromEntries(CATEGORIES.map(({ code }) => [code, code])),
})
const PER_DAY = 3
const SITE = inDegrees(rectangle(1000, 1000, 200, 250))
const THEFTS_IN_MARCH_2026 = 17

/** Two years of incidents at one rate a day for every category, as sums by month, and thefts of one more month. */
function monthlySums(): string {
  const random = seededRandom(4)
  const lines = ['x,y,month,type,n']
  for (let month = 0; month < 24; month++) {
    const [year, inYear] = [2024 + Math.floor((month + 2) / 12), ((month + 2) % 12) + 1]
    const days = new Date(Date.UTC(year, inYear, 0)).getUTCDate()
    CATEGORIES.forEach(({ code }, k) => {
      const n = poisson(random, PER_DAY * days)
      const at = `${EAST + 1010 + k * 10},${NORTH + 1100}`
      if (n > 0) lines.push(`${at},${year}-${String(inYear).padStart(2, '0')},${code},${n}`)
    })
  }
  lines.push(`${EAST + 1010},${NORTH + 1100},2026-03,theft,${THEFTS_IN_MARCH_2026}`)
  return `${lines.join('\n')}\n`
}

function poisson(random: Random, mean: number): number {
  let n = 0
  for (let left = random(); left > Math.exp(-mean); n++) left *= random()
  return n
}

describe.each(databasesUnderTest)('a source with incidents dated by month ($kind)', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    call = createApiClient(server.url)
    const stream = Readable.from([Buffer.from(monthlySums())])
    const { done } = await server.storage.imports.start({
      fileName: 'sums.csv',
      stream,
      bytesTotal: null,
      mapping: MAPPING,
    })
    expect((await done).state).toBe('done')
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  async function checked(from: string, to: string, as = call) {
    const { status, body } = await as('POST', '/api/check', { body: { geometry: SITE, from, to } })
    expect([status, body.code]).toEqual([200, undefined])
    return body.evidence
  }
  const thefts = (evidence: Json) =>
    evidence.counts.find((c: Json) => c.category === 'theft' && c.zone === 0).count
  async function surface(period: string) {
    const { body } = await call('GET', `/api/hotspots?category=theft&cell=400${period}`)
    return body.analysis
  }
  const March = { from: '2026-02-28T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' }

  it('widens a check of 2–31 March to the whole of March, with a notice', async () => {
    const evidence = await checked('2026-03-02', '2026-04-01')
    expect(thefts(evidence)).toBe(THEFTS_IN_MARCH_2026)
    const { query, notices } = evidence.provenance
    expect(query).toMatchObject({ ...March, asked: { from: '2026-03-01T23:00:00.000Z', to: March.to } })
    expect(notices.at(-1)).toEqual({
      sv: expect.stringContaining('hela avslutade kalendermånader'),
      en: expect.stringContaining('whole calendar months'),
    })
  })

  it('without settings gives planners no figures below areas, with a notice', async () => {
    const evidence = await checked('2026-03-02', '2026-04-01', await server.as('planner'))
    const { counts, ranks, cells, profiles, findings, provenance } = evidence
    expect([counts, ranks, cells, profiles, provenance.sources]).toEqual([[], [], [], [], []])
    expect(provenance.notices[0].en).toContain('does not say in what setting its incidents took place')
    expect(findings.map(({ en }: Json) => en)).toContain(
      'No source can be told of for the place. Cannot be compared.',
    )
  })

  it('widens days within a month to the month, and gives no notice for a whole month', async () => {
    const evidence = await checked('2026-03-10T12:00', '2026-03-12')
    expect([thefts(evidence), evidence.provenance.query.from]).toEqual([THEFTS_IN_MARCH_2026, March.from])
    const whole = await checked('2026-03-01', '2026-04-01')
    expect(whole.counts).toEqual(evidence.counts)
    expect(whole.provenance.query.asked).toBeUndefined()
    expect(JSON.stringify(whole.provenance.notices)).not.toContain('whole calendar months')
  })

  it('reaches to the end of its last month', async () => {
    const { body } = await call('POST', '/api/check', { body: { geometry: SITE } })
    expect(body.evidence.provenance.query).toMatchObject({ from: '2025-03-31T22:00:00.000Z', to: March.to })
    expect(body.evidence.findings.filter(({ kind }: Json) => kind === 'coverage')).toEqual([])
  })

  it('widens a surface of 2–31 March to March, stated in its analysis', async () => {
    const cut = await surface('&from=2026-03-02&to=2026-04-01')
    expect(cut).toMatchObject({ incidents: THEFTS_IN_MARCH_2026, query: { from: '2026-03-01T00:00+01:00' } })
    expect(cut.notices).toEqual([expect.objectContaining({ en: expect.stringContaining('whole months') })])
    const aoristic = await surface('&from=2026-03-14&to=2026-03-15&time=aoristic')
    expect(aoristic.incidents).toBe(THEFTS_IN_MARCH_2026)
    const whole = await surface('&from=2026-03-01&to=2026-04-01')
    expect([whole.incidents, whole.notices]).toEqual([THEFTS_IN_MARCH_2026, []])
  })

  it('is in no hour, weekday or profile', async () => {
    const night = await surface('&from=2026-03-01&to=2026-04-01&hours=0-1')
    expect(night).toMatchObject({ incidents: 0, timeUnknown: THEFTS_IN_MARCH_2026 })
    const sunday = await surface('&from=2026-03-01&to=2026-04-01&weekdays=7')
    expect(sunday).toMatchObject({ incidents: 0, timeUnknown: THEFTS_IN_MARCH_2026 })
    const { profiles } = await checked('2025-04-01', '2026-04-01')
    const property = profiles.find(({ group }: Json) => group === 'property')
    expect(property.knownTime).toBe(0)
    expect(property.timeUnknown).toBeGreaterThan(THEFTS_IN_MARCH_2026)
  })

  it('has a dispersion index of about 1 at a constant rate', async () => {
    const { counts } = await checked('2025-03-02', '2026-02-28')
    const indexes = counts
      .filter(({ zone, category }: Json) => zone === 0 && category !== null)
      .map(({ dispersion }: Json) => dispersion)
    const mean = indexes.reduce((sum: number, index: number) => sum + index, 0) / indexes.length
    expect(indexes).toHaveLength(CATEGORIES.filter(({ sensitive }) => !sensitive).length)
    expect(mean).toBeGreaterThan(0.8)
    expect(mean).toBeLessThan(1.3)
  })

  it('is reviewed and verified by the requested period', async () => {
    const proposal = { type: 'Feature', geometry: SITE, properties: { title: 'Hus' } }
    const { body: made } = await call('POST', '/api/proposals', { body: proposal })
    const opened = await call('POST', `/api/proposals/${made.id}/reviews`, {
      body: { from: '2026-03-02', to: '2026-04-01' },
    })
    const path = opened.headers.get('location')!
    expect((await call('POST', `${path}/verification`)).body).toMatchObject({ agrees: true, differences: [] })
  })

  it('widens no period once its incidents are retracted', async () => {
    const { items } = (await call('GET', '/api/incidents?from=2026-03-01&to=2026-04-01&limit=1')).body
    const gone = await call('DELETE', `/api/incidents/${items[0].id}?reason=test`)
    expect(gone.status).toBeLessThan(300)
    await server.engine.snapshots.refresh()
    const cut = await surface('&from=2026-03-02&to=2026-04-01')
    expect(cut).toMatchObject({ incidents: 0, notices: [] })
  })
})
