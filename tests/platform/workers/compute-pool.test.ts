import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ComputePool, openComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { snapshotHandle } from '../../../server/platform/feed/handle.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import type { DoubleInput } from './tasks/double-task.ts'

const TASK = new URL('./tasks/double-task.ts', import.meta.url)

/** Holds this thread, event loop and all. */
const sleep = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

describe('the compute pool', () => {
  let pool: ComputePool
  const run = (input: DoubleInput, options = {}) => pool.run<DoubleInput, number>(TASK, input, options)

  beforeAll(() => {
    pool = openComputePool({ workers: 1, queueLimit: 1 })
  })
  afterAll(() => pool.close())

  it('runs a task written in TypeScript', async () => {
    expect(await run({ kind: 'double', value: 21 })).toBe(42)
  })

  it('passes on a DomainError with its code and problems', async () => {
    await expect(run({ kind: 'refuse' })).rejects.toMatchObject({
      name: 'DomainError',
      code: 'too-large',
      problems: [{ field: 'size', rule: 'at most 3' }],
    })
  })

  it('passes on a defect unchanged', async () => {
    await expect(run({ kind: 'fail' })).rejects.toThrow('a defect')
  })

  it('lets a worker write into shared memory', async () => {
    const shared = new Uint32Array(new SharedArrayBuffer(16))
    await run({ kind: 'write-shared', words: shared })
    expect([...shared]).toEqual([7, 7, 7, 7])
  })

  it('opens a snapshot handle in a worker without copying it', async () => {
    const snapshot = makeSnapshot({ rows: [{ weight: 3 }, { weight: 4 }] })
    expect(await run({ kind: 'weigh', handle: snapshotHandle(snapshot) })).toBe(7)
  })

  it('cancels a task at its deadline and continues with a new worker', async () => {
    await expect(run({ kind: 'forever' }, { deadlineMs: 50 })).rejects.toMatchObject({
      code: 'deadline-exceeded',
    })
    expect(await run({ kind: 'double', value: 2 })).toBe(4)
  })

  it('ignores a result that arrives after cancellation', async () => {
    expect(await run({ kind: 'double', value: 2 })).toBe(4)
    const shared = new Uint32Array(new SharedArrayBuffer(16))
    const principal = new AbortController()
    const running = run({ kind: 'write-shared', words: shared }, { signal: principal.signal })
    // Holds the event loop, as load does, until the worker has done its task and, for a moment more, sent its result.
    const timeout = performance.now() + 20_000
    while (shared[3] !== 7 && performance.now() < timeout) sleep(5)
    sleep(100)
    expect([...shared]).toEqual([7, 7, 7, 7])
    principal.abort(new Error('gone'))
    await expect(running).rejects.toThrow('gone')
    expect(await run({ kind: 'double', value: 3 })).toBe(6)
  })

  it('refuses tasks beyond its queue', async () => {
    const stop = new AbortController()
    const running = run({ kind: 'forever' }, { signal: stop.signal })
    const waiting = run({ kind: 'double', value: 1 })
    await expect(run({ kind: 'double', value: 1 })).rejects.toMatchObject({
      code: 'busy',
      retryAfterSeconds: 1,
    })
    stop.abort(new Error('no longer wanted'))
    await expect(running).rejects.toThrow('no longer wanted')
    expect(await waiting).toBe(2)
  })
})
