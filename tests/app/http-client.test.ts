import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../web/app/api/http-client.ts'
import { RequestFailed } from '../../web/app/api/problem.ts'

describe('a request to a busy server', () => {
  const busy = (seconds: string) => new Response('{}', { status: 503, headers: { 'retry-after': seconds } })

  it('is repeated after the wait that the response names, until the server responds', async () => {
    const responses = [busy('1'), busy('1'), Response.json({ here: true })]
    const waited: number[] = []
    const http = createHttpClient({
      fetch: () => Promise.resolve(responses.shift()!),
      wait: async (ms) => void waited.push(ms),
    })
    expect(await http.get('/api/layers')).toEqual({ here: true })
    expect(waited).toEqual([1000, 1000])
  })

  it('is not repeated when it changes something, nor when the response names a long wait', async () => {
    let requested = 0
    const http = createHttpClient({
      fetch: () => {
        requested += 1
        return Promise.resolve(busy('30'))
      },
      wait: () => Promise.resolve(),
    })
    await expect(http.send('POST', '/api/check', {})).rejects.toMatchObject({ retryAfterSeconds: 30 })
    await expect(http.get('/api/layers')).rejects.toMatchObject({ retryAfterSeconds: 30 })
    expect(requested).toBe(2)
  })
})

describe('a request without a session', () => {
  it('reports that the session has ended', async () => {
    let reported = 0
    const http = createHttpClient({
      fetch: () => Promise.resolve(new Response('{}', { status: 401 })),
      onUnauthenticated: () => (reported += 1),
    })
    await expect(http.get('/api/layers')).rejects.toBeInstanceOf(RequestFailed)
    expect(reported).toBe(1)
  })
})
