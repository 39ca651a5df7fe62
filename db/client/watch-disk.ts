import { DomainError } from '../../server/engine/errors.ts'
import type { Log } from '../../server/platform/log.ts'
import type { Connector } from './connector.ts'

/** How long a full disk is reported after the last statement that failed by it. */
const REPORTED_MS = 5 * 60_000

/** A connector that detects a full disk. */
export interface WatchedDisk {
  readonly connector: Connector
  /** Whether a statement met a full disk within the last five minutes. */
  isFull(): boolean
}

/** Records when a statement of a connector last failed by a full disk. */
export function watchDisk(connector: Connector, log: Log, nowMs = () => performance.now()): WatchedDisk {
  let metAtMs = Number.NEGATIVE_INFINITY
  const isFull = () => nowMs() - metAtMs < REPORTED_MS

  function explain(error: unknown): unknown {
    const explained = connector.explain(error)
    if (explained instanceof DomainError && explained.code === 'disk-full') {
      if (!isFull()) log.error({ err: error }, 'the disk of the database is full')
      metAtMs = nowMs()
    }
    return explained
  }

  return { connector: { ...connector, explain }, isFull }
}
