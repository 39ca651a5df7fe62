import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SILENT } from '../../../server/platform/log.ts'
import { ACCESS_POLL_MS, watchAccess } from '../../../server/accounts/sign-in/watch-access.ts'

/** A counter of changed rights whose database gives no hints, and can go away. */
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
  it('are found by looking, each once, without any hint', async () => {
    const { database, seen, looked } = await watched()
    await looked(3)
    expect(seen.changes).toBe(0)
    database.version++
    await looked(3)
    expect(seen.changes).toBe(1)
    await looked(3)
    expect(seen.changes).toBe(1)
  })

  it('are looked for so often that half of the second in which they show is left for the looking', () => {
    expect(ACCESS_POLL_MS).toBeLessThanOrEqual(500)
  })

  it('are found after the database was away, and nothing is told meanwhile', async () => {
    const { database, seen, looked } = await watched()
    database.away = true
    await looked(3)
    expect(seen.changes).toBe(0)
    database.version++
    database.away = false
    await looked(3)
    expect(seen.changes).toBe(1)
  })

  it('are looked for no more once that is stopped', async () => {
    const { database, looked, stop } = await watched()
    await looked(2)
    await stop()
    const { looks } = database
    await delay(20)
    expect(database.looks).toBeLessThanOrEqual(looks + 1)
  })
})
