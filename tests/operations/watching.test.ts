import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openAdminPort } from '../../server/composition/admin-port.ts'
import { drain } from '../../server/platform/http/listener.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { hasNginx, startNginx } from '../support/serving/nginx.ts'
import { rawRequest } from '../support/serving/raw-http.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

/** Requests through such an nginx look like local ones. */
const UNSAID = {
  'proxy_set_header Host $http_host;': 'proxy_set_header Host localhost;',
  'proxy_set_header X-Forwarded-For $remote_addr;': '',
  'proxy_set_header X-Forwarded-Proto $scheme;': '',
}
const portOf = (url: string) => Number(new URL(url).port)

describe.each(databasesUnderTest)('the state of the server on $kind', (database) => {
  let server: TestServer
  let admin: { readonly port: number; close(): Promise<void> }
  beforeAll(async () => {
    server = await startTestServer({ database, signIn: null })
    const opened = await openAdminPort({ adminHost: 'localhost', adminPort: 0 }, server.adminApp)
    admin = { port: portOf(opened!.url), close: () => drain(opened!.server) }
  })
  afterAll(async () => {
    await admin?.close()
    await server?.close()
  })

  const SHAPES: readonly Record<string, string>[] = [
    { host: 'localhost' },
    { host: '127.0.0.1:8080' },
    { host: '[::1]' },
    { host: 'localhost', 'x-forwarded-for': '127.0.0.1' },
  ]

  it.each(SHAPES)('is not disclosed to anonymous callers on the public port: %j', async (headers) => {
    expect((await rawRequest(server.port, '/metrics', { headers })).status).toBe(401)
    const ready = await rawRequest(server.port, '/readyz', { headers })
    expect([ready.status, JSON.parse(ready.body)]).toEqual([200, { status: 'ready' }])
  })

  it.skipIf(!hasNginx())('is not disclosed through an nginx without forwarded headers', async () => {
    const { url, close } = await startNginx({ upstream: server.port, replaced: UNSAID })
    onTestFinished(close)
    const metrics = await fetch(`${url}/metrics`)
    expect([metrics.headers.get('server'), metrics.status]).toEqual([expect.stringMatching(/^nginx/), 401])
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' })
  })

  it('is not disclosed to an invalid credential, which permits no command either', async () => {
    const headers = { host: 'localhost', authorization: 'Bearer made-up' }
    for (const path of ['/metrics', '/readyz', '/api/keys', '/api/system/backup'])
      expect([path, (await rawRequest(server.port, path, { headers })).status]).toEqual([path, 401])
  })

  it('is given in full to an administrator on the public port, and to an analyst as to an anonymous caller', async () => {
    const asAdmin = await server.as('admin')
    expect((await asAdmin('GET', '/metrics')).body).toContain('lagesbild_snapshot_incidents 0')
    expect((await asAdmin('GET', '/readyz')).body).toMatchObject({
      status: 'ready',
      database: { kind: database.kind },
      snapshot: { incidents: 0 },
    })
    const asAnalyst = await server.as('analyst')
    expect((await asAnalyst('GET', '/readyz')).body).toEqual({ status: 'ready' })
  })

  it('counts the tiles and public files served by the fast paths', async () => {
    const asAdmin = await server.as('admin')
    const count = async (name: string) => {
      const { body } = await asAdmin('GET', '/metrics')
      return Number(new RegExp(`^lagesbild_${name}_total (\\d+)$`, 'm').exec(body)![1])
    }
    const counts = () => Promise.all([count('tiles'), count('public_requests')])
    const [tiles, files] = await counts()
    expect((await asAdmin('GET', '/tiles/cameras/11/1126/602.mvt')).status).toBe(204)
    expect((await asAdmin('GET', '/public/none.json')).status).toBe(404)
    expect(await counts()).toEqual([tiles + 1, files + 1])
  })

  it('is given in full on the admin port, to GET and HEAD', async () => {
    const health = await rawRequest(admin.port, '/healthz')
    expect([health.status, JSON.parse(health.body)]).toEqual([200, { status: 'alive' }])
    const ready = await rawRequest(admin.port, '/readyz')
    expect(JSON.parse(ready.body)).toMatchObject({ status: 'ready', database: { kind: database.kind } })
    const metrics = await rawRequest(admin.port, '/metrics')
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/)
    expect(metrics.body).toContain('lagesbild_snapshot_incidents 0')
    expect(await rawRequest(admin.port, '/metrics', { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: '',
    })
  })

  it.each(['/', '/api/layers', '/api/keys', '/api/system/backup', '/tiles/areas.json', '/public/index.json'])(
    'is all that the admin port serves: %s is not found',
    async (path) => {
      const reply = await rawRequest(admin.port, path)
      expect(reply.status).toBe(404)
      expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    },
  )

  it('cannot be changed on the admin port', async () => {
    for (const path of ['/metrics', '/readyz'])
      expect((await rawRequest(admin.port, path, { method: 'POST' })).status).toBe(405)
    expect((await rawRequest(admin.port, '/api/system/purge', { method: 'POST' })).status).toBe(404)
  })

  it('is not disclosed to a page under a foreign host name (DNS rebinding)', async () => {
    const foreign = await rawRequest(admin.port, '/metrics', { headers: { host: 'stranger.example' } })
    expect([foreign.status, JSON.parse(foreign.body).code]).toEqual([403, 'forbidden'])
  })
})

describe('the admin port', () => {
  it('is reached by the name that ADMIN_HOST gives it', async () => {
    const opened = await openAdminPort({ adminHost: 'LOCALHOST', adminPort: 0 }, (_request, response) =>
      response.end('here'),
    )
    onTestFinished(() => drain(opened!.server))
    const { body } = await rawRequest(portOf(opened!.url), '/', { headers: { host: 'localhost:9090' } })
    expect(body).toBe('here')
  })

  it('is absent with ADMIN_PORT=none', async () => {
    expect(await openAdminPort({ adminHost: '127.0.0.1', adminPort: null }, () => {})).toBeNull()
  })

  it('in use is reported with the name of its setting', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    await expect(openAdminPort({ adminHost: '127.0.0.1', adminPort: port }, () => {})).rejects.toMatchObject({
      code: 'busy',
      message: `Port ${port} is in use: stop what listens there, or set ADMIN_PORT to another.`,
    })
  })
})
