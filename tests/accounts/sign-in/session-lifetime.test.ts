import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest } from '../../support/databases.ts'
import { createTestMembers, type TestMembers } from '../../support/serving/members.ts'
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
      // A remembered person's use is written behind his back, and here hours pass in a moment.
      await expect
        .poll(async () => (await members.whoIs(browser)) && (await lastUse()))
        .toBeGreaterThan(before)
    }
    expect(await members.whoIs(browser)).not.toBeNull()
    time.aheadMs += 3.5 * HOUR_MS
    expect(await members.whoIs(browser)).toBeNull()
  })
})
