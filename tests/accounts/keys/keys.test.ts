import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../db/client.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { createApiClient, problemOf } from '../../support/serving/api-client.ts'
import { type DatabaseUnderTest, databasesUnderTest } from '../../support/databases.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

type Client = ReturnType<typeof createApiClient>

const WANTED = { name: 'gateway', role: 'analyst', scopes: ['map.read', 'sources.read'] }
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

/** The status of a request with a key. */
const statusWith = (server: TestServer, token: string, path = '/api/sources') =>
  fetch(server.url + path, bearer(token)).then(({ status }) => status)

async function makeKey(admin: Client, change: object = {}) {
  const { status, body } = await admin('POST', '/api/keys', { body: { ...WANTED, ...change } })
  expect(status).toBe(201)
  return body as { readonly id: number; readonly token: string; readonly prefix: string }
}

describe.each(databasesUnderTest)('API keys over HTTP on $kind', (database) => {
  let server: TestServer
  let admin: Client
  beforeAll(async () => {
    server = await startTestServer({ database })
    admin = await server.as('admin')
  })
  afterAll(() => server.close())

  it('admit a machine within their scopes', async () => {
    const { token } = await makeKey(admin)
    expect(await statusWith(server, token)).toBe(200)
    expect(await statusWith(server, token, '/api/incidents')).toBe(403)
    expect(await statusWith(server, token, '/api/keys')).toBe(403)
  })

  it('show their token once: no list contains it', async () => {
    const { id, token, prefix } = await makeKey(admin, { name: 'once' })
    const { body } = await admin('GET', '/api/keys')
    expect(body.items[0]).toMatchObject({
      id,
      prefix,
      name: 'once',
      createdBy: expect.stringMatching(/^account\//),
    })
    expect(JSON.stringify(body)).not.toContain(token.slice(12))
  })

  it('stop working at once when they are revoked', async () => {
    const { id, token } = await makeKey(admin)
    expect(await statusWith(server, token)).toBe(200)
    expect((await admin('DELETE', `/api/keys/${id}`)).body.revokedAt).not.toBeNull()
    expect(await statusWith(server, token)).toBe(401)
    expect((await admin('DELETE', '/api/keys/999999')).status).toBe(404)
  })

  it('are refused naming every invalid field', async () => {
    const reply = await admin('POST', '/api/keys', {
      body: { ...WANTED, role: 'planner', scopes: ['incidents.read'] },
    })
    expect(problemOf(reply)).toMatchObject({ status: 400, problems: [{ field: 'scopes' }] })
    const wrong = await admin('POST', '/api/keys', {
      body: { name: ' ', role: 'public', scopes: ['all'], days: 0 },
    })
    const fields = problemOf(wrong).problems.map(({ field }) => field.split('.')[0])
    expect(fields).toEqual(expect.arrayContaining(['name', 'role', 'scopes', 'days']))
  })

  it('give metrics and the details of readiness when scoped for them', async () => {
    const readiness = (token: string) =>
      fetch(`${server.url}/readyz`, bearer(token)).then((response) => response.json())
    const meter = await makeKey(admin, { role: 'admin', scopes: ['metrics.read'] })
    const other = await makeKey(admin)
    expect(await statusWith(server, other.token, '/metrics')).toBe(403)
    expect(await statusWith(server, meter.token, '/metrics')).toBe(200)
    expect(await readiness(other.token)).toEqual({ status: 'ready' })
    expect(await readiness(meter.token)).toMatchObject({ status: 'ready', database: { kind: database.kind } })
  })

  it('show their last use, and the audit log counts their uses', async () => {
    const { id, token } = await makeKey(admin)
    for (let n = 0; n < 3; n++) await statusWith(server, token)
    await server.access.uses.flush()
    const { body } = await admin('GET', '/api/keys')
    expect(body.items[0]).toMatchObject({ id, lastUsedAt: expect.stringMatching(/^20/) })
    const auditLog = await admin('GET', `/api/audit?actor=key/${id}&kind=key-use`)
    expect(auditLog.body.items).toMatchObject([{ action: 'useKey', subject: `key/${id}`, count: 3 }])
  })
})

const postgis = databasesUnderTest.find(({ kind }) => kind === 'postgis')

describe.runIf(postgis !== undefined)('two servers on one database', () => {
  it('both refuse a key revoked at one of them, long before its cache entry expires', async () => {
    const first = await startTestServer({ database: postgis! })
    const { url, ownerUrl } = first.database
    const same: DatabaseUnderTest = {
      kind: 'postgis',
      open: async () => {
        const options = { url: url!, dataDir: null, srid: 3006, log: SILENT }
        return { ...(await openDatabase(options)), url: url!, ownerUrl }
      },
    }
    const second = await startTestServer({ database: same, signIn: null })
    try {
      const admin = await first.as('admin')
      const { id, token } = await makeKey(admin)
      expect(await statusWith(second, token)).toBe(200)
      await admin('DELETE', `/api/keys/${id}`)
      await expect.poll(() => statusWith(second, token)).toBe(401)
    } finally {
      await second.close()
      await first.close()
    }
  })
})
