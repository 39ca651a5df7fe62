/**
 * Incidents as columns: what analysis and tiles compute on.
 *
 * 46 bytes a row. Every array has at least `length` entries; arrays may be views of shared memory.
 */
export interface IncidentColumns {
  readonly length: number
  /** Easting and northing in the city's CRS, centimetres. */
  readonly xCm: Int32Array
  readonly yCm: Int32Array
  /** Web-Mercator position: the world is 2^32 wide; x grows to the east, y to the south. */
  readonly worldX: Uint32Array
  readonly worldY: Uint32Array
  /** Minutes since 1970-01-01T00:00Z; to = from when no end is known. */
  readonly fromMinute: Int32Array
  readonly toMinute: Int32Array
  /** Local hour of the week of `fromMinute`, 0–167, Monday 00:00 = 0; greater when unknown: see `hourCode`. */
  readonly hourOfWeek: Uint8Array
  /** Index into CATEGORIES. */
  readonly category: Uint8Array
  /** Bits of FLAGS. */
  readonly flags: Uint8Array
  /** Low four bits the precision code, high four the setting code. */
  readonly place: Uint8Array
  /** Index into the snapshot's list of sources. */
  readonly source: Uint16Array
  /** How many incidents the row stands for. */
  readonly weight: Uint32Array
  readonly id: Uint32Array
  /** The 64-bit content hash as two words. */
  readonly hashLow: Uint32Array
  readonly hashHigh: Uint32Array
}

/** Rows [start, end) of a segment. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

/**
 * A part of a snapshot: columns, the rows of it that are dead, and ranges that hold all rows of an area.
 * A snapshot has one large sorted segment and a small unsorted one with what came since.
 */
export interface IncidentSegment {
  readonly columns: IncidentColumns
  /** One bit a row, set when the row is dead (retracted or replaced); null when all are alive. */
  readonly dead: Uint32Array | null
}

/** True when row `row` of a segment is dead. */
export function isDead(dead: Uint32Array | null, row: number): boolean {
  return dead !== null && ((dead[row >>> 5]! >>> (row & 31)) & 1) === 1
}
