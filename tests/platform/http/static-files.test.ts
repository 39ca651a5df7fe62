import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../../support/serving/raw-http.ts'
import { startApp } from '../../support/serving/start-app.ts'

const outside = mkdtempSync(join(tmpdir(), 'lagesbild-page-'))
const page = join(outside, 'web')
let app: Awaited<ReturnType<typeof startApp>>

const ASSET = '/assets/app-abc123.js'
const SCRIPT = `console.log('${'x'.repeat(5000)}')`

beforeAll(async () => {
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(page, name), content)
  mkdirSync(join(page, 'assets/folder'), { recursive: true })
  write('index.html', '<!doctype html>first')
  write('report.html', '<!doctype html>report')
  write('app.webmanifest', '{}')
  write('.env', 'SECRET=1')
  write('assets/app-abc123.js', SCRIPT)
  write('assets/app-abc123.js.br', brotliCompressSync(SCRIPT))
  write('assets/app-abc123.js.gz', gzipSync(SCRIPT))
  write('assets/worker-abc123.mjs', '0')
  write('assets/font-abc123.woff2', '0')
  write('assets/.hidden.js', '0')
  write('assets/folder/index.html', 'not the page')
  writeFileSync(join(outside, 'secret.json'), '{"secret":true}')
  app = await startApp([], { webDirectory: page })
})
afterAll(async () => {
  await app.close()
  rmSync(outside, { recursive: true })
})

describe('the built page', () => {
  it('is revalidated each time, by ETag', async () => {
    const first = await app.get('/')
    expect(await first.text()).toBe('<!doctype html>first')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const tag = first.headers.get('etag')!
    expect((await rawRequest(app.port, '/', { headers: { 'if-none-match': tag } })).status).toBe(304)
    writeFileSync(join(page, 'index.html'), '<!doctype html>second, longer')
    const second = await rawRequest(app.port, '/', { headers: { 'if-none-match': tag } })
    expect(second.body).toBe('<!doctype html>second, longer')
  })

  it('has a document for reporting, at a path without an ending', async () => {
    const response = await app.get('/report')
    expect(await response.text()).toBe('<!doctype html>report')
    expect([response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([
      'no-cache',
      'text/html; charset=utf-8',
    ])
  })

  it('has assets that are kept for ever, compressed, each encoding with a tag of its own', async () => {
    const tags = new Set<string>()
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding }
      const response = await app.get(ASSET, { headers })
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
      expect(await response.text()).toBe(SCRIPT)
      const tag = response.headers.get('etag')!
      const again = await rawRequest(app.port, ASSET, { headers: { ...headers, 'if-none-match': tag } })
      expect([again.status, again.headers.etag]).toEqual([304, tag])
      tags.add(tag)
    }
    expect(tags.size).toBe(3)
  })

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['deflate', undefined],
    [undefined, undefined],
  ])('is sent for Accept-Encoding %s in the coding %s', async (accepted, coding) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
    expect((await rawRequest(app.port, ASSET, { headers })).headers['content-encoding']).toBe(coding)
  })

  it('responds to HEAD with the headers of GET, in each coding', async () => {
    const headers = { 'accept-encoding': 'br' }
    const [head, get] = [
      await rawRequest(app.port, ASSET, { method: 'HEAD', headers }),
      await rawRequest(app.port, ASSET, { headers }),
    ]
    for (const name of ['content-length', 'content-encoding', 'content-type', 'etag'])
      expect(head.headers[name], name).toBe(get.headers[name])
    expect(head).toMatchObject({ status: 200, body: '' })
  })

  it('serves ranges, and refuses an unsatisfiable one without the file’s headers', async () => {
    const range = (bytes: string, encoding: string) =>
      rawRequest(app.port, ASSET, { headers: { range: `bytes=${bytes}`, 'accept-encoding': encoding } })
    expect(await range('0-6', 'identity')).toMatchObject({ status: 206, body: 'console' })
    const { status, headers, body } = await range('90000-', 'br')
    expect([status, body, headers['cache-control']]).toEqual([416, '', 'no-store'])
    expect(headers['content-range']).toMatch(/^bytes \*\/\d+$/)
    expect(headers['content-encoding'] ?? headers.etag).toBeUndefined()
  })

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/app.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/assets/worker-abc123.mjs', 'text/javascript; charset=utf-8'],
    ['/assets/font-abc123.woff2', 'font/woff2'],
  ])('names the type of %s', async (path, type) => {
    expect((await app.get(path)).headers.get('content-type')).toBe(type)
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2f..%2fsecret.json',
    '/assets/%00.js',
    '/%E0%A4%A',
    '/assets/%00',
    '/%E0%A4%A.js',
    '/assets',
    '/assets/',
    '/assets/folder',
    '/assets/folder/',
    '/assets/app-abc123.js/',
    '/assets/app-abc123.js.br',
    '/.env',
    '/assets/.hidden.js',
    '/nothing.js',
  ])('gives nothing at %s', async (path) => {
    const reply = await rawRequest(app.port, path)
    expect(reply.status).toBe(404)
    expect(reply.body).not.toMatch(/secret"|SECRET/)
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'not-found' })
  })
})
