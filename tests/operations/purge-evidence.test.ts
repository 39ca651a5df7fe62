import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session } from '../../server/cli/session.ts'
import { verify } from '../../server/cli/verify.ts'
import { categoryIndex } from '../../server/engine/snapshot/categories.ts'
import { SETTINGS } from '../../server/engine/snapshot/incident.ts'
import { OPERATING } from '../../server/platform/access/principal.ts'
import { createReviewService } from '../../server/reviews/review-service.ts'
import type { Call } from '../support/review-steps.ts'
import { LOCKING, moved, opened } from '../support/review-steps.ts'
import { type Json, createApiClient } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { sampleIncident } from '../support/sample-rows.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const DAY_MS = 86_400_000

describe.each(databasesUnderTest)('evidence after a purge on the $kind database', (database) => {
  let server: TestServer
  let call: Call
  let review: Json

  beforeAll(async () => {
    server = await startTestServer({ database, townIncidents: 900 })
    const { engine, storage } = server
    await recordLongAgo(20, '2019-05-01')
    await recordLongAgo(1, '2021-01-15')
    await engine.snapshots.refresh()
    call = createApiClient(server.url)
    const screened = await moved(call, await opened(call), 'screening')
    const { reviews, releases } = storage.repositories
    const step = { to: 'evidence_locked', ...LOCKING } as const
    const deps = { ...engine, reviews, releases, clock: storage.clock, secondPerson: true }
    review = await createReviewService(deps).move(screened.id, screened.revision, step, OPERATING)
  })
  afterAll(() => server?.close())

  /** Older than any quarter that evidence counts. */
  async function recordLongAgo(count: number, day: string) {
    const { incidents } = server.storage.repositories
    const minute = Date.parse(day) / 60_000
    const found = await server.database.knex.raw(`
SELECT source.id AS source_id, round(st_x(incident.geom) * 100)::int AS x, round(st_y(incident.geom) * 100)::int AS y
FROM incident JOIN source ON ordinal = source_ordinal ORDER BY incident.id LIMIT 1`)
    const [known] = found.rows
    const old = Array.from({ length: count }, (_, k) =>
      sampleIncident({
        sourceId: known.source_id,
        externalId: `${day} ${k}`,
        xCm: known.x,
        yCm: known.y,
        fromMinute: minute,
        toMinute: minute,
        settingCode: SETTINGS.indexOf('outdoor'),
        categoryIndex: categoryIndex('litter')!,
      }),
    )
    await incidents.insert(old)
  }

  const purge = (asOfMs: number) =>
    server.storage.repositories.erasures.erase({
      asOfMs,
      nowMs: asOfMs,
      signal: new AbortController().signal,
      onStep: () => {},
    })

  /** The server's verification, the command's output, and its exit code. */
  async function verified(): Promise<{ readonly found: Json; readonly said: string; readonly code: number }> {
    let found: Json = null
    let said = ''
    const session: Session = {
      ...server.operator,
      async call(endpoint, input) {
        const response = await server.operator.call(endpoint, input)
        found = await response.clone().json()
        return response
      },
    }
    const output = { write: (text: string) => (said += text) }
    const code = await verify.run([String(review.id)], {
      stdout: output,
      stderr: output,
      signal: new AbortController().signal,
      config: () => {
        throw new Error('No setting is needed.')
      },
      open: async () => session,
    })
    return { found, said, code }
  }

  /** Keeps the incidents of all sources so many days, and purges on the day after the last of them. */
  async function keepFor(retentionDays: number): Promise<number> {
    const { sources } = server.storage.repositories
    for (const source of await sources.list()) await sources.save({ ...source, retentionDays })
    const [last] = await server.database.knex('incident').max('to_minute as minute')
    return (await purge(last!.minute * 60_000 + DAY_MS)).incidents
  }

  /** Changes a row without a trace, unlike a purge. */
  async function forge(change: string): Promise<void> {
    await server.database.knex.raw(`
ALTER TABLE incident DISABLE TRIGGER USER;
UPDATE incident SET ${change} WHERE id = 1;
ALTER TABLE incident ENABLE TRIGGER USER`)
  }

  it('agrees while nothing is erased', async () => {
    expect(await verified()).toMatchObject({
      found: { agrees: true, basis: 'whole', sealIntact: true },
      said: expect.stringContaining('agrees: computed again'),
      code: 0,
    })
  })

  it('does not agree with changed data when no purge has erased any', async () => {
    await forge('weight = weight + 1')
    expect(await verified()).toMatchObject({
      found: { agrees: false, figuresAgree: false, basis: 'altered' },
      said: expect.stringContaining('no purge has taken any of them'),
      code: 1,
    })
    await forge('weight = weight - 1')
  })

  it('has the same figures when only older rows are erased than it counts', async () => {
    expect(await keepFor(2200)).toBe(20)
    expect(await verified()).toMatchObject({
      found: { agrees: false, figuresAgree: true, basis: 'erased', versionRebuilt: false, differences: [] },
      said: expect.stringContaining('computed again from what is left'),
      code: 0,
    })
  })

  it('cannot be recomputed when retention erased counted rows, which is not a disagreement', async () => {
    expect(await keepFor(200)).toBeGreaterThan(10)
    expect(await verified()).toMatchObject({
      found: { figuresAgree: false, basis: 'erased', storedIntact: true, sealIntact: true },
      said: expect.stringContaining('retention has destroyed rows that it counts'),
      code: 4,
    })
  })

  it('is erased five years after the last event, while its public document stays', async () => {
    const path = `/api/reviews/${review.id}`
    const before = (await call('GET', path)).body
    const publicDocument = (await call('GET', `${path}/handling`)).body
    const lastEvent = Date.parse(before.steps.at(-1).at)
    expect(await purge(lastEvent + 1825 * DAY_MS)).toMatchObject({ evidence: 0 })
    expect(await purge(lastEvent + 1827 * DAY_MS)).toMatchObject({ evidence: 1 })

    // The analyst's session is long over, too.
    const later = await server.as('coordinator')
    const after = (await later('GET', path)).body
    expect(after).toMatchObject({ evidence: null, sha256: null, evidenceErased: true })
    expect(after.sealedSha256).toBe(before.sealedSha256)
    expect(after.steps).toEqual(before.steps)
    expect(before.salt).toEqual(expect.any(String))
    expect(await server.database.knex('review_seal').pluck('salt')).toEqual([null])
    expect((await later('GET', `${path}/handling`)).body).toEqual(publicDocument)
    expect((await later('GET', `/reviews/${review.id}`)).status).toBe(200)
    expect((await later('GET', `/reviews/${review.id}?face=annex`)).status).toBe(404)
    expect(await verified()).toMatchObject({
      found: { agrees: false, basis: 'evidence-erased', storedSha256: null },
      said: expect.stringContaining('the public document stands'),
      code: 4,
    })
  })
})
