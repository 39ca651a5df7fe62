import { execFileSync } from 'node:child_process'
import { request as httpsRequest } from 'node:https'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { listenBefore } from '../support/serving/listen.ts'
import { hasNginx, startNginx } from '../support/serving/nginx.ts'

describe.skipIf(!hasNginx())('the proxy', () => {
  let proxy: Awaited<ReturnType<typeof startNginx>>
  let server: Awaited<ReturnType<typeof listenBefore>>

  beforeAll(async () => {
    server = await listenBefore(({ url, headers }, response) => {
      response.setHeader('X-Request-Id', 'of-the-server')
      response.end(JSON.stringify({ url, ...headers }))
    })
    proxy = await startNginx({ upstream: server.port })
  })
  afterAll(async () => {
    await proxy?.close()
    await server?.close()
  })

  it('forwards host, scheme and client address', async () => {
    const response = await fetch(`${proxy.url}/a%2Fb?c`, { headers: { 'x-forwarded-proto': 'https' } })
    expect(await response.json()).toMatchObject({
      url: '/a%2Fb?c',
      host: new URL(proxy.url).host,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    })
    expect(response.headers.get('x-request-id')).toBe('of-the-server')
    expect(response.headers.get('server')).toBe('nginx')
    expect(response.headers.has('strict-transport-security')).toBe(false)
  })

  it('reuses connections to the server', async () => {
    for (let turn = 0; turn < 20; turn++) await (await fetch(proxy.url)).arrayBuffer()
    expect(server.connections()).toBeLessThanOrEqual(availableParallelism())
  })

  it('serves TLS as soon as there are certificates, with HSTS', async () => {
    const send = async () => {
      const options = { host: '127.0.0.1', port: proxy.tlsPort, rejectUnauthorized: false, agent: false }
      const call = httpsRequest({ ...options, headers: { host: 'localhost' } }).end()
      const [response] = (await once(call, 'response')) as [IncomingMessage]
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString())
      return { headers: response.headers, body }
    }
    await expect(send()).rejects.toThrow()
    makeCertificate(proxy.folder)
    const { headers, body } = await send()
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(body).toMatchObject({ host: 'localhost', 'x-forwarded-proto': 'https' })
  })

  it('keeps addresses and queries out of its log', async () => {
    await (await fetch(`${proxy.url}/api/x?secret=1`, { headers: { referer: 'http://a/?secret=2' } })).text()
    await expect.poll(proxy.log).toContain('"/api/x"')
    const log = await proxy.log()
    expect(log).not.toMatch(/secret|127\.0\.0\.1/)
    expect(JSON.parse(log.trim().split('\n').at(-1)!)).toMatchObject({ method: 'GET', status: 200 })
  })

  it.each([
    ['/api/check', 2 * 1024 * 1024, 200],
    ['/api/check', 2 * 1024 * 1024 + 1, 413],
    ['/api/imports', 2 * 1024 * 1024 + 1, 200],
    ['/api/area-imports', 2 * 1024 * 1024 + 1, 200],
    ['/api/layer-imports', 2 * 1024 * 1024 + 1, 200],
    ['/api/proposal-files', 2 * 1024 * 1024 + 1, 200],
    ['/api/survey-imports', 2 * 1024 * 1024 + 1, 200],
  ])('accepts a body for %s of %i bytes: %i', async (path, length, status) => {
    const response = await fetch(proxy.url + path, { method: 'POST', body: new Uint8Array(length) })
    expect(response.status).toBe(status)
    await response.arrayBuffer()
  })

  it('refuses a file beyond 514 MB by its length, before it is sent', async () => {
    const socket = await proxy.connect()
    const length = 514 * 2 ** 20 + 1
    socket.write(`POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n`)
    const [data] = await once(socket, 'data')
    expect(String(data)).toMatch(/^HTTP\/1\.1 413 /)
    expect(String(data)).toContain('"status":413,"title":"Too large","code":"too-large"')
  })

  it('responds with problem+json when the server is down', async () => {
    const alone = await startNginx({ upstream: 1 })
    onTestFinished(alone.close)
    const response = await fetch(`${alone.url}/api/layers`)
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({ status: 502, code: 'busy' })
  })
})

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', '-x509', '-subj', '/CN=localhost', ...kind, ...files], { stdio: 'ignore' })
}
