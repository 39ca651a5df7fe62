import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { createApiClient } from '../../support/serving/api-client.ts'
import { createBrowser } from '../../support/serving/browser-cookies.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { createTestMembers, PASSWORD, type TestMembers, tokenOf } from '../../support/serving/members.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const HOUR_MS = 3_600_000

describe.each(databasesUnderTest)('sign-in on $kind', (database) => {
  const time = { aheadMs: 0, stoppedAtMs: null as number | null }
  const logged: string[] = []
  const keep = (...parts: unknown[]) => void logged.push(JSON.stringify(parts))
  let server: TestServer
  let admin: ReturnType<typeof createApiClient>
  let nobody: ReturnType<typeof createApiClient>
  let members: TestMembers

  beforeAll(async () => {
    const clock = { nowMs: () => (time.stoppedAtMs ?? Date.now()) + time.aheadMs }
    const log = { info: keep, warn: keep, error: keep }
    server = await startTestServer({ database, clock, log, signIn: null })
    admin = await server.as('admin')
    nobody = await server.as('public')
    members = createTestMembers(server.url, admin)
  })
  afterEach(() => {
    time.aheadMs = 0
    time.stoppedAtMs = null
  })
  afterAll(() => server.close())

  it('reports an anonymous caller as such, and sets no cookie', async () => {
    const { status, body, headers } = await nobody('GET', '/api/session')
    expect(status).toBe(200)
    expect(body).toEqual({
      user: null,
      expiresAt: null,
      cityName: null,
      timeZone: 'Europe/Stockholm',
      signIn: { password: true, openIdConnect: null, demoAccounts: [] },
    })
    expect(headers.getSetCookie()).toEqual([])
  })

  it('begins with an invitation that names the person, accepts a password once, and signs in', async () => {
    const { email, token } = await members.invite('coordinator')
    const found = await nobody('POST', '/api/invitations/lookup', { body: { token } })
    expect(found.body).toMatchObject({ email, name: 'Vera Ek', role: 'coordinator', purpose: 'invitation' })
    const body = { token, password: PASSWORD }
    const accepted = await nobody('POST', '/api/invitations/acceptance', { body })
    expect(accepted.body.user).toMatchObject({
      email,
      role: 'coordinator',
      hasPassword: true,
      organisation: null,
    })
    expect(accepted.body.user.rights).toContain('releases.approve')
    expect(accepted.body.user.rights).not.toContain('incidents.read')
    const again = await nobody('POST', '/api/invitations/acceptance', { body })
    expect(again.status).toBe(404)
    expect((await nobody('POST', '/api/invitations/lookup', { body: { token } })).status).toBe(404)
  })

  it('admits one of two concurrent uses of a link', async () => {
    const { token } = await members.invite()
    const body = { token, password: PASSWORD }
    const both = await Promise.all([1, 2].map(() => nobody('POST', '/api/invitations/acceptance', { body })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
  })

  it('refuses a link after a newer one, or after seven days', async () => {
    const { id, token } = await members.invite()
    const newer = tokenOf((await admin('POST', `/api/users/${id}/reset`)).body.url)
    expect((await nobody('POST', '/api/invitations/lookup', { body: { token } })).status).toBe(404)
    expect((await nobody('POST', '/api/invitations/lookup', { body: { token: newer } })).status).toBe(200)
    time.aheadMs += 7 * 24 * HOUR_MS
    const late = await nobody('POST', '/api/invitations/acceptance', {
      body: { token: newer, password: PASSWORD },
    })
    expect(late.status).toBe(404)
  })

  it.each([
    ['kort', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['lösenordlösenord', 'common'],
    ['vera i Vera Eks hus', 'personal'],
  ])('names the rule that the password %s breaks, and keeps the link valid', async (password, rule) => {
    const { token } = await members.invite()
    const refused = await nobody('POST', '/api/invitations/acceptance', { body: { token, password } })
    expect(refused.status).toBe(400)
    expect(refused.body.problems).toEqual([{ field: 'password', rule }])
    expect((await nobody('POST', '/api/invitations/lookup', { body: { token } })).status).toBe(200)
  })

  it('sets cookies that scripts cannot read and other sites cannot send', async () => {
    const { email } = await members.join()
    const response = await members.signIn(createBrowser(), email)
    const [session, device] = response.headers.getSetCookie()
    expect(session).toMatch(/^lagesbild=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(device).toMatch(/^lagesbild-device=[\w.-]{66}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('finds an account however its address is written', async () => {
    const { email } = await members.join()
    expect((await members.signIn(createBrowser(), `  ${email.toUpperCase()} `)).status).toBe(200)
  })

  it('gives a new session each time and ends the browser’s earlier one', async () => {
    const { email, browser } = await members.join()
    const first = browser.jar.get('lagesbild')
    const planted = createBrowser()
    planted.jar.set('lagesbild', 'A'.repeat(43))
    await members.signIn(planted, email)
    expect(planted.jar.get('lagesbild')).not.toBe('A'.repeat(43))
    expect(planted.jar.get('lagesbild')).not.toBe(first)
    expect(await members.whoIs(browser)).toMatchObject({ email })
    expect(await members.whoIs(planted)).toMatchObject({ email })
    planted.jar.set('lagesbild', first!)
    await members.signIn(browser, email)
    expect(await members.whoIs(planted)).toBeNull()
  })

  it('refuses an unknown address, a wrong password and an open invitation alike', async () => {
    const { email } = await members.join()
    const { email: invited } = await members.invite()
    const answers = []
    for (const [given, password] of [
      [email, 'helt fel lösenord här'],
      ['ghost@test.example', PASSWORD],
      [invited, PASSWORD],
    ] as const) {
      const { status, body, headers } = await nobody('POST', '/api/session', {
        body: { email: given, password },
      })
      answers.push({ status, body: { ...body, requestId: '' }, cookies: headers.getSetCookie() })
    }
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'unauthenticated' }, cookies: [] })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('makes a guesser wait, but never the owner on a known device', async () => {
    const { email, browser } = await members.join()
    // The fifth guess starts a wait of a second, which must not pass while passwords are compared.
    time.stoppedAtMs = Date.now()
    const stranger = createBrowser()
    const statuses: number[] = []
    for (let k = 0; k < 7; k++)
      statuses.push((await members.signIn(stranger, email, `gissning nummer ${k} här`)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const waiting = await members.signIn(stranger, email)
    expect(waiting.status).toBe(429)
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect((await members.signIn(browser, email)).status).toBe(200)
  })

  it('discloses that an account is disabled only with its right password', async () => {
    const { email, id } = await members.join()
    await admin('PATCH', `/api/users/${id}`, { body: { disabled: true } })
    expect((await members.signIn(createBrowser(), email, 'helt fel lösenord här')).status).toBe(401)
    expect((await members.signIn(createBrowser(), email)).status).toBe(403)
    await admin('PATCH', `/api/users/${id}`, { body: { disabled: false } })
    expect((await members.signIn(createBrowser(), email)).status).toBe(200)
  })

  it('ends at once with a sign-out, of this session or of all', async () => {
    const { email, browser } = await members.join()
    const other = createBrowser()
    await members.signIn(other, email)
    const copied = browser.jar.get('lagesbild')!
    const out = await browser.send('DELETE', `${server.url}/api/session`)
    expect(out.status).toBe(204)
    expect(browser.jar.has('lagesbild')).toBe(false)
    browser.jar.set('lagesbild', copied)
    expect(await members.whoIs(browser)).toBeNull()
    expect(await members.whoIs(other)).not.toBeNull()
    await members.signIn(browser, email)
    await browser.send('DELETE', `${server.url}/api/session?everywhere=true`)
    expect(await members.whoIs(other)).toBeNull()
    expect((await createBrowser().send('DELETE', `${server.url}/api/session`)).status).toBe(204)
  })

  it('lets a person choose another password, which ends every other session', async () => {
    const { email, browser } = await members.join()
    const other = createBrowser()
    await members.signIn(other, email)
    const change = (current: string, next: string) =>
      browser.send('PUT', `${server.url}/api/session/password`, { current, next })
    expect((await change('helt fel lösenord här', 'sju lila paraplyer på taket')).status).toBe(401)
    const refused = await change(PASSWORD, 'kort')
    expect(await refused.json()).toMatchObject({ problems: [{ field: 'next', rule: 'too-short' }] })
    const token = browser.jar.get('lagesbild')
    expect((await change(PASSWORD, 'sju lila paraplyer på taket')).status).toBe(200)
    expect(browser.jar.get('lagesbild')).not.toBe(token)
    expect(await members.whoIs(browser)).toMatchObject({ email })
    expect(await members.whoIs(other)).toBeNull()
    expect((await members.signIn(other, email)).status).toBe(401)
    expect((await members.signIn(other, email, 'sju lila paraplyer på taket')).status).toBe(200)
  })

  it('lets a reset link replace a password, which works until then', async () => {
    const { email, id, browser } = await members.join()
    const token = tokenOf((await admin('POST', `/api/users/${id}/reset`)).body.url)
    expect(await members.whoIs(browser)).not.toBeNull()
    const body = { token, password: 'sju lila paraplyer på taket' }
    expect((await nobody('POST', '/api/invitations/lookup', { body: { token } })).body.purpose).toBe('reset')
    expect((await nobody('POST', '/api/invitations/acceptance', { body })).status).toBe(200)
    expect(await members.whoIs(browser)).toBeNull()
    expect((await members.signIn(createBrowser(), email, body.password)).status).toBe(200)
  })

  it('never logs a password, a token or an e-mail address', async () => {
    const { email, browser } = await members.join()
    await members.signIn(createBrowser(), email, 'helt fel lösenord här')
    await fetch(`${server.url}/api/session`, { method: 'POST', body: `{"password": "${PASSWORD}"` })
    const text = logged.join('\n')
    for (const secret of [PASSWORD, 'helt fel', email, browser.jar.get('lagesbild')!])
      expect(text).not.toContain(secret)
  })

  it('is audited: sign-ins by account, failures without the address, sign-outs', async () => {
    const { email, id, browser } = await members.join()
    await members.signIn(createBrowser(), email, 'helt fel lösenord här')
    await browser.send('DELETE', `${server.url}/api/session`)
    const page = { actor: null, fromMs: null, toMs: null, before: null, limit: 3 }
    const events = await server.storage.repositories.audit.page({ ...page, kinds: null })
    expect(events.map(({ kind, actor, subject }) => [kind, actor, subject])).toEqual([
      ['sign-out', `account/${id}`, `account/${id}`],
      ['sign-in-failed', 'anonymous', null],
      ['sign-in', `account/${id}`, `account/${id}`],
    ])
    expect(JSON.stringify(events)).not.toContain(email)
  })
})
