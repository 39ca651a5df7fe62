import { applyChange, isSmallChange } from '../../engine/snapshot/apply-change.ts'
import { type BaseDeps, buildBase } from './build-base.ts'
import {
  type LiveRows,
  releaseRows,
  retainRows,
  rowsOfBase,
  segmentsOf,
  sinceBase,
} from '../../engine/snapshot/live-rows.ts'
import type { IncidentColumns } from '../../engine/snapshot/incident-columns.ts'
import type { IncidentBatch } from '../../engine/snapshot/incident-batch.ts'

/** The base is rebuilt once this share of it has changed, within a smallest and a largest number of rows. */
const COMPACT_SHARE = 1 / 32
const MIN_COMPACTED_ROWS = 4_096
const MAX_COMPACTED_ROWS = 32_768

/** The newest rows, and the one way to change them. Calls of `load` and `apply` follow one another, never overlap. */
export interface RowsWriter {
  current(): LiveRows
  /** Replaces everything by the rows of the batches. */
  load(batches: readonly IncidentBatch[]): Promise<void>
  /** Applies a change: a small one at once, a large one by a new base, the old rows being current meanwhile. */
  apply(batches: readonly IncidentBatch[], changed: number): Promise<void>
  /** Resolves when no compaction is running. */
  settled(): Promise<void>
  close(): void
}

/** Called during compactions. */
export interface CompactionHooks {
  /** A base has been built, and becomes current when the promise has settled. Never rejects. */
  readonly beforeCompacted: (base: IncidentColumns) => Promise<void>
  /** The current rows are the same rows on a new base. */
  readonly onCompacted: () => void
  /** A compaction failed; the rows stay as they are. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Keeps rows fast to read: changes gather in a delta, and a worker merges base and delta into a new base from time to
 * time. Changes applied meanwhile are applied again to the new base, so that none waits for it.
 */
export function createRowsWriter(deps: BaseDeps & CompactionHooks, first: LiveRows): RowsWriter {
  let rows = first
  let compaction: { readonly done: Promise<void>; readonly journal: (readonly IncidentBatch[])[] } | null =
    null
  let closed = false

  const replace = (next: LiveRows) => {
    releaseRows(rows)
    rows = next
  }
  const rebuild = async (batches: readonly IncidentBatch[], keep: boolean) => {
    await compaction?.done
    const segments = keep ? segmentsOf(rows) : []
    replace(rowsOfBase(await buildBase(deps, { segments, batches }), deps.memory))
  }
  const compact = async (journal: (readonly IncidentBatch[])[]) => {
    const from = rows
    retainRows(from)
    try {
      const base = await buildBase(deps, { segments: segmentsOf(from), batches: [] })
      if (!closed) await deps.beforeCompacted(base.segment.columns)
      if (closed) return base.memory.release()
      let next = rowsOfBase(base, deps.memory)
      for (const batches of journal) {
        const before = next
        next = applyChange(before, batches, deps)
        releaseRows(before)
      }
      replace(next)
      deps.onCompacted()
    } catch (error) {
      if (!closed) deps.onFailure(error)
    } finally {
      releaseRows(from)
      compaction = null
    }
  }
  const compactWhenDue = () => {
    if (compaction !== null || sinceBase(rows) < compactAt(rows)) return
    const journal: (readonly IncidentBatch[])[] = []
    compaction = { journal, done: compact(journal) }
  }

  return {
    current: () => rows,
    load: (batches) => rebuild(batches, false),
    async apply(batches, changed) {
      if (!isSmallChange(rows, changed)) return rebuild(batches, true)
      replace(applyChange(rows, batches, deps))
      compaction?.journal.push(batches)
      compactWhenDue()
    },
    settled: async () => compaction?.done,
    close() {
      closed = true
      releaseRows(rows)
    },
  }
}

function compactAt(rows: LiveRows): number {
  const share = rows.base.segment.columns.length * COMPACT_SHARE
  return Math.min(MAX_COMPACTED_ROWS, Math.max(MIN_COMPACTED_ROWS, share))
}
