import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { SILENT } from '../../server/domain/log.ts'
import { type DatabaseUnderTest, databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const postgis = databasesUnderTest.find(({ kind }) => kind === 'postgis')

describe.skipIf(postgis === undefined)('two servers on one PostGIS (TEST_DATABASE_URL)', () => {
  let one: TestServer
  let other: TestServer

  beforeAll(async () => {
    one = await startTestServer({ database: postgis!, signIn: null })
    other = await startTestServer({ database: sameAs(one), signIn: null })
  })
  afterAll(async () => {
    await other.close()
    await one.close()
  })

  /** What the other server answers whoever comes with some credentials. */
  const statusAt = async (server: TestServer, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}/api/layers`, { headers })
    await answer.arrayBuffer()
    return answer.status
  }

  async function session(name: string) {
    const { people } = one.database.repositories
    const email = `${name}@test.example`
    const nowMs = Date.now()
    const account = await people.insert({
      email,
      name,
      role: 'analyst',
      organisationId: null,
      openId: null,
      createdAtMs: nowMs,
    })
    const { id, token } = await one.access.sessions.open(account)
    return { accountId: account.id, sessionId: id, headers: { cookie: `lagesbild=${token}` } }
  }

  it.each<[string, (of: { accountId: number; sessionId: number }) => Promise<unknown>, number]>([
    ['a sign-out', ({ sessionId }) => one.access.sessions.end(sessionId), 401],
    ['a sign-out everywhere', ({ accountId }) => one.access.sessions.endAll(accountId), 401],
    [
      'a disabled account',
      ({ accountId }) => one.database.repositories.people.update(accountId, { disabled: true }),
      401,
    ],
    [
      'a new password',
      ({ accountId }) => one.database.repositories.people.setPassword(accountId, '$argon2id$x'),
      401,
    ],
  ])('show %s within a second in both', async (name, revoke, expected) => {
    const mine = await session(name.replaceAll(' ', '-'))
    for (const server of [one, other]) expect(await statusAt(server, mine.headers)).toBe(200)
    await revoke(mine)
    const revokedAt = performance.now()
    for (const server of [one, other]) {
      while ((await statusAt(server, mine.headers)) !== expected) {
        expect(performance.now() - revokedAt).toBeLessThan(1000)
        await delay(20)
      }
    }
    expect(performance.now() - revokedAt).toBeLessThan(1000)
  })

  it('find it by looking, where no notification comes through', async () => {
    const { accessChanges } = other.database.repositories
    const before = await accessChanges.version()
    const mine = await session('quiet')
    expect(await accessChanges.version()).toBe(before)
    await one.access.sessions.end(mine.sessionId)
    expect(await accessChanges.version()).not.toBe(before)
  })
})

/** The database of a server that runs, open a second time as another process would; closing leaves it there. */
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
