import type { IncidentColumns } from './incident-columns.ts'
import { blockIndexBytes, rangesInPlane, rangesInWorld, viewBlockIndex } from './block-index.ts'
import { columnBytes, viewColumns } from './column-layout.ts'
import type { BlockIndex, IndexedSegment } from './types.ts'

/** A segment as plain arrays over shared memory: goes to a worker without being copied. */
export interface SegmentData {
  readonly columns: IncidentColumns
  readonly dead: Uint32Array | null
  readonly blocks: BlockIndex
}

/** Rows under one bounding box of a sorted segment. */
export const BLOCK_ROWS = 512

/** Bytes of a buffer that holds `capacity` rows and the boxes over them. */
export function segmentBytes(capacity: number, blockRows: number): number {
  return columnBytes(capacity) + blockIndexBytes(capacity, blockRows)
}

/** The columns and boxes of a segment of `length` rows in a buffer cut for `capacity`. */
export function viewSegment(
  buffer: ArrayBufferLike,
  capacity: number,
  length: number,
  blockRows: number,
): Omit<SegmentData, 'dead'> {
  return {
    columns: viewColumns(buffer, capacity, length),
    blocks: viewBlockIndex(buffer, columnBytes(capacity), length, blockRows),
  }
}

/** A segment that finds its rows by place. */
export function indexedSegment(data: SegmentData): IndexedSegment {
  return {
    columns: data.columns,
    dead: data.dead,
    blocks: data.blocks,
    rangesInWorld: (box) => rangesInWorld(data.blocks, box),
    rangesInPlane: (box) => rangesInPlane(data.blocks, box),
  }
}

/** Words of a bit map with one bit a row. */
export function bitmapWords(rows: number): number {
  return Math.ceil(rows / 32)
}
