import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import type { Caller } from '../../server/platform/access/caller.ts'
import { createCallers } from '../../server/accounts/callers.ts'
import { createCookie } from '../../server/platform/http/session-cookie.ts'

const VERA: Caller = {
  audience: audienceOfRole('planner'),
  actor: { kind: 'account', accountId: 1, sessionId: 1, name: 'Vera', organisationId: null },
}

function setUp() {
  const asked: string[] = []
  const callers = createCallers({
    sessions: {
      find: async (token) => {
        asked.push(token)
        return token === 'vera' ? { caller: VERA, endsAtMs: 1e12 } : null
      },
    },
    findKey: async () => null,
    cookie: createCookie('lagesbild', false),
    clock: { nowMs: () => 0 },
  })
  return { asked, callers }
}

const withCookie = (cookie: string) =>
  ({ headers: { cookie }, socket: { remoteAddress: '127.0.0.1' } }) as unknown as IncomingMessage

describe('who is behind a cookie', () => {
  it('is remembered once a session, whatever is written around it', async () => {
    const { asked, callers } = setUp()
    for (let k = 0; k < 100; k++) {
      const request = withCookie(`other=${'x'.repeat(k)}; lagesbild=vera; more=${k}`)
      expect(await callers.resolve(request)).toBe(VERA)
      expect(callers.known(request)).toBe(VERA)
    }
    expect(asked).toEqual(['vera'])
  })

  it('is nobody when the session is unknown, and nobody is remembered for it', async () => {
    const { asked, callers } = setUp()
    const request = withCookie('lagesbild=eva')
    expect((await callers.resolve(request)).actor.kind).toBe('anonymous')
    expect(callers.known(request)).toBeNull()
    await callers.resolve(request)
    expect(asked).toEqual(['eva', 'eva'])
  })

  it('is nobody at once where there is no cookie of ours', () => {
    const { asked, callers } = setUp()
    expect(callers.known(withCookie('xlagesbild=vera'))?.actor.kind).toBe('anonymous')
    expect(asked).toEqual([])
  })
})
