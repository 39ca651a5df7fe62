import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedWorkers } from '../support/shared-workers.ts'
import { checkBackup } from '../../server/operations/upkeep/container.ts'
import type { ComputePool } from '../../server/platform/workers/compute-pool.ts'
import { openStore } from '../platform/feed/open-store.ts'
import { type ApiResponse, createApiClient } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import type { SnapshotStore } from '../../server/platform/feed/snapshot-store.ts'

describe.each(databasesUnderTest)('the purge through a server on the $kind database', (database) => {
  let server: TestServer
  let pool: ComputePool
  let other: SnapshotStore
  const send = (body: object): Promise<ApiResponse> =>
    createApiClient(server.operator.request)('POST', '/api/system/purge', { body })

  beforeAll(async () => {
    server = await startTestServer({ database })
    pool = sharedWorkers()
    const { sources, incidents } = server.storage.repositories
    await sources.save({ ...SAMPLE_SOURCE, retentionDays: 365 })
    const now = Math.floor(server.storage.clock.nowMs() / 60_000)
    await incidents.insert([
      sampleIncident({ externalId: 'old' }),
      sampleIncident({ externalId: 'new', fromMinute: now - 60, toMinute: now }),
    ])
    await server.engine.snapshots.refresh()
    other = await openStore(server.database, pool)
  })
  afterAll(async () => {
    await other?.close()
    await pool?.close()
    await server?.close()
  })

  it('has no rows that could have been refused: an incident past retention is neither imported nor created', async () => {
    const analyst = await server.as('analyst')
    const now = server.storage.clock.nowMs()
    const days = (count: number) => new Date(now - count * 86_400_000).toISOString()
    const incident = {
      source: SAMPLE_SOURCE.id,
      lon: 18.06,
      lat: 59.33,
      category: 'theft',
      precision: 'address',
    }
    const past = { ...incident, externalId: 'past', from: days(400), to: days(366) }
    const fresh = { ...incident, externalId: 'reaches-in', from: days(400), to: days(364) }
    const refused = await analyst('POST', '/api/incidents', { body: [fresh, past] })
    expect(refused.body).toMatchObject({ code: 'invalid-body', problems: [{ field: '1.to' }] })
    expect(refused.body.detail).toContain('past-retention')
    const { storage } = server
    const young = await storage.repositories.incidents.page({
      after: 1,
      limit: 5,
      categories: null,
      fromMinute: null,
      toMinute: null,
      sourceId: null,
      closedSourceIds: [],
      envelope: null,
    })
    const patch = { body: { from: days(400), to: days(366) }, headers: { 'if-match': '"1"' } }
    const corrected = await analyst('PATCH', `/api/incidents/${young[0]!.id}`, patch)
    expect([young.length, corrected.status]).toEqual([1, 400])
    expect(corrected.body.detail).toContain('past-retention')
  })

  it('is open only to commands on the machine', async () => {
    for (const role of ['analyst', 'admin'] as const) {
      const call = await server.as(role)
      expect((await call('POST', '/api/system/purge', { body: {} })).status).toBe(403)
      expect((await call('GET', '/api/system/backup')).status).toBe(403)
    }
    const stranger = await server.as('public')
    expect((await stranger('POST', '/api/system/purge', { body: {} })).status).toBe(401)
  })

  it('counts only by default, and accepts a future day only then', async () => {
    const { body } = await send({})
    expect(body).toMatchObject({ dryRun: true, counts: { incidents: 1 } })
    expect((await send({ asOf: '2190-01-01' })).body.counts.incidents).toBe(2)
    expect((await send({ asOf: '2190-01-01', dryRun: false })).status).toBe(400)
    expect((await send({ asOf: 'snart' })).status).toBe(400)
    expect(server.engine.snapshots.status().incidents).toBe(2)
  })

  it('gives a whole, audited backup of the embedded database, and refuses one of PostGIS', async () => {
    const response = await server.operator.request('/api/system/backup')
    if (database.kind === 'postgis') return expect(response.status).toBe(422)
    const bytes = Buffer.from(await response.arrayBuffer())
    const { header, payload } = await checkBackup(Readable.from([bytes]), bytes.length)
    expect(header).toMatchObject({ kind: 'embedded', srid: 3006, demo: false })
    expect(payload.length).toBeGreaterThan(1_000_000)
    expect(await server.database.knex('audit_event').where({ kind: 'backup' })).toHaveLength(1)
  })

  it('erases one incident on request, once', async () => {
    const { storage, engine, operator } = server
    const incidents = () => engine.snapshots.status().incidents
    const now = Math.floor(storage.clock.nowMs() / 60_000)
    const requested = sampleIncident({ externalId: 'asked', fromMinute: now, toMinute: now })
    const before = incidents()
    const [id] = await storage.repositories.incidents.insert([requested])
    const erase = () => createApiClient(operator.request)('DELETE', `/api/system/erased-incidents/${id}`)
    expect((await erase()).status).toBe(204)
    expect(incidents()).toBe(before)
    expect(await storage.repositories.incidents.find(id!)).toBeNull()
    expect((await erase()).status).toBe(404)
    const events = await server.database.knex('audit_event').where({ action: 'eraseIncident' })
    expect(events).toMatchObject([{ kind: 'erasure', subject: `incident/${id}` }])
  })

  it('shows on every server, is audited, and runs once', async () => {
    const { status, body } = await send({ dryRun: false })
    expect({ status, body }).toMatchObject({ status: 200, body: { dryRun: false, counts: { incidents: 1 } } })
    expect(server.engine.snapshots.status().incidents).toBe(1)
    await expect.poll(() => other.status().incidents).toBe(1)
    expect(server.engine.snapshots.status().version).toBe(other.status().version)
    const events = await server.database.knex('audit_event').where({ action: 'purge' })
    expect(events).toMatchObject([{ action: 'purge', actor: 'operator', detail: { incidents: 1 } }])
    expect((await send({ dryRun: false })).body.counts.incidents).toBe(0)
  })
})
