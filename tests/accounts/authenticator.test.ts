import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import type { Principal } from '../../server/platform/access/principal.ts'
import { createAuthenticator } from '../../server/accounts/authenticator.ts'
import { createCookie } from '../../server/platform/http/session-cookie.ts'

const VERA: Principal = {
  audience: audienceOfRole('planner'),
  actor: { kind: 'account', accountId: 1, sessionId: 1, name: 'Vera', organisationId: null },
}

const KEY = 'lb_abcdefgh_secret'
const MACHINE: Principal = {
  audience: audienceOfRole('planner'),
  actor: { kind: 'key', keyId: 1, name: 'QGIS' },
}

function setUp() {
  const requested: string[] = []
  const authenticator = createAuthenticator({
    sessions: {
      find: async (token) => {
        requested.push(token)
        return token === 'vera' ? { principal: VERA, endsAtMs: 1e12 } : null
      },
    },
    findKey: async (key) => {
      requested.push(key)
      return key === KEY ? { principal: MACHINE, expiresAtMs: 1e12 } : null
    },
    cookie: createCookie('lagesbild', false),
    clock: { nowMs: () => 0 },
  })
  return { asked: requested, authenticator }
}

const withCookie = (cookie: string) =>
  ({ headers: { cookie }, socket: { remoteAddress: '127.0.0.1' } }) as unknown as IncomingMessage

describe('the principal of a session cookie', () => {
  it('is cached once per session, whatever else the Cookie header holds', async () => {
    const { asked: requested, authenticator } = setUp()
    for (let k = 0; k < 100; k++) {
      const request = withCookie(`other=${'x'.repeat(k)}; lagesbild=vera; more=${k}`)
      expect(await authenticator.resolve(request)).toBe(VERA)
      expect(authenticator.known(request)).toBe(VERA)
    }
    expect(requested).toEqual(['vera'])
  })

  it('is anonymous for an unknown session, and nothing is cached', async () => {
    const { asked: requested, authenticator } = setUp()
    const request = withCookie('lagesbild=eva')
    expect((await authenticator.resolve(request)).actor.kind).toBe('anonymous')
    expect(authenticator.known(request)).toBeNull()
    await authenticator.resolve(request)
    expect(requested).toEqual(['eva', 'eva'])
  })

  it('is anonymous without a look-up when the cookie is absent', () => {
    const { asked: requested, authenticator } = setUp()
    expect(authenticator.known(withCookie('xlagesbild=vera'))?.actor.kind).toBe('anonymous')
    expect(requested).toEqual([])
  })
})

const withHeader = (authorization: string) => ({ headers: { authorization } }) as unknown as IncomingMessage
const basic = (text: string) => withHeader(`Basic ${Buffer.from(text).toString('base64')}`)

describe('the principal of an API key', () => {
  it('is the same for Bearer and for Basic with any user name', async () => {
    const { asked: requested, authenticator } = setUp()
    for (const request of [
      withHeader(`Bearer ${KEY}`),
      basic(`:${KEY}`),
      basic(`anna@stad.example:${KEY}`),
    ]) {
      expect(await authenticator.resolve(request)).toBe(MACHINE)
      expect(authenticator.known(request)).toBe(MACHINE)
    }
    expect(requested).toEqual([KEY])
  })

  it.each([
    ['a name that is a key', basic(`${KEY}:x`)],
    ['a password that is no key', basic('vera@stad.example:hunter2')],
    ['a session as the password', basic('x:vera')],
  ])('is refused with %s', async (_, request) => {
    const { authenticator } = setUp()
    await expect(authenticator.resolve(request)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(authenticator.known(request)).toBeNull()
  })

  it.each(['Basic', 'Basic ?', 'Digest username="x"', `Basic ${Buffer.from(KEY).toString('base64')}`, KEY])(
    'is not looked up in %s',
    async (authorization) => {
      const { asked: requested, authenticator } = setUp()
      const refused = authenticator.resolve(withHeader(authorization))
      await expect(refused).rejects.toThrow('must be Bearer and a key, or Basic with a key as the password')
      expect(requested).toEqual([])
    },
  )
})
