import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '../../support/serving/browser-cookies.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import {
  CLIENT,
  type ProvidedPeople,
  signInAtProvider,
  startProvider,
} from '../../support/serving/openid-provider.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const RETURN = '/auth/openid-connect/return'

describe.each(databasesUnderTest)('signing in by OpenID Connect on $kind', (database) => {
  const people: ProvidedPeople = {
    vera: { email: 'Vera.Ek@Stad.Example', name: 'Vera Ek', roles: ['alla', 'trygghet-analys'] },
    guest: { email: 'guest@stad.example', name: 'Gäst', roles: ['alla'] },
    nameless: { roles: ['trygghet'] },
    local: { email: 'local@stad.example', name: 'Lokal', roles: ['trygghet'] },
    mover: { email: 'mover@stad.example', name: 'Mo Ver', roles: ['trygghet'] },
  }
  let provider: Awaited<ReturnType<typeof startProvider>>
  let server: TestServer

  beforeAll(async () => {
    provider = await startProvider(people, () => `${server.url}${RETURN}`)
    server = await startTestServer({
      database,
      signIn: null,
      openIdConnect: {
        ...CLIENT,
        issuer: provider.issuer,
        roleClaim: 'roles',
        roles: [
          { value: 'trygghet-analys', role: 'analyst' },
          { value: 'trygghet', role: 'planner' },
        ],
        title: 'Stadens inloggning',
      },
    })
    provider.ready()
  })
  afterAll(async () => {
    await server?.close()
    await provider?.close()
  })

  /** Two jars, because cookies are not separated by port. */
  function person() {
    const [here, there] = [createBrowser(), createBrowser()]
    return {
      here,
      start: async () => (await here.fetch(`${server.url}/auth/openid-connect`)).headers.get('location')!,
      atProvider: (url: string, login: string) => signInAtProvider(there, url, login),
      back: (url: string) => here.fetch(url),
      who: async () => (await (await here.fetch(`${server.url}/api/session`)).json()).user,
    }
  }

  async function comeAs(login: string) {
    const somebody = person()
    const response = await somebody.back(await somebody.atProvider(await somebody.start(), login))
    return { ...somebody, received: response, location: response.headers.get('location') }
  }

  it('is offered under its title', async () => {
    const session = await (await createBrowser().fetch(`${server.url}/api/session`)).json()
    expect(session.signIn.openIdConnect).toEqual({ title: 'Stadens inloggning' })
  })

  it('redirects to the provider with PKCE, state and nonce', async () => {
    const url = new URL(await person().start())
    expect(url.origin).toBe(provider.issuer)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${server.url}${RETURN}`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('makes an account with the role mapped from the claim, and finds it the next time', async () => {
    const first = await comeAs('vera')
    expect(first.received.status).toBe(302)
    expect(first.location).toBe('/')
    expect(await first.who()).toMatchObject({
      email: 'vera.ek@stad.example',
      name: 'Vera Ek',
      role: 'analyst',
      hasPassword: false,
    })
    expect(first.here.jar.has('lagesbild-flow')).toBe(false)
    const second = await comeAs('vera')
    expect(second.here.jar.get('lagesbild')).not.toBe(first.here.jar.get('lagesbild'))
    const all = await server.storage.repositories.people.list(0, 100)
    expect(all.filter(({ email }) => email === 'vera.ek@stad.example')).toHaveLength(1)
  })

  it('makes accounts without a password', async () => {
    await comeAs('vera')
    const body = { email: 'vera.ek@stad.example', password: '' }
    expect((await createBrowser().send('POST', `${server.url}/api/session`, body)).status).toBe(401)
    const found = await server.storage.repositories.people.findCredentials(body.email)
    const admin = await server.as('admin')
    expect((await admin('POST', `/api/users/${found!.account.id}/reset`)).status).toBe(409)
  })

  it('updates the role at each sign-in, and ends every session of an account that lost it', async () => {
    const planner = await comeAs('mover')
    expect((await planner.who()).role).toBe('planner')
    people.mover = { ...people.mover!, roles: ['trygghet-analys'] }
    const analyst = await comeAs('mover')
    expect((await analyst.who()).role).toBe('analyst')
    expect((await planner.who()).role).toBe('analyst')
    const page = { kinds: ['people'], actor: 'anonymous', fromMs: null, toMs: null, before: null } as const
    const audited = await server.storage.repositories.audit.page({ ...page, limit: 2 })
    expect(audited.map(({ action, detail }) => [action, detail])).toEqual([
      ['finishOpenIdConnect', { role: 'analyst' }],
      ['finishOpenIdConnect', { role: 'planner' }],
    ])
    people.mover = { ...people.mover, roles: [] }
    expect((await comeAs('mover')).location).toBe('/?sign-in-error=refused')
    expect(await planner.who()).toBeNull()
    expect(await analyst.who()).toBeNull()
  })

  it.each(['guest', 'nameless'])(
    'refuses %s, who has no role or no address, and makes no account',
    async (login) => {
      const before = await server.storage.repositories.people.list(0, 100)
      const refused = await comeAs(login)
      expect(refused.location).toBe('/?sign-in-error=refused')
      expect(await refused.who()).toBeNull()
      expect(await server.storage.repositories.people.list(0, 100)).toHaveLength(before.length)
    },
  )

  it('never takes over an account that signs in by password', async () => {
    await server.storage.repositories.people.insert({
      email: 'local@stad.example',
      name: 'Lokal',
      role: 'admin',
      organisationId: null,
      openId: null,
      createdAtMs: Date.now(),
    })
    expect((await comeAs('local')).location).toBe('/?sign-in-error=refused')
  })

  it('refuses a disabled account', async () => {
    const { here } = await comeAs('vera')
    const found = await server.storage.repositories.people.findCredentials('vera.ek@stad.example')
    await server.storage.repositories.people.update(found!.account.id, { disabled: true })
    expect((await comeAs('vera')).location).toBe('/?sign-in-error=disabled')
    server.access.authenticator.forget()
    expect((await (await here.fetch(`${server.url}/api/session`)).json()).user).toBeNull()
    await server.storage.repositories.people.update(found!.account.id, { disabled: false })
  })

  it('refuses a response to a flow of another browser', async () => {
    const [victim, attacker] = [person(), person()]
    await victim.start()
    const url = await attacker.atProvider(await attacker.start(), 'vera')
    expect((await victim.back(url)).headers.get('location')).toBe('/?sign-in-error=failed')
    expect(await victim.who()).toBeNull()
  })

  it('refuses another state, another issuer, no cookie, and a cookie that was tampered with', async () => {
    const somebody = person()
    const url = await somebody.atProvider(await somebody.start(), 'vera')
    const flow = somebody.here.jar.get('lagesbild-flow')!
    const tries: [string, string | null][] = [
      [changed(url, 'state', 'x'), flow],
      [changed(url, 'iss', 'http://127.0.0.1:1'), flow],
      [url, null],
      [url, `${flow.slice(0, -2)}${flow.at(-2) === 'A' ? 'B' : 'A'}A`],
      [url, 'x'],
    ]
    for (const [address, cookie] of tries) {
      const browser = createBrowser()
      if (cookie !== null) browser.jar.set('lagesbild-flow', cookie)
      expect((await browser.fetch(address)).headers.get('location')).toBe('/?sign-in-error=failed')
      expect(browser.jar.has('lagesbild')).toBe(false)
    }
    expect((await somebody.back(url)).headers.get('location')).toBe('/')
  })

  it('accepts a response once', async () => {
    const somebody = person()
    const url = await somebody.atProvider(await somebody.start(), 'vera')
    const flow = somebody.here.jar.get('lagesbild-flow')!
    expect((await somebody.back(url)).headers.get('location')).toBe('/')
    const again = createBrowser()
    expect((await again.fetch(url)).headers.get('location')).toBe('/?sign-in-error=failed')
    again.jar.set('lagesbild-flow', flow)
    expect((await again.fetch(url)).headers.get('location')).toBe('/?sign-in-error=failed')
  })

  it('reports that the person declined at the provider', async () => {
    const somebody = person()
    const state = new URL(await somebody.start()).searchParams.get('state')!
    const url = `${server.url}${RETURN}?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    expect((await somebody.back(url)).headers.get('location')).toBe('/?sign-in-error=failed')
  })
})

describe('an unavailable OpenID provider', () => {
  it('prevents neither the start nor password sign-in, and is tried again the next time', async () => {
    const server = await startTestServer({
      signIn: null,
      openIdConnect: {
        ...CLIENT,
        issuer: 'http://127.0.0.1:9',
        roleClaim: 'roles',
        roles: [{ value: 'x', role: 'planner' }],
        title: 'x',
      },
    })
    try {
      for (let k = 0; k < 2; k++) {
        const response = await createBrowser().fetch(`${server.url}/auth/openid-connect`)
        expect(response.headers.get('location')).toBe('/?sign-in-error=unavailable')
      }
      const body = { email: 'x@x.se', password: 'x' }
      expect((await createBrowser().send('POST', `${server.url}/api/session`, body)).status).toBe(401)
    } finally {
      await server.close()
    }
  })

  it('is absent where none is configured', async () => {
    const server = await startTestServer({ signIn: null })
    try {
      for (const path of ['/auth/openid-connect', `${RETURN}?code=x`])
        expect((await createBrowser().fetch(server.url + path)).status).toBe(404)
    } finally {
      await server.close()
    }
  })
})

function changed(url: string, name: string, value: string): string {
  const result = new URL(url)
  result.searchParams.set(name, value)
  return result.href
}
