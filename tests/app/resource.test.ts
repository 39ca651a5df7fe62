import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../web/app/api/http-client.ts'
import { createApi } from '../../web/app/api/client.ts'
import { RequestFailed } from '../../web/app/api/problem.ts'
import { createResource } from '../../web/app/api/resource.ts'

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  createApi(
    createHttpClient({
      fetch: () => Promise.resolve(new Response(JSON.stringify(body), { status, headers })),
    }),
  )

describe('a resource', () => {
  it('keeps the last response readable during a reload', async () => {
    const resource = createResource<number>()
    await resource.load(() => Promise.resolve(1))
    const again = resource.load(() => Promise.resolve(2))
    expect(resource.state.value).toMatchObject({ phase: 'loading', value: 1 })
    await again
    expect(resource.state.value).toMatchObject({ phase: 'ready', value: 2 })
  })

  it('never lets a late response replace a newer one', async () => {
    const resource = createResource<string>()
    let respondLate: (response: string) => void = () => {}
    const first = resource.load(() => new Promise((resolve) => (respondLate = resolve)))
    await resource.load(() => Promise.resolve('new'))
    respondLate('old')
    await first
    expect(resource.state.value.value).toBe('new')
  })

  it('reports a failure and repeats the same request on retry', async () => {
    const resource = createResource<string>()
    let calls = 0
    await resource.load(() => {
      calls += 1
      return calls === 1 ? Promise.reject(new TypeError('network')) : Promise.resolve('here')
    })
    expect(resource.state.value.failure?.code).toBe('offline')
    await resource.retry()
    expect(resource.state.value).toMatchObject({ phase: 'ready', value: 'here' })
  })
})

describe('the API client', () => {
  it('turns problem+json into a failure with code, fields and wait', async () => {
    const problem = { code: 'busy', detail: 'later', problems: [{ field: 'cell', rule: 'one of' }] }
    const failure = await answering(503, problem, { 'retry-after': '7' })
      .categories()
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(RequestFailed)
    expect(failure).toMatchObject({ code: 'busy', retryAfterSeconds: 7, problems: problem.problems })
  })

  it('reports a response without problem+json as unexpected', async () => {
    const fetch = () => Promise.resolve(new Response('<html>', { status: 502 }))
    const api = createApi(createHttpClient({ fetch }))
    await expect(api.categories()).rejects.toMatchObject({ code: 'unexpected' })
  })

  it('fills in the path of a review', async () => {
    const requested: string[] = []
    const fetch: typeof globalThis.fetch = (path) => {
      if (typeof path === 'string') requested.push(path)
      return Promise.resolve(Response.json({ id: 3 }, { status: 201 }))
    }
    const api = createApi(createHttpClient({ fetch }))
    await api.openReview(7, { from: '2025-11-01', to: '2026-11-01' })
    expect(requested).toEqual(['/api/proposals/7/reviews'])
  })
})
