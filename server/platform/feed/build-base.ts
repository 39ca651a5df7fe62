import type { BufferPool } from '../../engine/snapshot/buffer-pool.ts'
import { type BuiltSegment, maxRows, type SegmentSources } from '../../engine/snapshot/build-segment.ts'
import type { BuildSegmentInput } from '../../engine/snapshot/build-segment-task.ts'
import { capacityFor } from '../../engine/snapshot/column-layout.ts'
import type { ComputePool } from '../workers/compute-pool.ts'
import type { Place } from '../../engine/snapshot/copy-row.ts'
import { BLOCK_ROWS, segmentBytes, viewSegment } from '../../engine/snapshot/segment.ts'
import type { IncidentBatch } from '../../engine/snapshot/incident-batch.ts'
import type { Base } from '../../engine/snapshot/live-rows.ts'

export interface BaseDeps {
  readonly memory: BufferPool
  readonly pool: ComputePool
  readonly place: Place
}

const TASK = new URL('../../engine/snapshot/build-segment-task.ts', import.meta.url)

/**
 * Builds a base on a worker. The segments' memory must be held until it is done; the batches move to the worker
 * and are empty afterwards.
 */
export async function buildBase({ memory, pool, place }: BaseDeps, sources: SegmentSources): Promise<Base> {
  const capacity = capacityFor(maxRows(sources))
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
