import { type ComputePool, openComputePool } from '../../server/platform/workers/compute-pool.ts'

/** More than any test has wait at once. */
const QUEUE_LIMIT = 100

let shared: ComputePool | undefined

/**
 * A worker that the tests of a process share: it keeps nothing between its tasks, and loading its code takes most of a
 * second. Closing it leaves it open for the next; it holds no process up.
 */
export function sharedWorkers(): ComputePool {
  shared ??= openComputePool({ workers: 1, queueLimit: QUEUE_LIMIT })
  return { ...shared, close: async () => {} }
}
