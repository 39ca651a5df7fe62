import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest, startApp } from '../../support/serving/start-app.ts'

const outside = mkdtempSync(join(tmpdir(), 'lagesbild-page-'))
const page = join(outside, 'web')
let app: Awaited<ReturnType<typeof startApp>>

beforeAll(async () => {
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html>first')
  writeFileSync(join(page, 'assets/app-abc123.js'), `console.log('${'x'.repeat(5000)}')`)
  writeFileSync(join(outside, 'secret.json'), '{"secret":true}')
  app = await startApp([], { webDirectory: page })
})
afterAll(async () => {
  await app.close()
  rmSync(outside, { recursive: true })
})

describe('the page', () => {
  it('is asked for anew each time, by ETag', async () => {
    const first = await app.get('/')
    expect(await first.text()).toBe('<!doctype html>first')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const tag = first.headers.get('etag')!
    expect((await app.get('/', { headers: { 'if-none-match': tag } })).status).toBe(304)
    writeFileSync(join(page, 'index.html'), '<!doctype html>second, longer')
    const second = await app.get('/', { headers: { 'if-none-match': tag } })
    expect(await second.text()).toBe('<!doctype html>second, longer')
  })

  it('has assets that are kept for ever, compressed, each encoding with a tag of its own', async () => {
    const tags = new Set<string | null>()
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await app.get('/assets/app-abc123.js', { headers: { 'accept-encoding': encoding } })
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
      expect(await response.text()).toContain('xxxx')
      tags.add(response.headers.get('etag'))
    }
    expect(tags.size).toBe(3)
  })

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%2f..%2f..%2fsecret.json',
    '/assets/%00.js',
    '/%E0%A4%A',
    '/assets',
  ])('gives nothing at %s', async (path) => {
    const answer = await rawRequest(app.port, path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('"secret"')
  })
})
