import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountRole } from '../../../server/platform/access/audience.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { createTestMembers, type TestMembers } from '../../support/serving/members.ts'
import type { Credentials } from '../../support/serving/sign-in.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const HOUR_MS = 3_600_000

describe.each(databasesUnderTest)('a session on $kind', (database) => {
  const time = { aheadMs: 0 }
  let server: TestServer
  let members: TestMembers

  beforeAll(async () => {
    const clock = { nowMs: () => Date.now() + time.aheadMs }
    server = await startTestServer({ database, clock, signIn: null })
    members = createTestMembers(server.url, await server.as('admin'))
  })
  afterAll(() => server?.close())

  it('ends after eight hours without use, and after seven days however much it is used', async () => {
    const { email, browser } = await members.join()
    time.aheadMs += 7.9 * HOUR_MS
    expect(await members.whoIs(browser)).not.toBeNull()
    time.aheadMs += 8.1 * HOUR_MS
    expect(await members.whoIs(browser)).toBeNull()
    await members.signIn(browser, email)
    const lastUse = async () => {
      const [row] = await server.database.knex('session').max('last_used_at as at')
      return (row!.at as Date).getTime()
    }
    for (let hours = 0; hours < 7 * 24 - 3; hours += 3) {
      const before = await lastUse()
      expect(await members.whoIs(browser)).not.toBeNull()
      time.aheadMs += 3 * HOUR_MS
      // The use of a cached principal is written in the background, and here hours pass in a moment.
      await expect
        .poll(async () => (await members.whoIs(browser)) && (await lastUse()))
        .toBeGreaterThan(before)
    }
    expect(await members.whoIs(browser)).not.toBeNull()
    time.aheadMs += 3.5 * HOUR_MS
    expect(await members.whoIs(browser)).toBeNull()
  })

  it('opened while the clock was ahead ends after its usual length once the clock is right', async () => {
    const setForward = 30 * 24 * HOUR_MS
    time.aheadMs += setForward
    const [used, unused] = [await newSession('analyst'), await newSession('coordinator')]
    expect(await isKnown(used)).toBe(true)
    time.aheadMs -= setForward
    const latest = new Date(Date.now() + time.aheadMs + 7.1 * 24 * HOUR_MS)
    const ofTheFuture = async () => {
      const sessions = server.database.knex('session')
      return (await sessions.where('last_used_at', '>', latest).orWhere('expires_at', '>', latest)).length
    }
    expect(await ofTheFuture()).toBe(2)
    expect(await isKnown(used)).toBe(true)
    await expect.poll(ofTheFuture).toBe(1)
    // Unused sessions are deleted only by the hourly sweep.
    await server.access.sessions.sweep()
    expect(await ofTheFuture()).toBe(0)
    expect(await isKnown(used)).toBe(true)
    time.aheadMs += 8.5 * HOUR_MS
    expect(await isKnown(used)).toBe(false)
    expect(await isKnown(unused)).toBe(false)
  })

  async function newSession(role: AccountRole): Promise<Credentials> {
    server.people.renew(role)
    return server.people.credentials(role)
  }

  async function isKnown(headers: Credentials): Promise<boolean> {
    const { user } = await (await fetch(`${server.url}/api/session`, { headers })).json()
    return user !== null
  }
})
