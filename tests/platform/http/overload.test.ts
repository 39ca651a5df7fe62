import { once } from 'node:events'
import { connect } from 'node:net'
import { z } from 'zod'
import { afterEach, describe, expect, it } from 'vitest'
import { defineEndpoint, json } from '../../../server/platform/http/endpoint.ts'
import { getHealth } from '../../../server/operations/contract.ts'
import { DomainError } from '../../../server/engine/errors.ts'
import { json as jsonResponse } from '../../../server/platform/http/endpoint-response.ts'
import { createLoopBudget } from '../../../server/platform/http/loop-budget.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

const plain = {
  tag: 'test',
  access: 'anyone',
  summary: 'A call',
  responses: { 200: json('Done.', z.unknown()) },
} as const
const slow = defineEndpoint({ ...plain, id: 'slow', method: 'get', path: '/api/check', heavy: true })
const quick = defineEndpoint({ ...plain, id: 'quick', method: 'get', path: '/api/layers' })
const other = endpoint(quick, () => jsonResponse({}))
const health = endpoint(getHealth, () => jsonResponse({ status: 'alive' }))

let app: Awaited<ReturnType<typeof startApp>> | null = null
afterEach(() => app?.close())

/** A route that responds when released, and counts its calls. */
function gate() {
  const waiting: (() => void)[] = []
  let arrived = () => {}
  const route = endpoint(slow, async () => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      arrived()
    })
    return jsonResponse({})
  })
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      arrived = () => (waiting.length >= count ? resolve() : undefined)
      arrived()
    })
  return { route, until, open: () => waiting.splice(0).forEach((resolve) => resolve()) }
}

describe('overload', () => {
  it('is refused at once with 503 and Retry-After, while other calls and /healthz work', async () => {
    const { route, until, open } = gate()
    app = await startApp([route, health, other], { admission: { heavy: 2, writes: 1, uploads: 1, reads: 9 } })
    const accepted = [app.get('/api/check'), app.get('/api/check')]
    await until(2)
    const refused = await app.get('/api/check')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'busy' })
    expect((await app.get('/api/layers')).status).toBe(200)
    expect((await app.get('/healthz')).status).toBe(200)
    open()
    expect((await Promise.all(accepted)).map(({ status }) => status)).toEqual([200, 200])
    const again = app.get('/api/check')
    await until(1)
    open()
    expect((await again).status).toBe(200)
  })

  it('frees the slot of a disconnected client', async () => {
    const { route, until, open } = gate()
    app = await startApp([route], { admission: { heavy: 1, writes: 1, uploads: 1, reads: 1 } })
    const impatient = new AbortController()
    const gone = app.get('/api/check', { signal: impatient.signal }).catch((error: Error) => error.name)
    await until(1)
    impatient.abort()
    expect(await gone).toBe('AbortError')
    const next = app.get('/api/check')
    await until(2)
    open()
    expect((await next).status).toBe(200)
  })

  it('frees the slots of requests queued on a closed connection, and /healthz needs none', async () => {
    const { route, until, open } = gate()
    app = await startApp([route, other, health], { admission: { heavy: 1, writes: 1, uploads: 1, reads: 3 } })
    const socket = connect(app.port, '127.0.0.1')
    const requestOf = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
    socket.write(requestOf('/api/check') + requestOf('/api/layers').repeat(20))
    await until(1)
    expect((await app.get('/api/layers')).status).toBe(503)
    expect((await app.get('/healthz')).status).toBe(200)
    socket.destroy()
    await expect.poll(async () => (await app!.get('/api/layers')).status).toBe(200)
    open()
  })

  it('frees the slot of a finished response, however slow its client, while memory lasts', async () => {
    const long = defineEndpoint({ ...plain, id: 'long', method: 'get', path: '/api/categories' })
    const much = endpoint(long, () => jsonResponse('x'.repeat(20_000_000)))
    const admission = { heavy: 1, writes: 1, uploads: 1, reads: 1, pendingBytes: 30_000_000 }
    app = await startApp([much, other], { admission })
    const { port, get } = app
    const requestSlowly = async () => {
      const socket = connect(port, '127.0.0.1')
      socket.write('GET /api/categories HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await once(socket, 'readable')
      return socket
    }
    const ofOthers = async () => (await get('/api/layers')).status
    const first = await requestSlowly()
    expect(await ofOthers()).toBe(200)
    const second = await requestSlowly()
    expect(await ofOthers()).toBe(503)
    for (const socket of [first, second]) socket.destroy()
    await expect.poll(ofOthers).toBe(200)
    const third = await requestSlowly()
    expect(await ofOthers()).toBe(200)
    third.destroy()
  })

  it('is refused unparsed when the loop budget is spent, except /healthz', async () => {
    app = await startApp([health, other], { hasTime: () => false })
    const refused = await app.get('/api/layers')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ status: 503, code: 'busy' })
    expect((await app.get('/healthz')).status).toBe(200)
  })
})

describe('an unavailable database', () => {
  it('does not affect /healthz, whatever the credentials', async () => {
    const authenticator = {
      known: () => null,
      resolve: async () => {
        throw new DomainError('database-unavailable', 'The database is away.')
      },
    }
    app = await startApp([health, other], { authenticator })
    expect((await app.get('/healthz')).status).toBe(200)
    expect((await app.get('/api/layers')).status).toBe(503)
  })
})

describe('the budget of a turn', () => {
  const take = (hasTime: () => boolean, calls: number) => Array.from({ length: calls }, hasTime)

  it('is spent by time and renewed each turn', async () => {
    let now = 0
    const hasTime = createLoopBudget(() => now, 4)
    expect(take(hasTime, 40)).not.toContain(false)
    now = 3.9
    expect(hasTime()).toBe(true)
    now = 4
    expect(hasTime()).toBe(false)
    await new Promise<void>((resolve) => void setImmediate(resolve))
    expect(hasTime()).toBe(true)
  })

  it('admits one browser’s parallel requests, however long its first file takes', () => {
    let now = 0
    const hasTime = createLoopBudget(() => (now += 50), 4)
    expect(take(hasTime, 6)).not.toContain(false)
    expect(hasTime()).toBe(false)
  })
})
