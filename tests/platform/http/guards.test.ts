import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIncidents, listIncidents, retractIncident } from '../../../server/incidents/contract.ts'
import { checkPolygon } from '../../../server/checks/contract.ts'
import { getCategories } from '../../../server/operations/contract.ts'
import type { Problem } from '../../../server/platform/http/contract.ts'
import { DomainError } from '../../../server/engine/errors.ts'
import { json } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { rawRequest } from '../../support/serving/raw-http.ts'
import { startApp } from '../../support/serving/start-app.ts'

const routes = [
  endpoint(getCategories, () => json({ groups: [], categories: [] })),
  endpoint(listIncidents, ({ query }) => json({ items: [], next: null, limit: query.limit })),
  endpoint(createIncidents, ({ body }) => json({ ids: [body].flat().map((_, n) => n + 1) }, {}, 201)),
  endpoint(retractIncident, () => {
    throw new TypeError('secret detail of a defect')
  }),
  endpoint(checkPolygon, () => {
    throw new DomainError('busy', 'Everything is busy.', { retryAfterSeconds: 7 })
  }),
]

let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  app = await startApp(routes)
})
afterAll(() => app.close())

async function problemOf(reply: Promise<Response>): Promise<Problem> {
  const response = await reply
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = (await response.json()) as Problem
  expect(problem.status).toBe(response.status)
  return problem
}

const incident = {
  source: 's',
  externalId: '1',
  lon: 18,
  lat: 59,
  from: '2026-03-01T10:00',
  category: 'theft',
}

describe('a refusal', () => {
  it('names field, value and rule of an invalid parameter', async () => {
    const problem = await problemOf(app.get('/api/incidents?limit=0'))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-parameter' })
    expect(problem.problems).toEqual([{ field: 'limit', value: '0', rule: 'a whole number from 1 to 1000' }])
  })

  it('names an unknown parameter, and a repeated one', async () => {
    const unknown = await problemOf(app.get('/api/incidents?limt=5'))
    expect(unknown.problems[0]).toMatchObject({ field: 'limt', rule: 'is not known here' })
    const twice = await problemOf(app.get('/api/incidents?limit=5&limit=6'))
    expect(twice.problems[0]!.field).toBe('limit')
  })

  it('is a 404 for an unknown path and a 405 with Allow for an unsupported method', async () => {
    expect(await problemOf(app.get('/api/ghosts'))).toMatchObject({ status: 404, code: 'not-found' })
    const response = await app.get('/api/categories', { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(await problemOf(Promise.resolve(response))).toMatchObject({
      status: 405,
      code: 'method-not-allowed',
    })
  })

  it('hides the detail of a defect and logs it under the request id', async () => {
    const problem = await problemOf(app.get('/api/incidents/1?reason=x', { method: 'DELETE' }))
    expect(problem).toMatchObject({ status: 500, code: 'internal' })
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(app.errors.at(-1)).toMatchObject({
      requestId: problem.requestId,
      err: new TypeError('secret detail of a defect'),
    })
  })

  it('has a Retry-After', async () => {
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [18, 59],
          [18.01, 59],
          [18, 59.01],
          [18, 59],
        ],
      ],
    }
    const response = await app.post('/api/check', { geometry: polygon })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('7')
  })

  it.each(['/api/incidents/%E0%A4%A', '/api/incidents?reason=%FF', '/api/incidents/%C3%28'])(
    'is a 400 for %s, which is not percent-encoded UTF-8',
    async (path) => {
      expect((await problemOf(app.get(path))).status).toBe(400)
    },
  )

  it.each(['0', '-1', '1.5', 'x', '2147483648', '1e3', '99999999999'])(
    'is a 400 for the id %s',
    async (id) => {
      const problem = await problemOf(app.get(`/api/incidents/${id}?reason=x`, { method: 'DELETE' }))
      expect(problem).toMatchObject({ status: 400, problems: [{ field: 'id' }] })
    },
  )
})

describe('a JSON body', () => {
  const post = (body: string | Uint8Array, headers?: Record<string, string>) =>
    app.post('/api/incidents', body, headers)

  it.each<[string, string | Uint8Array, string]>([
    ['is empty', '', 'required'],
    ['is cut off', '{"source":', 'must be JSON'],
    ['is not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'UTF-8'],
    ['nests without end', '['.repeat(100_000), 'deeper'],
    ['nests one deeper than it may', '['.repeat(33) + ']'.repeat(33), 'deeper'],
  ])('is refused when it %s', async (_, body, rule) => {
    const problem = await problemOf(post(body))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-body' })
    expect(problem.detail).toContain(rule)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', ''])(
    'is refused with 415 as %j',
    async (type) => {
      const problem = await problemOf(post('{}', { 'content-type': type }))
      expect(problem).toMatchObject({ status: 415, code: 'unsupported-media-type' })
    },
  )

  it('is refused with 415 when it is compressed', async () => {
    const problem = await problemOf(post('{}', { 'content-encoding': 'gzip' }))
    expect(problem.code).toBe('unsupported-media-type')
  })

  it('is refused with 413 beyond a megabyte, with or without Content-Length', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
    expect(await problemOf(post(large))).toMatchObject({ status: 413, code: 'too-large' })
    const chunked = await rawRequest(app.port, '/api/incidents', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: large,
    })
    expect(chunked.status).toBe(413)
  })

  it('is refused for a key that would reach the prototype', async () => {
    const body = `{"__proto__":{"admin":true},${JSON.stringify(incident).slice(1)}`
    const problem = await problemOf(post(body))
    expect(problem.problems[0]).toMatchObject({ field: '__proto__', rule: 'is not known here' })
  })

  it('is refused naming every invalid field, inside lists too', async () => {
    const problem = await problemOf(post(JSON.stringify([incident, { ...incident, lat: 91, weight: 0 }])))
    expect(problem.problems.map(({ field }) => field)).toEqual(['1.lat', '1.weight'])
  })

  it('is refused when a text holds a control character or half a character', async () => {
    for (const externalId of ['a\u0000b', '\ud800']) {
      const problem = await problemOf(post(JSON.stringify({ ...incident, externalId })))
      expect(problem.problems[0]!.field).toBe('externalId')
    }
  })

  it('is accepted as one incident or as a list', async () => {
    expect(await (await post(JSON.stringify(incident))).json()).toEqual({ ids: [1] })
    const two = JSON.stringify([incident, { ...incident, externalId: '2' }])
    expect(await (await post(two)).json()).toEqual({ ids: [1, 2] })
  })
})

describe('the guards', () => {
  it('refuse another host with an uncacheable problem+json', async () => {
    const foreign = await rawRequest(app.port, '/api/categories', { headers: { host: 'elsewhere.example' } })
    expect([foreign.status, JSON.parse(foreign.body).code]).toEqual([403, 'forbidden'])
    expect(foreign.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('send the page’s content security policy, and no X-Powered-By', async () => {
    const { headers } = await app.get('/api/categories')
    expect(headers.get('content-security-policy')).toContain("default-src 'none';script-src 'self'")
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('give every response a unique id', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await app.get('/')).headers.get('x-request-id')))
    expect(new Set(ids).size).toBe(3)
  })
})
