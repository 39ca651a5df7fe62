import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { audienceOfRole, narrowed, type Role } from '../../../server/platform/access/audience.ts'
import { ANONYMOUS, type Principal, OPERATING } from '../../../server/platform/access/principal.ts'
import { createGuard } from '../../../server/platform/access/guard.ts'
import { bytes, noContent } from '../../../server/platform/http/endpoint-response.ts'
import { defineEndpoint } from '../../../server/platform/http/endpoint.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

const write = defineEndpoint({
  id: 'write',
  method: 'post',
  path: '/api/things/{id}',
  tag: 'things',
  access: 'incidents.write',
  resource: 'incidents.read',
  closedIn: ['demo', 'maintenance'],
  isDryRun: ({ preview }) => preview === 'true',
  summary: 'Write',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ preview: z.string().optional() }),
  responses: { 204: { description: 'Written.' } },
})
const account = (role: Exclude<Role, 'public'>): Principal => ({
  audience: audienceOfRole(role),
  actor: { kind: 'account', accountId: 1, sessionId: 1, name: 'A', organisationId: null },
})
const key = (...rights: Parameters<typeof narrowed>[1]): Principal => ({
  audience: narrowed(audienceOfRole('analyst'), rights),
  actor: { kind: 'key', keyId: 1, name: 'K' },
})
const open = { demo: false, isUnderMaintenance: () => false }

describe('the guard', () => {
  it.each([
    ['nobody', ANONYMOUS, 'unauthenticated'],
    ['a role that may not know of the thing', account('planner'), 'not-found'],
    ['a key that may not write', key('incidents.read'), 'forbidden'],
    ['a key that was made for something else', key('map.read'), 'not-found'],
  ])('refuses %s', (_, principal, code) => {
    expect(() => createGuard(open).admit(principal, write)).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    ['a role that has the right', account('analyst')],
    ['a key that has it', key('incidents.write')],
    ['the operator', OPERATING],
  ])('admits %s', (_, principal) => {
    expect(() => createGuard(open).admit(principal, write)).not.toThrow()
  })

  it.each([
    ['the demo', { demo: true }, 403, 'demo-refused', null],
    ['maintenance', { isUnderMaintenance: () => true }, 503, 'busy', '10'],
  ])('closes a call in %s, except a dry run', async (_, city, status, code, retryAfter) => {
    const calls: string[] = []
    const route = endpoint(write, ({ params }) => {
      calls.push(params.id)
      return noContent()
    })
    const app = await startApp([route], { city })
    const closed = await app.post('/api/things/1', undefined)
    expect([closed.status, closed.headers.get('retry-after')]).toEqual([status, retryAfter])
    expect(await closed.json()).toMatchObject({ code })
    expect((await app.post('/api/things/2?preview=true', undefined)).status).toBe(204)
    expect(calls).toEqual(['2'])
    await app.close()
  })

  it('checks again during an upload, and aborts one that becomes closed', async () => {
    let isClosed = false
    const upload = defineEndpoint({
      ...write,
      id: 'upload',
      path: '/api/files',
      resource: null,
      params: z.strictObject({}),
      bodyType: 'multipart',
      body: z.strictObject({ file: z.string() }),
    })
    const route = endpoint(upload, async ({ upload: take }) => {
      const { stream } = await take([])
      isClosed = true
      for await (const _ of stream);
      return bytes('text/plain', 'whole')
    })
    const app = await startApp([route], { city: { isUnderMaintenance: () => isClosed } })
    const body = new FormData()
    body.set('file', new Blob(['a']))
    const response = await fetch(`${app.url}/api/files`, { method: 'POST', body })
    expect([response.status, (await response.json()).code]).toEqual([503, 'busy'])
    await app.close()
  })

  it.each([undefined, 'incidents.everything'])('refuses an endpoint whose access is %s', (access) => {
    const undeclared = { ...write, access: access as never }
    expect(() => endpoint(undeclared, noContent)).toThrow(/write declares no right/)
    expect(() => endpoint({ ...write, resource: 'nothing' as never }, noContent)).toThrow(TypeError)
  })
})
