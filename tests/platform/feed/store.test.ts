import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { sharedWorkers } from '../../support/shared-workers.ts'
import { PLAIN_ROW } from '../../support/cities/make-snapshot.ts'
import { beginRun, liveIds, rows, type StoreRun } from './store-run.ts'

/** A compaction takes milliseconds; a busy machine may take its time. */
const LONG_TIMEOUT = { timeout: 30_000 }

describe('the snapshot store', () => {
  let pool: ComputePool
  let run: StoreRun

  beforeAll(() => {
    pool = sharedWorkers()
  })
  afterAll(() => pool.close())
  beforeEach(async () => {
    run = await beginRun(pool)
  })
  afterEach(() => run.close())

  it('holds all that was committed before `refresh` was called', async () => {
    const { feed, store, look } = run
    feed.commit(rows(101, 111))
    await store.refresh()
    expect(look((s) => s.incidents)).toBe(110)
  })

  it('drops retracted rows, replaces corrected ones and follows the totals', async () => {
    const { feed, store, look } = run
    feed.commit(
      new Map([
        [1, null],
        [2, { weight: 5, fromMinute: 1, toMinute: 1 }],
      ]),
    )
    await store.refresh()
    expect(look(liveIds)).toEqual(Array.from({ length: 99 }, (_, at) => at + 2))
    expect(look((s) => [s.incidents, s.weight])).toEqual([99, 103])
    expect(look((s) => s.timeSpan)).toEqual({ fromMinute: 1, toMinute: PLAIN_ROW.fromMinute })
  })

  it('narrows the time span when the row that bounds it is removed', async () => {
    const { feed, store, look } = run
    feed.commit(new Map([[7, { fromMinute: 5, toMinute: 5 }]]))
    await store.refresh()
    feed.commit(new Map([[7, null]]))
    await store.refresh()
    const { fromMinute } = PLAIN_ROW
    expect(look((s) => s.timeSpan)).toEqual({ fromMinute, toMinute: fromMinute })
  })

  it('does not call back for a change without effect', async () => {
    const { feed, store } = run
    const versions: string[] = []
    store.onChange((version) => versions.push(version))
    const before = store.status().version
    feed.commit(new Map([[1, {}]]))
    await store.refresh()
    expect(store.status().version).toBe(before)
    expect(versions).toEqual([])
  })

  it('calls back for changes until it is stopped', async () => {
    const { feed, store } = run
    const versions: string[] = []
    const stop = store.onChange((version) => versions.push(version))
    feed.commit(rows(200, 201))
    await store.refresh()
    stop()
    feed.commit(rows(201, 202))
    await store.refresh()
    expect(versions).toHaveLength(1)
  })

  it('has the version of a fresh process, whatever the changes and their split into polls', async () => {
    const { feed, store, freshVersion } = run
    const change = fc.dictionary(
      fc.integer({ min: 1, max: 140 }).map(String),
      fc.option(
        fc.record({ weight: fc.integer({ min: 1, max: 9 }), xCm: fc.integer({ min: 66e6, max: 68e6 }) }),
      ),
      { maxKeys: 40 },
    )
    const steps = fc.array(fc.record({ change, poll: fc.boolean() }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const { change: changes, poll } of sequence) {
          feed.commit(new Map(Object.entries(changes).map(([id, content]) => [Number(id), content])))
          if (poll) await store.refresh()
        }
        await store.refresh()
        expect(store.status().version).toBe(await freshVersion())
      }),
      { numRuns: 25 },
    )
  })

  it('has the same version after a change too large for the main thread', async () => {
    const { feed, store, look, freshVersion } = run
    feed.commit(rows(50, 30_050))
    await store.refresh()
    expect(look((s) => [s.incidents, s.segments.length])).toEqual([30_049, 1])
    expect(store.status().version).toBe(await freshVersion())
  })

  it('compacts the delta without changing the version', async () => {
    const { feed, store, look, freshVersion } = run
    const versions: string[] = []
    store.onChange((version) => versions.push(version))
    feed.commit(rows(50, 9_000))
    await store.refresh()
    const version = store.status().version
    await expect
      .poll(async () => (await store.refresh(), look((s) => s.segments.length)), LONG_TIMEOUT)
      .toBe(1)
    expect(store.status().version).toBe(version)
    expect(versions).toEqual([version])
    expect(version).toBe(await freshVersion())
  })

  it('applies changes during a compaction to the compacted rows', async () => {
    const { feed, store, look, freshVersion } = run
    feed.commit(rows(50, 9_000))
    await store.refresh()
    for (let step = 0; step < 5; step++) {
      feed.commit(rows(8_990 + step * 10, 9_010 + step * 10, () => ({ weight: step + 2 })))
      await store.refresh()
    }
    await expect
      .poll(async () => (await store.refresh(), look((s) => s.segments[0]!.columns.length)), LONG_TIMEOUT)
      .toBeGreaterThan(8_000)
    expect(store.status().version).toBe(await freshVersion())
    expect(look(liveIds)).toEqual(Array.from({ length: 9_049 }, (_, at) => at + 1))
  })

  it('keeps the old version while the database is unavailable, and then catches up', async () => {
    const { feed, store, freshVersion } = run
    const before = store.status().version
    feed.fail(new Error('away'))
    feed.commit(rows(300, 301))
    await expect(store.refresh()).rejects.toThrow('away')
    expect(store.status().version).toBe(before)
    feed.fail(null)
    await store.refresh()
    expect(store.status().version).toBe(await freshVersion())
  })

  it('loads everything again when a restore has begun another epoch', async () => {
    const { feed, store, look, freshVersion } = run
    feed.newEpoch()
    feed.commit(new Map([[1, null]]))
    await store.refresh()
    expect(look((s) => s.incidents)).toBe(99)
    expect(store.status().version).toBe(await freshVersion())
  })

  it('applies a change of the layers', async () => {
    const { feed, store, look } = run
    const before = store.status().version
    const planar = { type: 'Point' as const, coordinates: [674_350.8, 6_581_089.7] }
    feed.setLayers({
      areas: [
        {
          id: 1,
          revision: 1,
          planar: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [100, 0],
                [0, 100],
                [0, 0],
              ].map(([x, y]) => [planar.coordinates[0]! + x!, planar.coordinates[1]! + y!]),
            ],
          },
          properties: {
            kind: 'place',
            name: 'Torget',
            validFrom: null,
            validTo: null,
            residents: null,
            visitors: null,
            exposureSource: null,
            derived: false,
          },
        },
      ],
    })
    await store.refresh()
    expect(store.status().version).not.toBe(before)
    const [area] = look((s) => s.layers.features('areas'))
    expect(area!.geometry.coordinates[0]![0]).toEqual([18.0650008, 59.3325002])
  })
})
