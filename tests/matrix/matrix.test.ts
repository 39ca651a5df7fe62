import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../server/app.ts'
import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import type { ApiResponse, Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { type MatrixCity, openMatrixCity } from './matrix-city.ts'
import { type Column, COLUMNS, MATRIX, type MatrixRow } from './matrix-table.ts'
import { pathOf, VALID_REQUESTS } from './valid-requests.ts'

describe('the permission matrix', () => {
  const operations = ENDPOINTS.map(({ id }) => id).toSorted()
  const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted()

  it('has rows for every endpoint, and no others', () => {
    expect(sorted(MATRIX.map(({ operation }) => operation))).toEqual(operations)
  })

  it('has a valid request for every endpoint', () => {
    expect(sorted(Object.keys(VALID_REQUESTS))).toEqual(operations)
  })

  it('covers existing and missing resources for every path that names a resource', () => {
    for (const { id, path } of ENDPOINTS) {
      const resources = MATRIX.filter(({ operation }) => operation === id).map(({ resource }) => resource)
      if (!path.includes('{')) expect([id, resources]).toEqual([id, ['-']])
      else expect([id, resources.length > 1, resources.includes('absent')]).toEqual([id, true, true])
    }
  })
})

describe.each(databasesUnderTest)('the API on $kind', (database) => {
  let city: MatrixCity
  beforeAll(async () => {
    city = await openMatrixCity(database)
  })
  afterAll(() => city?.close())

  /** Of which GET requests and statuses HEAD was compared: once each. */
  const headOutcomes = new Set<string>()

  /** Sends the request of a cell. @returns the response and the resource's name in the path */
  async function send(endpoint: Endpoint, who: Column, { resource, statuses }: MatrixRow) {
    const spends = endpoint.method !== 'get' && statuses[who] < 300
    const request = await VALID_REQUESTS[endpoint.id]!({ city, who, resource, spends })
    const path = pathOf(endpoint, request, resource)
    const call = await city.as(who)
    const headers = { ...request.headers }
    const sent = request.body === undefined ? { headers } : { headers, body: request.body }
    const response = await unlessBusy(() => call(endpoint.method.toUpperCase(), path.text, sent))
    const outcome = `${endpoint.id} ${response.status}`
    if (endpoint.method === 'get' && !headOutcomes.has(outcome)) {
      headOutcomes.add(outcome)
      await expectSameOfHead(call, path.text, headers, response)
    }
    if (endpoint.access !== 'anyone' && response.status < 400 && response.status !== 204)
      expect(response.headers.get('cache-control'), `${endpoint.id} in caches`).toMatch(/no-store|private/)
    // After a sign-out a new session is needed.
    if (endpoint.id === 'deleteSession' && who !== 'key') city.server.people.renew(who)
    return { response, name: path.name }
  }

  it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))(
    'responds to %s by every role with the status in the matrix',
    async (id, endpoint) => {
      const rows = MATRIX.filter(({ operation }) => operation === id)
      const statusesOf = new Map<string, Record<string, number>>()
      for (const who of COLUMNS) {
        const refusals = new Set<string>()
        for (const row of rows) {
          const { response, name } = await send(endpoint, who, row)
          const { resource } = row
          statusesOf.set(resource, { ...statusesOf.get(resource), [who]: response.status })
          if (response.status === 401 || response.status === 404) refusals.add(refusalText(response, name))
        }
        // Missing and undisclosed resources are refused in the same words.
        expect([...refusals].slice(1), `${id} for ${who}`).toEqual([])
      }
      for (const { resource, statuses } of rows)
        expect({ resource, ...statusesOf.get(resource) }).toEqual({ resource, ...statuses })
    },
  )
})

/** Retries while the server is overloaded, which says nothing of permissions. */
async function unlessBusy(send: () => Promise<ApiResponse>): Promise<ApiResponse> {
  for (let attempt = 1; ; attempt++) {
    const response = await send()
    if (response.status !== 503 || attempt > 200) return response
    await wait(100)
  }
}

/** HEAD has the status and headers of GET, without the body. */
async function expectSameOfHead(call: Call, path: string, headers: Record<string, string>, got: ApiResponse) {
  const head = await call('HEAD', path, { headers })
  const validatorsOf = ({ status, headers: its }: ApiResponse) => [
    status,
    its.get('etag'),
    its.get('cache-control'),
  ]
  expect([...validatorsOf(head), head.body], `HEAD ${path}`).toEqual([...validatorsOf(got), ''])
}

/** A refusal without the request's id and the requested name. */
function refusalText({ body }: ApiResponse, name: string): string {
  const { requestId: _, ...rest }: Json = body
  return JSON.stringify(rest).replace(`with id ${name}.`, 'with id ….')
}
