import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { getCategories } from '../../server/operations/contract.ts'
import { noContent } from '../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../server/platform/http/route.ts'
import { ANONYMOUS } from '../../server/platform/access/principal.ts'
import { hasNginx, startNginx } from '../support/serving/nginx.ts'
import { startApp } from '../support/serving/start-app.ts'
import { listenBefore } from '../support/serving/listen.ts'
import { rawRequest } from '../support/serving/raw-http.ts'

type Listener = Parameters<typeof listenBefore>[0]
type Proxy = Awaited<ReturnType<typeof startNginx>>
type Options = Partial<Parameters<typeof startNginx>[0]>

/** The proxy before the product's HTTP server with a test's handler. */
async function proxyBefore(app: Listener, options: Options = {}) {
  const { port, close } = await listenBefore(app)
  onTestFinished(close)
  const proxy = await startNginx({ upstream: port, ...options })
  onTestFinished(proxy.close)
  return proxy
}

/** The status for a client at an address of this machine. */
async function statusFor(
  { port }: Pick<Proxy, 'port'>,
  localAddress: string,
  { path = '/', headers = {} }: { path?: string; headers?: Record<string, string | string[]> } = {},
): Promise<number> {
  return (await rawRequest(port, path, { localAddress, headers })).status
}

async function open(proxy: Proxy, localAddress: string): Promise<Socket> {
  const socket = await proxy.connect(localAddress)
  onTestFinished(() => void socket.destroy())
  return socket
}

describe.skipIf(!hasNginx())('a caller behind the proxy', () => {
  it('is counted by the address that the proxy sees, whatever X-Forwarded-For and padding it sends', async () => {
    const app = await startApp([endpoint(getCategories, () => noContent())], {
      trustedProxies: ['loopback'],
      authenticator: { known: () => ANONYMOUS, resolve: async () => ANONYMOUS },
      limits: { perMinute: 3, heavyPerMinute: 3 },
    })
    onTestFinished(() => app.close())
    const proxy = await startNginx({ upstream: app.port })
    onTestFinished(proxy.close)
    const padding = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`X-Padding-${n}`, 'x']))
    const query = (localAddress: string, forged: string[]) =>
      statusFor(proxy, localAddress, {
        path: '/api/categories',
        headers: { 'X-Forwarded-For': forged, ...padding },
      })
    const forged = [['192.0.2.1'], ['192.0.2.2', '192.0.2.3'], ['192.0.2.4, 127.0.0.1']]
    for (const addresses of forged) expect(await query('127.0.0.7', addresses)).toBe(204)
    expect(await query('127.0.0.7', ['192.0.2.5'])).toBe(429)
    expect(await query('127.0.0.8', ['127.0.0.7'])).toBe(204)
  })

  it('reaches the server only with a complete body, however slowly it is sent', async () => {
    const arrived: string[] = []
    const proxy = await proxyBefore((request, response) => {
      arrived.push(request.url!)
      request.resume().on('end', () => response.end('done'))
    })
    const slow = await open(proxy, '127.0.0.7')
    slow.write('POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nhalf')
    expect(await statusFor(proxy, '127.0.0.7', { path: '/quick' })).toBe(200)
    expect(arrived).toEqual(['/quick'])
    slow.write('rest')
    expect(String((await once(slow, 'data'))[0])).toContain('200 OK')
    expect(arrived).toEqual(['/quick', '/slow'])
  })

  it.each([
    ['headers', 'client_header_timeout 10s;', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
    [
      'a body',
      'client_body_timeout 20s;',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nhalf',
    ],
  ])(
    'is dropped before it reaches the server when it does not send the rest of %s',
    async (_, timeout, start) => {
      let arrived = 0
      const short = { [timeout]: timeout.replace(/\d+s/, '300ms') }
      const proxy = await proxyBefore(() => arrived++, { replaced: short })
      const socket = await open(proxy, '127.0.0.7')
      socket.resume().write(start)
      await new Promise((resolve) => socket.once('close', resolve))
      expect(arrived).toBe(0)
    },
  )

  it('gets a response at once while another address holds 700 idle connections', async () => {
    const proxy = await proxyBefore((_request, response) => response.end('here'))
    await Promise.all(Array.from({ length: 700 }, () => open(proxy, '127.0.0.7')))
    expect(await statusFor(proxy, '127.0.0.8')).toBe(200)
    expect(await statusFor(proxy, '127.0.0.7')).toBe(200)
  })

  it('gets a response when idle connections fill the proxy', async () => {
    const proxy = await proxyBefore((_request, response) => response.end('here'), {
      replaced: {
        'worker_processes auto;': 'worker_processes 1;',
        'worker_connections 8192;': 'worker_connections 128;',
      },
    })
    await Promise.all(Array.from({ length: 300 }, () => open(proxy, '127.0.0.7')))
    expect(await statusFor(proxy, '127.0.0.8')).toBe(200)
  })

  it('is limited to 512 requests in flight per network, an IPv4 address or an IPv6 /56', async () => {
    const waiting: (() => void)[] = []
    const proxy = await proxyBefore(
      ({ url }, response) => {
        if (url === '/held') waiting.push(() => response.end())
        else response.end()
      },
      { lines: 'set_real_ip_from 127.0.0.0/8; real_ip_header X-Test-Address;' },
    )
    const query = (address: string, path = '/') =>
      statusFor(proxy, '127.0.0.7', { path, headers: { 'X-Test-Address': address } })
    const held = Array.from({ length: 512 }, (_, n) =>
      query(`2001:db8:0:${(n % 256).toString(16)}::${n.toString(16)}`, '/held'),
    )
    await expect.poll(() => waiting.length).toBe(512)
    expect(await query('2001:db8:0:7::7')).toBe(429)
    expect(await query('2001:db8:0:100::1')).toBe(200)
    expect(await query('192.0.2.1')).toBe(200)
    for (const release of waiting) release()
    expect(new Set(await Promise.all(held))).toEqual(new Set([200]))
    expect(await query('2001:db8:0:7::7')).toBe(200)
  })
})
