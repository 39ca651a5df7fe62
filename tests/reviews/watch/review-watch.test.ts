import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANALYST } from '../../../server/platform/access/audience.ts'
import { createReviewWatch } from '../../../server/reviews/watch/review-watch.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { LOCKING, opened, step } from '../../support/review-steps.ts'
import { createApiClient, type Json } from '../../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const INCIDENTS = 3000
const FIRST_DAY_MS = Date.parse('2026-11-20T12:00Z')
const MONTH_MS = 40 * 86_400_000
const MAPPING = {
  source: { id: 'polisen', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
  categories: { '*': 'graffiti' },
}

describe.each(databasesUnderTest)('the watch over reviews ($kind)', (kind) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  let review: Json
  const clock = { ms: FIRST_DAY_MS, nowMs: () => clock.ms }

  beforeAll(async () => {
    server = await startTestServer({ database: kind, clock, townIncidents: INCIDENTS })
    call = createApiClient(server.url)
    const { id } = await opened(call)
    review = (await call('GET', `/api/reviews/${id}`)).body
  })
  afterAll(() => server?.close())

  const watched = async (): Promise<Json> => {
    const { status, body } = await call('GET', `/api/review-watches?reviewId=${review.id}`)
    expect([status, body.detail]).toEqual([200, undefined])
    return body.items[0]
  }

  /** The next month's cut, which the figures of staff are counted as of. */
  async function nextMonth(): Promise<void> {
    clock.ms += MONTH_MS
    server.people.renew('analyst')
    call = await server.as('analyst')
    await server.engine.snapshots.refresh()
  }

  /** Sixty reports of graffiti at one point, and the path of their import. */
  async function imported(name: string, [lon, lat]: readonly [number, number]): Promise<string> {
    const lines = Array.from(
      { length: 60 },
      (_, k) => `${name}-${k},${lon},${lat},2026-06-0${1 + (k % 9)}T12:00,A`,
    )
    const body = new FormData()
    body.append('mapping', JSON.stringify(MAPPING))
    body.append('file', new Blob([['id,lon,lat,start,type', ...lines].join('\n')]), 'a.csv')
    const started = await call('POST', '/api/imports', { body })
    expect([started.status, started.body.detail]).toEqual([202, undefined])
    const path = started.headers.get('location')!
    for (;;) {
      const { body: status } = await call('GET', path)
      if (status.finishedAt === null) await wait(20)
      else {
        expect([status.state, status.accepted]).toEqual(['done', 60])
        return path
      }
    }
  }

  const corner = (): readonly (readonly [number, number])[] =>
    review.evidence.provenance.query.geometry.coordinates[0]
  const site = (): [number, number] => {
    const [a, , c] = corner()
    return [(a![0] + c![0]) / 2, (a![1] + c![1]) / 2]
  }
  const elsewhere = (): [number, number] => [site()[0] + 0.012, site()[1] + 0.006]

  it('finds nothing changed where no data changed', async () => {
    expect(await watched()).toMatchObject({ state: 'same', changes: [], computedAt: review.computedAt })
  })

  it('says what an import at the site changed once the next cut has it, and nothing after it is undone', async () => {
    const path = await imported('here', site())
    expect((await watched()).state).toBe('same')
    await nextMonth()
    const { state, cutAt, changes } = await watched()
    expect([state, cutAt]).toEqual(['changed', new Date(clock.ms).toISOString()])
    expect(changes.map((one: Json) => `${one.finding} ${one.change}`)).toEqual([
      'hot-cells-property verdict',
      'change-property-0 figures',
      'rank-property figures',
    ])
    for (const { before, now } of changes) expect(before.sv).not.toBe(now.sv)
    expect((await call('GET', `/api/reviews/${review.id}`)).body).toEqual(review)
    expect((await call('DELETE', path)).body.state).toBe('undone')
    await nextMonth()
    expect(await watched()).toMatchObject({ state: 'same', changes: [] })
  })

  it('finds nothing changed by an import elsewhere', async () => {
    await imported('elsewhere', elsewhere())
    await nextMonth()
    expect(await watched()).toMatchObject({ state: 'same', changes: [] })
  })

  it('says at once what a register changed, and nothing once it is as it was', async () => {
    const camera = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: site() },
      properties: { name: 'Ny kamera', operator: 'Staden', purpose: 'Trygghet', status: 'active' },
    }
    const made = await call('POST', '/api/cameras', { body: camera })
    expect([made.status, made.body.detail]).toEqual([201, undefined])
    const { changes } = await watched()
    expect(changes.map((one: Json) => [one.finding, one.change])).toEqual([['cameras', 'figures']])
    await call('DELETE', `/api/cameras/${made.body.id}`, { headers: { 'if-match': '"1"' } })
    expect((await watched()).state).toBe('same')
  })

  it('says which review could not be checked again, and checks the others', async () => {
    const second = await opened(call, 2)
    const { engine, storage } = server
    const watch = createReviewWatch({
      ...engine,
      reviews: storage.repositories.reviews,
      clock,
      log: { warn: () => {} },
      checks: {
        checkOn: async (snapshot, request, audience) => {
          if (request.proposalId === 2) throw new Error('broken')
          return engine.checks.checkOn(snapshot, request, audience)
        },
      },
    })
    const states = (await watch.list(ANALYST)).map(({ reviewId, state }) => [reviewId, state])
    expect(states).toEqual([
      [second.id, 'failed'],
      [review.id, 'same'],
    ])
  })

  it('leaves out reviews whose evidence is locked', async () => {
    const screening = (await step(call, review, 'POST', 'state', { to: 'screening', note: null })).body
    const coordinator = await server.as('coordinator')
    const locking = { to: 'evidence_locked', note: null, ...LOCKING }
    const locked = await step(coordinator, screening, 'POST', 'state', locking)
    expect([locked.status, locked.body.detail]).toEqual([200, undefined])
    expect(await watched()).toBeUndefined()
  })
})
