import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../server/app.ts'
import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import type { Answer, Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { type MatrixCity, openMatrixCity } from './matrix-city.ts'
import { type Column, COLUMNS, MATRIX, type MatrixRow } from './matrix-table.ts'
import { pathOf, VALID_REQUESTS } from './valid-requests.ts'

describe('the table', () => {
  const operations = ENDPOINTS.map(({ id }) => id).toSorted()
  const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted()

  it('has rows for every operation of the OpenAPI document, and no others', () => {
    expect(sorted(MATRIX.map(({ operation }) => operation))).toEqual(operations)
  })

  it('is asked whole: every operation knows what a valid request of it is', () => {
    expect(sorted(Object.keys(VALID_REQUESTS))).toEqual(operations)
  })

  it('tells of things that are there and of things that are not, wherever a path names one', () => {
    for (const { id, path } of ENDPOINTS) {
      const things = MATRIX.filter(({ operation }) => operation === id).map(({ thing }) => thing)
      if (!path.includes('{')) expect([id, things]).toEqual([id, ['-']])
      else expect([id, things.length > 1, things.includes('absent')]).toEqual([id, true, true])
    }
  })
})

describe.each(databasesUnderTest)('who is answered what on $kind', (database) => {
  let city: MatrixCity
  beforeAll(async () => {
    city = await openMatrixCity(database)
  })
  afterAll(() => city?.close())

  /** Sends the request of a cell. @returns the answer and the path's last name of the thing */
  async function send(endpoint: Endpoint, who: Column, { thing, statuses }: MatrixRow) {
    const spends = endpoint.method !== 'get' && statuses[who] < 300
    const request = await VALID_REQUESTS[endpoint.id]!({ city, who, thing, spends })
    const path = pathOf(endpoint, request, thing)
    const call = await city.as(who)
    const headers = { ...request.headers }
    const sent = request.body === undefined ? { headers } : { headers, body: request.body }
    const answer = await unlessBusy(() => call(endpoint.method.toUpperCase(), path.text, sent))
    if (endpoint.method === 'get') await expectSameOfHead(call, path.text, headers, answer)
    if (endpoint.access !== 'anyone' && answer.status < 400 && answer.status !== 204)
      expect(answer.headers.get('cache-control'), `${endpoint.id} in caches`).toMatch(/no-store|private/)
    // Who has signed out needs another session for what comes next.
    if (endpoint.id === 'deleteSession' && who !== 'key') city.server.people.renew(who)
    return { answer, name: path.name }
  }

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))('of %s', async (id, endpoint) => {
    const rows = MATRIX.filter(({ operation }) => operation === id)
    const answered = new Map<string, Record<string, number>>()
    for (const who of COLUMNS) {
      const refusals = new Set<string>()
      for (const row of rows) {
        const { answer, name } = await send(endpoint, who, row)
        const { thing } = row
        answered.set(thing, { ...answered.get(thing), [who]: answer.status })
        if (answer.status === 401 || answer.status === 404) refusals.add(refusalText(answer, name))
      }
      // What there is not and what he may not know of are told in the same words.
      expect([...refusals].slice(1), `${id} for ${who}`).toEqual([])
    }
    for (const { thing, statuses } of rows)
      expect({ thing, ...answered.get(thing) }).toEqual({ thing, ...statuses })
  })
})

/** Asks again where the server has its hands full for a moment: that says nothing of who may what. */
async function unlessBusy(ask: () => Promise<Answer>): Promise<Answer> {
  for (let trial = 1; ; trial++) {
    const answer = await ask()
    if (answer.status !== 503 || trial > 200) return answer
    await wait(100)
  }
}

/** HEAD is refused and answered as GET is, without the body. */
async function expectSameOfHead(call: Call, path: string, headers: Record<string, string>, got: Answer) {
  const head = await call('HEAD', path, { headers })
  const told = ({ status, headers: its }: Answer) => [status, its.get('etag'), its.get('cache-control')]
  expect([...told(head), head.body], `HEAD ${path}`).toEqual([...told(got), ''])
}

/** A refusal without what may differ: the request's id, and the name that was asked for. */
function refusalText({ body }: Answer, name: string): string {
  const { requestId: _, ...told }: Json = body
  return JSON.stringify(told).replace(`with id ${name}.`, 'with id ….')
}
