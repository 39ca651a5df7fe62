import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createIncidents } from '../../../server/incidents/contract.ts'
import { getCategories } from '../../../server/operations/contract.ts'
import { json } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

describe('a call', () => {
  it('is aborted at its deadline, with a refusal', async () => {
    let aborted: unknown = null
    const slow = endpoint({ ...getCategories, deadlineMs: 30 }, ({ signal }) => {
      signal.addEventListener('abort', () => {
        aborted = signal.reason
      })
      return new Promise(() => {})
    })
    const app = await startApp([slow])
    const response = await app.get('/api/categories')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ code: 'deadline-exceeded' })
    expect(aborted).toMatchObject({ code: 'deadline-exceeded' })
    await app.close()
  })

  it('is cancelled when its client disconnects', async () => {
    let onAbort = () => {}
    const cancelled = new Promise<void>((resolve) => {
      onAbort = resolve
    })
    let onIntent = () => {}
    const started = new Promise<void>((resolve) => {
      onIntent = resolve
    })
    const slow = endpoint(getCategories, ({ signal }) => {
      signal.addEventListener('abort', onAbort)
      onIntent()
      return new Promise(() => {})
    })
    const app = await startApp([slow])
    const principal = new AbortController()
    const reply = app.get('/api/categories', { signal: principal.signal }).catch(() => 'gone')
    await started
    principal.abort()
    expect(await reply).toBe('gone')
    await cancelled
    expect(app.errors).toEqual([])
    await app.close()
  })

  it('does not wait for ever for a body that is not sent', async () => {
    const app = await startApp([endpoint({ ...createIncidents, deadlineMs: 50 }, () => json({ ids: [] }))])
    const socket = connect(app.port, '127.0.0.1')
    socket.write(
      'POST /api/incidents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{',
    )
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    expect(chunk.toString()).toMatch(/^HTTP\/1\.1 503 /)
    socket.destroy()
    await app.close()
  })
})
