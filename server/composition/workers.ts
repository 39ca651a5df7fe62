import type { Config } from '../config/config.ts'
import { type ComputePool, openComputePool } from '../platform/workers/compute-pool.ts'

/** Tasks that may wait for a worker before further ones are refused. */
const MAX_WAITING = 64

/** Opens the workers for heavy computing; they load their code while the database opens. */
export function openWorkers({ workers }: Pick<Config, 'workers'>): ComputePool {
  return openComputePool({ workers, queueLimit: MAX_WAITING })
}
