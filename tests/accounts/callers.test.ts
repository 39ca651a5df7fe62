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

const KEY = 'lb_abcdefgh_secret'
const MACHINE: Caller = {
  audience: audienceOfRole('planner'),
  actor: { kind: 'key', keyId: 1, name: 'QGIS' },
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
    findKey: async (key) => {
      asked.push(key)
      return key === KEY ? { caller: MACHINE, expiresAtMs: 1e12 } : null
    },
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

const withHeader = (authorization: string) => ({ headers: { authorization } }) as unknown as IncomingMessage
const basic = (text: string) => withHeader(`Basic ${Buffer.from(text).toString('base64')}`)

describe('who is behind a key', () => {
  it('is the same after Bearer and as the password of Basic, whatever the name beside it', async () => {
    const { asked, callers } = setUp()
    for (const request of [
      withHeader(`Bearer ${KEY}`),
      basic(`:${KEY}`),
      basic(`anna@stad.example:${KEY}`),
    ]) {
      expect(await callers.resolve(request)).toBe(MACHINE)
      expect(callers.known(request)).toBe(MACHINE)
    }
    expect(asked).toEqual([KEY])
  })

  it.each([
    ['a name that is a key', basic(`${KEY}:x`)],
    ['a password that is no key', basic('vera@stad.example:hunter2')],
    ['a session as the password', basic('x:vera')],
  ])('is nobody with %s', async (_, request) => {
    const { callers } = setUp()
    await expect(callers.resolve(request)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(callers.known(request)).toBeNull()
  })

  it.each(['Basic', 'Basic ?', 'Digest username="x"', `Basic ${Buffer.from(KEY).toString('base64')}`, KEY])(
    'is not looked for in %s',
    async (authorization) => {
      const { asked, callers } = setUp()
      const refused = callers.resolve(withHeader(authorization))
      await expect(refused).rejects.toThrow('must be Bearer and a key, or Basic with a key as the password')
      expect(asked).toEqual([])
    },
  )
})
