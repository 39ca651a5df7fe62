import type { BufferPool, PooledBuffer } from './buffer-pool.ts'
import { createDelta, type Delta, deltaSegment } from './delta.ts'
import { bitmapWords, type SegmentData } from './segment.ts'
import type { Totals } from './totals.ts'

/** Which rows of a segment are dead, at one version. */
export interface Tombstones {
  readonly memory: PooledBuffer
  readonly bits: Uint32Array
  readonly count: number
}

/** The incidents of one version: a base, what came since, and the dead rows of both. Immutable. */
export interface LiveRows {
  readonly base: Base
  readonly baseDead: Tombstones | null
  readonly delta: Delta
  readonly deltaLength: number
  readonly deltaDead: Tombstones | null
  readonly totals: Totals
}

/** A version of a new base and an empty delta; takes over the base's holder. */
export function rowsOfBase(base: Base, pool: BufferPool): LiveRows {
  return {
    base,
    baseDead: null,
    delta: createDelta(pool),
    deltaLength: 0,
    deltaDead: null,
    totals: base.totals,
  }
}

/** Adds a holder of all memory of a version. */
export function retainRows(rows: LiveRows): void {
  for (const memory of memoryOf(rows)) memory.retain()
}

/** Removes a holder of all memory of a version. */
export function releaseRows(rows: LiveRows): void {
  for (const memory of memoryOf(rows)) memory.release()
}

function memoryOf({ base, baseDead, delta, deltaDead }: LiveRows): readonly PooledBuffer[] {
  return [base, baseDead, delta, deltaDead].flatMap((part) => (part === null ? [] : [part.memory]))
}

/** The segments of a version, the base first. */
export function segmentsOf(rows: LiveRows): readonly SegmentData[] {
  return [
    { ...rows.base.segment, dead: rows.baseDead?.bits ?? null },
    { ...deltaSegment(rows.delta, rows.deltaLength), dead: rows.deltaDead?.bits ?? null },
  ]
}

/** Rows that a compaction would remove from scans. */
export function sinceBase(rows: LiveRows): number {
  return rows.deltaLength + (rows.baseDead?.count ?? 0)
}

/** The tombstones of the next version: the old ones and `rows`. Without rows, the old ones with one more holder. */
export function addTombstones(
  old: Tombstones | null,
  rows: readonly number[],
  segmentRows: number,
  pool: BufferPool,
): Tombstones | null {
  if (rows.length === 0) {
    old?.memory.retain()
    return old
  }
  const words = bitmapWords(segmentRows)
  const memory = pool.take(words * 4)
  const bits = new Uint32Array(memory.buffer, 0, words)
  if (old === null) bits.fill(0)
  else bits.set(old.bits)
  for (const row of rows) bits[row >>> 5]! |= 1 << (row & 31)
  return { memory, bits, count: (old?.count ?? 0) + rows.length }
}

/** The large sorted segment. Written once, by a worker. */
export interface Base {
  readonly memory: PooledBuffer
  readonly segment: Omit<SegmentData, 'dead'>
  /** Greatest id in it: rows with a greater one need not be looked for. */
  readonly maxId: number
  readonly totals: Totals
}
