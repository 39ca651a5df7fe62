import type { IncidentColumns } from './incident-columns.ts'

/** Ten columns of four bytes, one of two, four of one. */
const BYTES_PER_ROW = 46

/** Rows that a buffer is cut for are a multiple of this, so that every column begins on its own alignment. */
const ROW_STEP = 64

/** The next capacity, in rows, that a buffer can be cut for. */
export function capacityFor(rows: number): number {
  return Math.max(ROW_STEP, Math.ceil(rows / ROW_STEP) * ROW_STEP)
}

/** Bytes of a buffer that holds `capacity` rows. */
export function columnBytes(capacity: number): number {
  return capacity * BYTES_PER_ROW
}

/**
 * The columns that lie one after the other in a buffer.
 *
 * @param capacity rows that the buffer is cut for, from `capacityFor`
 * @param length rows in use; each array is cut to it
 */
export function viewColumns(buffer: ArrayBufferLike, capacity: number, length: number): IncidentColumns {
  let offset = 0
  const next = (bytes: number) => {
    const at = offset
    offset += bytes * capacity
    return at
  }
  return {
    length,
    xCm: new Int32Array(buffer, next(4), length),
    yCm: new Int32Array(buffer, next(4), length),
    worldX: new Uint32Array(buffer, next(4), length),
    worldY: new Uint32Array(buffer, next(4), length),
    fromMinute: new Int32Array(buffer, next(4), length),
    toMinute: new Int32Array(buffer, next(4), length),
    weight: new Uint32Array(buffer, next(4), length),
    id: new Uint32Array(buffer, next(4), length),
    hashLow: new Uint32Array(buffer, next(4), length),
    hashHigh: new Uint32Array(buffer, next(4), length),
    source: new Uint16Array(buffer, next(2), length),
    hourOfWeek: new Uint8Array(buffer, next(1), length),
    category: new Uint8Array(buffer, next(1), length),
    flags: new Uint8Array(buffer, next(1), length),
    place: new Uint8Array(buffer, next(1), length),
  }
}
