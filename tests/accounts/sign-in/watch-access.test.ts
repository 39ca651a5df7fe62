import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SILENT } from '../../../server/platform/log.ts'
import { ACCESS_POLL_MS, watchAccess } from '../../../server/accounts/sign-in/watch-access.ts'

/** A counter of changed rights without notifications, whose database can become unavailable. */
async function watched() {
  const database = { version: 1, away: false, looks: 0 }
  const seen = { changes: 0 }
  const stop = await watchAccess({
    accessChanges: {
      async version() {
        database.looks++
        if (database.away) throw new Error('away')
        return String(database.version)
      },
      onHint: async () => async () => {},
    },
    log: SILENT,
    onChange: () => void seen.changes++,
    pollMs: 1,
  })
  onTestFinished(stop)
  const looked = async (times: number) => {
    const until = database.looks + times
    while (database.looks < until) await delay(1)
  }
  return { database, seen, looked, stop }
}

describe('changes of rights that other processes make', () => {
  it('are found by polling, each once, without notifications', async () => {
    const { database, seen, looked } = await watched()
    await looked(3)
    expect(seen.changes).toBe(0)
    database.version++
    await looked(3)
    expect(seen.changes).toBe(1)
    await looked(3)
    expect(seen.changes).toBe(1)
  })

  it('are polled often enough to leave half of the allowed second', () => {
    expect(ACCESS_POLL_MS).toBeLessThanOrEqual(500)
  })

  it('are found after the database was unavailable, without callbacks meanwhile', async () => {
    const { database, seen, looked } = await watched()
    database.away = true
    await looked(3)
    expect(seen.changes).toBe(0)
    database.version++
    database.away = false
    await looked(3)
    expect(seen.changes).toBe(1)
  })

  it('are not polled once the watch is stopped', async () => {
    const { database, looked, stop } = await watched()
    await looked(2)
    await stop()
    const { looks } = database
    await delay(20)
    expect(database.looks).toBeLessThanOrEqual(looks + 1)
  })
})
