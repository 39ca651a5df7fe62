import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANONYMOUS } from '../../../server/platform/access/principal.ts'
import { noContent } from '../../../server/platform/http/endpoint-response.ts'
import { fixedPrincipal } from '../../../server/platform/http/authenticator.ts'
import { defineEndpoint } from '../../../server/platform/http/endpoint.ts'
import { endpoint, type Route } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

const NAMED = 'https://intranet.example.se'
const UNNAMED = 'https://elsewhere.example'
const KEY = { authorization: 'Bearer a-key' }

const cameras = defineEndpoint({
  id: 'createCamera',
  method: 'post',
  path: '/api/cameras',
  tag: 'test',
  access: 'anyone',
  summary: 'Takes a camera',
  body: z.strictObject({}),
  responses: { 204: { description: 'Taken.' } },
})
const readyz = defineEndpoint({
  id: 'getReadiness',
  method: 'get',
  path: '/readyz',
  tag: 'test',
  access: 'anyone',
  summary: 'Is ready',
  responses: { 204: { description: 'Ready.' } },
})
const routes: readonly Route[] = [endpoint(cameras, noContent), endpoint(readyz, noContent)]

let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  app = await startApp(routes, { corsOrigins: [NAMED, 'http://localhost:3000'] })
})
afterAll(() => app.close())

const corsOf = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')))

const preflight = (origin: string, path = '/api/cameras') =>
  app.get(path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  })

describe('a script of an allowed origin', () => {
  it('gets a preflight response that allows a key', async () => {
    const response = await preflight(NAMED)
    expect([response.status, corsOf(response.headers)]).toEqual([
      204,
      {
        'access-control-allow-origin': NAMED,
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': 'Authorization, Content-Type, If-Match, If-None-Match',
        'access-control-max-age': '600',
      },
    ])
    expect(response.headers.get('vary')).toBe('Origin')
  })

  it('may change data with an API key only', async () => {
    const withKey = await app.post(
      '/api/cameras',
      {},
      { origin: NAMED, 'sec-fetch-site': 'cross-site', ...KEY },
    )
    expect(withKey.status).toBe(204)
    expect(withKey.headers.get('access-control-allow-origin')).toBe(NAMED)
    expect(withKey.headers.get('access-control-allow-credentials')).toBeNull()
    const withCookie = { origin: NAMED, 'sec-fetch-site': 'same-site', cookie: 'lagesbild=session' }
    expect((await app.post('/api/cameras', {}, withCookie)).status).toBe(403)
  })

  it('can read refusals, too', async () => {
    const response = await app.get('/api/nothing', { headers: { origin: NAMED } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([404, NAMED])
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After')
  })
})

describe('a script of another origin', () => {
  it.each([UNNAMED, `${NAMED}.evil.example`, 'http://intranet.example.se', `${NAMED}:8443`, 'null'])(
    'at %s gets no CORS headers, with or without a key',
    async (origin) => {
      expect(corsOf((await preflight(origin)).headers)).toEqual({})
      const response = await app.post('/api/cameras', {}, { origin, 'sec-fetch-site': 'cross-site', ...KEY })
      expect([response.status, corsOf(response.headers)]).toEqual([403, {}])
    },
  )

  it('gets no CORS headers on paths that take no key, though it is allowed', async () => {
    expect(corsOf((await app.get('/readyz', { headers: { origin: NAMED } })).headers)).toEqual({})
    expect(corsOf((await preflight(NAMED, '/readyz')).headers)).toEqual({})
  })
})

describe('a 401', () => {
  it('offers Basic only to clients that tried it, because browsers prompt for it', async () => {
    const challenge = async (authorization?: string) => {
      const locked = defineEndpoint({ ...readyz, path: '/api/locked', access: 'map.read' })
      const other = await startApp([endpoint(locked, noContent)], {
        authenticator: fixedPrincipal(ANONYMOUS),
      })
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
      const response = await other.get('/api/locked', { headers })
      await other.close()
      return [response.status, response.headers.get('www-authenticate')]
    }
    expect(await challenge()).toEqual([401, 'Bearer realm="Lagesbild"'])
    expect(await challenge('Bearer x')).toEqual([401, 'Bearer realm="Lagesbild"'])
    expect(await challenge('Basic eDp5')).toEqual([401, 'Basic realm="Lagesbild", charset="UTF-8"'])
  })
})
