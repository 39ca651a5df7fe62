import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ComputePool, openComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { beginRun, liveIds, rows, type StoreRun } from './store-run.ts'

/** Rows that have gathered when a compaction is due (4,096), and some more. */
const MAX_DELTA_ROWS = 6_000

describe('the memory of the snapshot store', () => {
  let pool: ComputePool
  let run: StoreRun

  beforeAll(() => {
    pool = openComputePool({ workers: 1, queueLimit: 4 })
  })
  afterAll(() => pool.close())
  beforeEach(async () => {
    run = await beginRun(pool)
  })
  afterEach(() => run.close())

  it('does not reuse the memory of a held version', async () => {
    const { feed, store } = run
    const lease = store.acquire()
    const before = liveIds(lease.snapshot)
    const positions = lease.snapshot.segments.map(({ columns }) => Uint32Array.from(columns.worldX))
    for (let step = 0; step < 6; step++) {
      feed.commit(rows(1, 25_000, () => ({ xCm: 66_000_000 + step })))
      await store.refresh()
    }
    expect(liveIds(lease.snapshot)).toEqual(before)
    lease.snapshot.segments.forEach(({ columns }, at) => expect(columns.worldX).toEqual(positions[at]))
    lease.release()
  })

  it('needs the memory of a few versions for 1,000 versions', async () => {
    const { feed, store, look, freshVersion } = run
    const sinceBase = async () => {
      await store.refresh()
      return look(({ segments }) => segments.slice(1).reduce((sum, { columns }) => sum + columns.length, 0))
    }
    const bytes: number[] = []
    for (let step = 0; step < 1_000; step++) {
      feed.commit(rows(1 + (step % 50), 60 + (step % 50), () => ({ weight: step + 2 })))
      // A worker that gets no turn falls behind, and what gathers meanwhile takes room: here it is waited for.
      if ((await sinceBase()) > MAX_DELTA_ROWS) await expect.poll(sinceBase).toBeLessThan(MAX_DELTA_ROWS)
      bytes.push(store.status().bytes)
    }
    expect(Math.max(...bytes.slice(200))).toBeLessThanOrEqual(Math.max(...bytes.slice(0, 200)))
    expect(store.status().version).toBe(await freshVersion())
  })
})
