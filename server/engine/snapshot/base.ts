import type { IncidentBatch } from '../../composition/ports.ts'
import type { BufferPool, PooledBuffer } from './buffer-pool.ts'
import { type BuiltSegment, rowsAtMost, type SegmentSources } from './build-segment.ts'
import type { BuildSegmentInput } from './build-segment-task.ts'
import { capacityFor } from './column-layout.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import type { Place } from './copy-row.ts'
import { BLOCK_ROWS, type SegmentData, segmentBytes, viewSegment } from './segment.ts'
import type { Totals } from './totals.ts'

/** The large sorted segment. Written once, by a worker. */
export interface Base {
  readonly memory: PooledBuffer
  readonly segment: Omit<SegmentData, 'dead'>
  /** Greatest id in it: rows with a greater one need not be looked for. */
  readonly maxId: number
  readonly totals: Totals
}

export interface BaseDeps {
  readonly memory: BufferPool
  readonly pool: ComputePool
  readonly place: Place
}

const TASK = new URL('./build-segment-task.ts', import.meta.url)

/**
 * Builds a base on a worker. The segments' memory must be held until it is done; the batches move to the worker
 * and are empty afterwards.
 */
export async function buildBase({ memory, pool, place }: BaseDeps, sources: SegmentSources): Promise<Base> {
  const capacity = capacityFor(rowsAtMost(sources))
  const pooled = memory.take(segmentBytes(capacity, BLOCK_ROWS))
  try {
    const built = await pool.run<BuildSegmentInput, BuiltSegment>(
      TASK,
      {
        sources,
        buffer: pooled.buffer,
        capacity,
        srid: place.projection.srid,
        timezone: place.zone.name,
      },
      { always: true, transfer: sources.batches.flatMap(buffersOf) },
    )
    return {
      memory: pooled,
      segment: viewSegment(pooled.buffer, capacity, built.length, BLOCK_ROWS),
      maxId: built.maxId,
      totals: built.totals,
    }
  } catch (error) {
    pooled.release()
    throw error
  }
}

function buffersOf(batch: IncidentBatch): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const column of Object.values(batch)) {
    if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) buffers.add(column.buffer)
  }
  return [...buffers]
}
