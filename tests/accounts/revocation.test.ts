import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { SILENT } from '../../server/platform/log.ts'
import { type DatabaseUnderTest, databasesUnderTest } from '../support/databases.ts'
import { createApiClient, square } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import type { AccountRole } from '../../server/platform/access/audience.ts'

type Headers = Readonly<Record<string, string>>

/** Rights are withdrawn in the database itself, as by another process: with two servers on PostGIS, else with one. */
describe.each(databasesUnderTest)('several servers on $kind', (database) => {
  let one: TestServer
  let servers: readonly TestServer[]
  /** Times until each ended session was refused by every server. */
  const tookMs: number[] = []

  beforeAll(async () => {
    one = await startTestServer({ database, signIn: null })
    const other =
      one.database.url === null ? [] : [await startTestServer({ database: sameAs(one), signIn: null })]
    servers = [one, ...other]
  })
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.close()
  })

  const statusAt = async (server: TestServer, headers: Headers) => {
    const response = await fetch(`${server.url}/api/layers`, { headers })
    await response.arrayBuffer()
    return response.status
  }
  /** Names of the places that a caller gets from a server. */
  const placesAt = async (server: TestServer, headers: Headers) => {
    const { status, body } = await createApiClient(server.url, headers)('GET', '/api/places')
    return status === 200 ? body.items.map(({ name }: { name: string }) => name).join() : status
  }

  /** Waits until every server responds so, long before its cached principals are refreshed (a minute). */
  async function soon<T>(request: (server: TestServer) => Promise<T>, expected: T) {
    for (const server of servers) await expect.poll(() => request(server)).toBe(expected)
  }

  async function session(name: string, role: AccountRole = 'analyst', organisationId: number | null = null) {
    const { people } = one.database.repositories
    const email = `${name}@test.example`
    const given = { email, name, role, organisationId, openId: null, createdAtMs: Date.now() }
    const account = await people.insert(given)
    const { id, token } = await one.access.sessions.open(account)
    return { accountId: account.id, sessionId: id, headers: { cookie: `lagesbild=${token}` } }
  }

  it.each<[string, (of: { accountId: number; sessionId: number }) => Promise<unknown>]>([
    ['a sign-out', ({ sessionId }) => one.access.sessions.end(sessionId)],
    ['a sign-out everywhere', ({ accountId }) => one.access.sessions.endAll(accountId)],
    [
      'a disabled account',
      ({ accountId }) => one.database.repositories.people.update(accountId, { disabled: true }),
    ],
    [
      'a new password',
      ({ accountId }) => one.database.repositories.people.setPassword(accountId, '$argon2id$x'),
    ],
  ])('apply %s without a new sign-in', async (name, revoke) => {
    const mine = await session(name.replaceAll(' ', '-'))
    for (const server of servers) expect(await statusAt(server, mine.headers)).toBe(200)
    await revoke(mine)
    const sinceMs = performance.now()
    await soon((server) => statusAt(server, mine.headers), 401)
    tookMs.push(performance.now() - sinceMs)
  })

  it('apply at least half of these revocations within a second', () => {
    expect(tookMs.toSorted((a, b) => a - b)[1]).toBeLessThan(1000)
  })

  it('find an ended session by polling the access version, which changes with the session', async () => {
    const { accessChanges } = servers.at(-1)!.database.repositories
    const before = await accessChanges.version()
    const mine = await session('quiet')
    expect(await accessChanges.version()).toBe(before)
    await one.access.sessions.end(mine.sessionId)
    expect(await accessChanges.version()).not.toBe(before)
  })

  it('limit a partner and the organisation’s key to its current places only', async () => {
    const { people, features, keys } = one.database.repositories
    const analyst = await one.as('analyst')
    const place = async (name: string, lon: number) => {
      const properties = { kind: 'place', name }
      const body = { type: 'Feature', geometry: square(lon), properties }
      return (await analyst('POST', '/api/areas', { body })).body.id as number
    }
    const [station, market] = [await place('Stationen', 18.06), await place('Torget', 18.08)]
    const owners = await people.insertOrganisation({ name: 'Ägarna', placeIds: [station] })
    const traders = await people.insertOrganisation({ name: 'Handlarna', placeIds: [] })
    const partner = await session('partner', 'partner', owners.id)
    const { token, key } = await one.access.keys.make(
      { name: 'k', role: 'partner', scopes: ['places.read'], organisationId: owners.id, days: 1 },
      await one.access.authenticator.resolve({ headers: await one.people.credentials('admin') } as never),
    )
    const machine = { authorization: `Bearer ${token}` }
    /** The places that the person and the organisation's key get from every server. */
    const reported = async (person: string | number, byKey: string | number) => {
      await soon((server) => placesAt(server, partner.headers), person)
      await soon((server) => placesAt(server, machine), byKey)
    }
    await reported('Stationen', 'Stationen')

    await people.updateOrganisation(owners.id, { name: 'Ägarna', placeIds: [] })
    await people.updateOrganisation(traders.id, { name: 'Handlarna', placeIds: [station, market] })
    await reported('', '')
    await people.update(partner.accountId, { organisationId: traders.id })
    await reported('Stationen,Torget', '')

    const gone = one.database.knex('organisation').where({ id: traders.id })
    await expect(gone.clone().delete()).rejects.toThrow(/foreign key/)
    await features.remove('areas', market, null)
    await reported('Stationen', '')
    expect(await people.findOrganisation(traders.id)).toMatchObject({ placeIds: [station] })

    await people.update(partner.accountId, { organisationId: null })
    await gone.delete()
    await reported('', '')
    await keys.revoke(key.id, new Date().toISOString())
    await reported('', 401)
  })
})

/** The database of a running server, opened a second time as by another process; closing keeps it. */
function sameAs(server: TestServer): DatabaseUnderTest {
  return {
    kind: 'postgis',
    async open({ srid = 3006 } = {}) {
      const { url, ownerUrl } = server.database
      const database = await openDatabase({ url, dataDir: null, srid, log: SILENT })
      return { ...database, url, ownerUrl }
    },
  }
}
