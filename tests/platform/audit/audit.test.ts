import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type createApiClient, type Json, square } from '../../support/serving/api-client.ts'
import { createAuditService } from '../../../server/platform/audit/audit-service.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

type Client = ReturnType<typeof createApiClient>

const MARKER = 'Personen sågs vid porten'
const SOURCE = { id: 'test', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const INCIDENT = {
  source: 'test',
  externalId: 'marked',
  lon: 18.0649,
  lat: 59.3326,
  from: '2026-03-01T22:15',
  category: 'theft',
  text: MARKER,
}
const CAMERA = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [18.06, 59.33] },
  properties: { name: 'Torget 1', operator: 'Staden', purpose: 'Trygghet', status: 'active' },
}
const TILE = '/tiles/incidents/13/4507/2409.mvt?group=all'

describe.each(databasesUnderTest)('the audit log over HTTP on $kind', (database) => {
  let server: TestServer
  let admin: Client
  let analyst: Client
  beforeAll(async () => {
    server = await startTestServer({ database })
    admin = await server.as('admin')
    analyst = await server.as('analyst')
    await analyst('POST', '/api/sources', { body: SOURCE })
    await analyst('POST', '/api/incidents', { body: INCIDENT })
  })
  afterAll(() => server.close())

  /** The new events of the audit log after some work. */
  async function auditLogOf(work: () => Promise<unknown>, filter = ''): Promise<readonly Json[]> {
    const newest = (await admin('GET', '/api/audit?limit=1')).body.items[0].id
    await work()
    const { items } = (await admin('GET', `/api/audit?limit=1000${filter}`)).body
    return items.filter(({ id }: Json) => id > newest).toReversed()
  }

  it('has who changed what, and nothing of refused calls', async () => {
    const { accountId } = await server.people.of('analyst')
    let id = 0
    const events = await auditLogOf(async () => {
      const made = await analyst('POST', '/api/cameras', { body: CAMERA })
      id = made.body.id
      const path = `/api/cameras/${id}`
      await analyst('PUT', path, { body: CAMERA, headers: { 'if-match': '"1"' } })
      await analyst('PUT', path, { body: CAMERA, headers: { 'if-match': '"1"' } })
      await analyst('POST', '/api/cameras', { body: {} })
      const planner = await server.as('planner')
      await planner('DELETE', path)
      await analyst('DELETE', path)
    })
    const actor = `account/${accountId}`
    expect(events.map((event) => [event.kind, event.action, event.subject, event.actor])).toEqual([
      ['change', 'createCamera', `camera/${id}`, actor],
      ['change', 'replaceCamera', `camera/${id}`, actor],
      ['change', 'deleteCamera', `camera/${id}`, actor],
    ])
    expect(events[0]).toMatchObject({ actorName: 'Test analyst', sessionId: expect.any(Number), count: 1 })
  })

  it('has an event of each export before its file is sent', async () => {
    const events = await auditLogOf(async () => {
      await analyst('GET', '/api/hotspots?cell=200&group=property')
      await analyst('GET', '/api/hotspots?cell=200&group=property&format=csv')
      await admin('GET', '/api/audit?format=csv&kind=change')
    })
    expect(events).toMatchObject([
      { kind: 'export', action: 'getHotspots', subject: 'hotspots', detail: { edgeMetres: 200 } },
      {
        kind: 'export',
        action: 'listAuditEvents',
        subject: 'audit',
        detail: { format: 'csv', kind: 'change' },
      },
    ])
  })

  it('counts reads of points by session: drawn, cached and unchanged tiles, and incidents', async () => {
    const { cookie } = await server.people.credentials('analyst')
    const tile = (headers: Record<string, string> = {}, method = 'GET') =>
      fetch(server.url + TILE, { method, headers: { cookie, ...headers } })
    await server.access.uses.flush()
    const events = await auditLogOf(async () => {
      const first = await tile()
      expect(first.status).toBe(200)
      await tile()
      await tile({ 'if-none-match': first.headers.get('etag')! })
      await tile({}, 'HEAD')
      await fetch(`${server.url}/tiles/areas/13/4507/2409.mvt`, { headers: { cookie } })
      await analyst('GET', '/api/incidents')
      await analyst('GET', '/api/incidents/1')
      await analyst('GET', '/api/incidents/999999')
      await server.access.uses.flush()
    }, '&kind=points-read')
    expect(events.map((event) => [event.action, event.subject, event.count])).toEqual([
      ['getTile', 'incidents', 4],
      ['listIncidents', 'incidents', 1],
      ['getIncident', 'incidents', 1],
    ])
  })

  it('counts reads of cells by session: surfaces, their tiles and checks, without refused ones', async () => {
    const { cookie } = await server.people.credentials('analyst')
    await server.access.uses.flush()
    const events = await auditLogOf(async () => {
      expect((await analyst('GET', '/api/hotspots?group=property')).status).toBe(200)
      expect((await analyst('GET', '/api/hotspots?group=none')).status).toBe(400)
      const tile = await fetch(`${server.url}/tiles/hotspots/13/0/0.mvt?group=property`, {
        headers: { cookie },
      })
      expect(tile.status).toBe(204)
      const site = { geometry: square(INCIDENT.lon, INCIDENT.lat) }
      expect((await analyst('POST', '/api/check', { body: site })).status).toBe(200)
      await server.access.uses.flush()
    }, '&kind=units-read')
    expect(events.map((event) => [event.action, event.subject, event.count])).toEqual([
      ['getHotspots', 'units', 1],
      ['getTile', 'units', 1],
      ['checkPolygon', 'units', 1],
    ])
  })

  it('is readable by administrators only, page by page, filtered', async () => {
    for (const role of ['public', 'partner', 'planner', 'coordinator', 'analyst'] as const) {
      const call = await server.as(role)
      expect((await call('GET', '/api/audit')).status).toBe(role === 'public' ? 401 : 403)
    }
    const ids: number[] = []
    let cursor = ''
    do {
      const { body } = await admin('GET', `/api/audit?limit=2${cursor}`)
      ids.push(...body.items.map(({ id }: Json) => id))
      cursor = body.next === null ? '' : `&cursor=${body.next}`
    } while (cursor !== '')
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(ids.at(-1)).toBe(1)
    const kinds = (await admin('GET', '/api/audit?kind=export,import')).body.items.map(
      ({ kind }: Json) => kind,
    )
    expect(new Set(kinds)).toEqual(new Set(['export']))
    expect((await admin('GET', '/api/audit?to=2020-01-01')).body).toMatchObject({ items: [], next: null })
  })

  it.each([
    ['kind=gossip', 'kind'],
    ['actor=everybody', 'actor'],
    ['from=soon', 'from'],
    ['cursor=x', 'cursor'],
    ['limit=1001', 'limit'],
    ['from=2026-02-01&to=2026-02-01', 'to'],
    ['format=csv&limit=5', 'limit'],
    ['format=json&cursor=cDE', 'cursor'],
  ])('refuses a query with %s', async (query, field) => {
    const response = await admin('GET', `/api/audit?${query}`)
    expect(response).toMatchObject({ status: 400, body: { problems: [{ field }] } })
  })

  it('is exported whole as CSV and as JSON', async () => {
    const { items } = (await admin('GET', '/api/audit?limit=1000&kind=change')).body
    const asJson = await admin('GET', '/api/audit?format=json&kind=change')
    expect(asJson.body).toEqual(items)
    const asCsv = await admin('GET', '/api/audit?format=csv&kind=change')
    expect(asCsv.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
    const lines = (asCsv.body as string).split('\r\n')
    expect(lines).toHaveLength(items.length + 2)
    expect(lines[1]).toContain(`${items[0].at},change,${items[0].action}`)
    expect((await admin('GET', '/api/audit?format=json&to=2020-01-01')).body).toEqual([])
  })

  it('holds no secret and no text of an incident', async () => {
    const key = { name: 'gateway', role: 'analyst', scopes: ['incidents.read'] }
    const { token, id } = (await admin('POST', '/api/keys', { body: key })).body
    await fetch(`${server.url}/api/incidents`, { headers: { authorization: `Bearer ${token}` } })
    await analyst('DELETE', `/api/incidents/1?reason=${encodeURIComponent(MARKER)}`)
    await admin('DELETE', `/api/keys/${id}`)
    await server.access.uses.flush()
    const { rows } = await server.database.knex.raw(
      'SELECT string_agg(audit_event::text, chr(10)) AS everything FROM audit_event',
    )
    const { everything } = rows[0] as { readonly everything: string }
    expect(everything).toContain(`key/${id}`)
    for (const role of ['admin', 'analyst'] as const) {
      const { cookie } = await server.people.credentials(role)
      expect(everything).not.toContain(cookie.split('=')[1])
    }
    expect(everything).not.toContain(token.slice(12))
    expect(everything).not.toContain(MARKER)
  })

  it('reports work done whose event it could not store, and lets no more begin until it can', async () => {
    const { knex } = server.database
    const count = async () => (await analyst('GET', '/api/focus-areas')).body.features.length
    const make = () => analyst('POST', '/api/cameras', { body: CAMERA })
    const before = await count()
    await knex.raw('ALTER TABLE audit_event RENAME TO audit_event_away')
    try {
      const done = await make()
      expect(done).toMatchObject({ status: 503, body: { code: 'database-unavailable' } })
      expect(done.body.detail).toMatch(/^It was done/)
      const cameras = (await analyst('GET', '/api/cameras')).body.features.length
      const refused = await make()
      expect(refused.status).toBe(503)
      expect(refused.body.detail).toMatch(/nothing that needs one is begun/)
      expect((await analyst('GET', '/api/cameras')).body.features).toHaveLength(cameras)
      expect(await count()).toBe(before)
    } finally {
      await knex.raw('ALTER TABLE audit_event_away RENAME TO audit_event')
    }
    const events = await auditLogOf(make)
    expect(events.map(({ action }) => action)).toEqual(['createCamera', 'createCamera'])
  })

  it('has no event of a refused change, and one of a change by a process that died', async () => {
    const { knex, repositories } = server.database
    const intent = async () => (await knex('audit_begun').select('action', 'actor')) as readonly Json[]
    await analyst('DELETE', '/api/cameras/999999', { headers: { 'if-match': '"1"' } })
    await (await server.as('planner'))('POST', '/api/cameras', { body: CAMERA })
    expect(await intent()).toEqual([])

    await knex.raw('ALTER TABLE audit_event RENAME TO audit_event_away')
    try {
      expect((await analyst('POST', '/api/cameras', { body: CAMERA })).status).toBe(503)
    } finally {
      await knex.raw('ALTER TABLE audit_event_away RENAME TO audit_event')
    }
    const { accountId } = await server.people.of('analyst')
    const actor = `account/${accountId}`
    expect(await intent()).toEqual([{ action: 'createCamera', actor }])
    // Another process, which has none of the first one's memory.
    const log = { info() {}, warn() {}, error() {} }
    const clock = { nowMs: () => Date.now() }
    const other = createAuditService({ repository: repositories.audit, clock, log })
    const events = await auditLogOf(() => other.settleLost(true))
    expect(events).toMatchObject([
      { kind: 'change', action: 'createCamera', actor, detail: { outcome: 'unknown' } },
    ])
  })
})
