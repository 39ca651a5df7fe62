import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { firstAdministratorLink, firstLinkMessage } from '../../server/composition/first-administrator.ts'
import { checkListening } from '../../server/config/listening.ts'
import { readSessionSecret } from '../../server/config/session-secret.ts'
import { DEMO_ACCOUNTS } from '../../server/demo/accounts.ts'
import { passwordProblem } from '../../server/accounts/password-rules.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServerOptions } from '../support/serving/start-server.ts'

async function start(options: TestServerOptions) {
  const server = await startTestServer({ signIn: null, ...options })
  onTestFinished(() => server.close())
  const post = (path: string, body: object) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return { server, post }
}

const password = 'nio gröna cyklar i ån'
const tokenOf = (url: string) => /\/#\/invitation\/([\w-]{43})$/.exec(url)![1]!

describe('the demo city', () => {
  it('offers one account per role, and each can sign in; its partner and reporter are limited to one place', async () => {
    const { server, post } = await start({ demoIncidents: 100 })
    const session = await (await fetch(`${server.url}/api/session`)).json()
    const offered = session.signIn.demoAccounts
    expect(offered.map(({ role }: { role: string }) => role)).toEqual([
      'planner',
      'coordinator',
      'analyst',
      'partner',
      'reporter',
      'reader',
      'registrar',
      'admin',
    ])
    for (const { role, email, password } of offered) {
      const response = await post('/api/session', { email, password })
      expect(response.status).toBe(200)
      const { user } = await response.json()
      expect(user.role).toBe(role)
      expect(user.places.map(({ name }: { name: string }) => name)).toEqual(
        role === 'partner' || role === 'reporter' ? ['Ångvisselplan'] : [],
      )
    }
    expect(await firstAdministratorLink(server.storage, 'http://x')).toBeNull()
  })

  it('has known passwords that the rules would refuse', () => {
    for (const person of DEMO_ACCOUNTS) expect(person.password.length).toBeGreaterThanOrEqual(15)
    expect(passwordProblem(DEMO_ACCOUNTS[0]!.password, DEMO_ACCOUNTS[0]!)).not.toBeNull()
  })

  it('listens on this machine only', () => {
    const beyond = { host: '0.0.0.0', publicUrl: 'https://karta.example.se', trustedProxies: ['loopback'] }
    expect(() => checkListening(beyond, { demo: true })).toThrow(/demo city listens on this machine alone/)
    const here = { host: '127.0.0.1', publicUrl: null, trustedProxies: [] }
    expect(checkListening(here, { demo: true })).toEqual([])
  })
})

describe.each(databasesUnderTest)('a real city on $kind', (database) => {
  it('has no accounts, and begins with a link for one administrator, which later starts keep while it is valid', async () => {
    const { server, post } = await start({ database })
    const { storage } = server
    expect((await (await fetch(`${server.url}/api/session`)).json()).signIn.demoAccounts).toEqual([])
    expect(await storage.repositories.people.list(0, 10)).toEqual([])
    for (const { email, password } of DEMO_ACCOUNTS)
      expect((await post('/api/session', { email, password })).status).toBe(401)

    const startAt = (ms: number) =>
      firstAdministratorLink({ ...storage, clock: { nowMs: () => ms } }, 'https://karta.example.se')
    const linkIn = (reported: Awaited<ReturnType<typeof startAt>>[]) => {
      const links = reported.filter((one) => one !== null && one !== 'issued-before')
      expect(links).toHaveLength(1)
      return links[0]!.url
    }
    const now = Date.now()
    const together = await Promise.all([now, now, now, now].map(startAt))
    expect(together.filter((reported) => reported === 'issued-before')).toHaveLength(3)
    const first = linkIn(together)
    const later = await startAt(now + 60_000)
    expect(later).toBe('issued-before')
    expect(firstLinkMessage('issued-before')).toContain('lagesbild user reset admin@localhost')
    expect((await post('/api/invitations/lookup', { token: tokenOf(first) })).status).toBe(200)
    const again = linkIn([await startAt(now + 8 * 24 * 3_600_000)])
    const accept = (url: string) => post('/api/invitations/acceptance', { token: tokenOf(url), password })
    expect((await accept(first)).status).toBe(404)
    expect((await accept(again)).status).toBe(200)
    expect(await startAt(now + 120_000)).toBeNull()
    expect(await storage.repositories.people.list(0, 10)).toHaveLength(1)
  })
})

describe('a real city', () => {
  it.each([
    ['under no name', null, ['172.16.0.0/12'], [/PUBLIC_URL is not set/]],
    ['with no proxy before it', 'https://x.se', [], [/TRUST_PROXY is not set/]],
    ['under no name, with no proxy before it', null, [], [/PUBLIC_URL/, /TRUST_PROXY/]],
    ['under a name, with a proxy before it', 'https://x.se', ['uniquelocal'], []],
  ])('warns where it listens beyond this machine %s', (_, publicUrl, trustedProxies, warnings) => {
    const found = checkListening({ host: '0.0.0.0', publicUrl, trustedProxies }, { demo: false })
    expect(found.map(({ en }) => en)).toEqual(warnings.map((warning) => expect.stringMatching(warning)))
    expect(found.map(({ sv }) => sv)).toEqual(
      warnings.map((warning) =>
        expect.stringMatching(warning.source.replace(' is not set', ' är inte satt')),
      ),
    )
  })

  it('stores its session secret where embedded, and needs a configured one on PostGIS', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-secret-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const settings = { sessionSecret: null, databaseUrl: null, dataDir: join(dataDir, 'new') }
    const made = readSessionSecret(settings)
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(readSessionSecret(settings)).toBe(made)
    const file = join(dataDir, 'new/session-secret')
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readFileSync(file, 'utf8').trim()).toBe(made)
    expect(readSessionSecret({ ...settings, sessionSecret: 'given' })).toBe('given')
    const onPostgis = { ...settings, databaseUrl: 'postgres://x' }
    expect(() => readSessionSecret(onPostgis)).toThrow(/^SESSION_SECRET: must be set/)
  })
})
