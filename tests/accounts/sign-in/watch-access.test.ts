import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SILENT } from '../../../server/platform/log.ts'
import { ACCESS_POLL_MS, watchAccess } from '../../../server/accounts/sign-in/watch-access.ts'

/** A counter of changed rights without notifications, whose database can become unavailable. */
async function watched() {
  const database = { version: 1, unavailable: false, polls: 0 }
  const seen = { changes: 0 }
  const stop = await watchAccess({
    accessChanges: {
      async version() {
        database.polls++
        if (database.unavailable) throw new Error('unavailable')
        return String(database.version)
      },
      onNotification: async () => async () => {},
    },
    log: SILENT,
    onChange: () => void seen.changes++,
    pollMs: 1,
  })
  onTestFinished(stop)
  const polled = async (times: number) => {
    const until = database.polls + times
    while (database.polls < until) await delay(1)
  }
  return { database, seen, polled, stop }
}

describe('changes of rights that other processes make', () => {
  it('are found by polling without notifications, and reported once each', async () => {
    const { database, seen, polled } = await watched()
    await polled(3)
    expect(seen.changes).toBe(0)
    database.version++
    await polled(3)
    expect(seen.changes).toBe(1)
    await polled(3)
    expect(seen.changes).toBe(1)
  })

  it('are polled for at least every 500 ms, so that they apply within a second', () => {
    expect(ACCESS_POLL_MS).toBeLessThanOrEqual(500)
  })

  it('are not reported while the database is unavailable, and found when it is back', async () => {
    const { database, seen, polled } = await watched()
    database.unavailable = true
    await polled(3)
    expect(seen.changes).toBe(0)
    database.version++
    database.unavailable = false
    await polled(3)
    expect(seen.changes).toBe(1)
  })

  it('are not polled for once the watch is stopped', async () => {
    const { database, polled, stop } = await watched()
    await polled(2)
    await stop()
    const { polls } = database
    await delay(20)
    expect(database.polls).toBeLessThanOrEqual(polls + 1)
  })
})
