import type { IncidentColumns } from './incident-columns.ts'
import { growBlockIndex } from './block-index.ts'
import type { BufferPool, PooledBuffer } from './buffer-pool.ts'
import { columnBytes, viewColumns } from './column-layout.ts'
import type { SegmentData } from './segment.ts'
import type { BlockIndex } from './types.ts'

/** Rows that a delta has room for: 3 MB. */
export const DELTA_CAPACITY = 65_536
const BLOCK_ROWS = 128
const BLOCKS = DELTA_CAPACITY / BLOCK_ROWS
const BOX_BYTES = 16

/**
 * The small segment of rows that came after the base. Rows are only ever appended, so versions share it: each sees
 * its first so many rows. Only the newest version's maps are kept.
 */
export interface Delta {
  readonly memory: PooledBuffer
  /** All rows that there is room for. */
  readonly columns: IncidentColumns
  readonly boxes: Pick<BlockIndex, 'world' | 'plane'>
  /** The row of each id that has a live row here. */
  readonly rowById: Map<number, number>
  /** The newest revision that was applied, of each id that changed after the base. */
  readonly revisionById: Map<number, number>
}

/** An empty delta. */
export function createDelta(pool: BufferPool): Delta {
  const bytes = columnBytes(DELTA_CAPACITY)
  const memory = pool.take(bytes + 2 * BLOCKS * BOX_BYTES)
  return {
    memory,
    columns: viewColumns(memory.buffer, DELTA_CAPACITY, DELTA_CAPACITY),
    boxes: {
      world: new Uint32Array(memory.buffer, bytes, BLOCKS * 4),
      plane: new Int32Array(memory.buffer, bytes + BLOCKS * BOX_BYTES, BLOCKS * 4),
    },
    rowById: new Map(),
    revisionById: new Map(),
  }
}

/** The first `length` rows of a delta as a segment. */
export function deltaSegment(delta: Delta, length: number): Omit<SegmentData, 'dead'> {
  const capacity = delta.columns.xCm.length
  return {
    columns: viewColumns(delta.memory.buffer, capacity, length),
    blocks: flatIndex(delta, length),
  }
}

/** Takes the rows [from, to), which were just written, into the boxes. */
export function indexAppended(delta: Delta, from: number, to: number): void {
  growBlockIndex(flatIndex(delta, to), delta.columns, from, to)
}

function flatIndex(delta: Delta, rows: number): BlockIndex {
  return { ...delta.boxes, rows, blockRows: BLOCK_ROWS, levels: [Math.ceil(rows / BLOCK_ROWS)] }
}
