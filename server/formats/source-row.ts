import { DomainError } from '../engine/errors.ts'
import type { NamedSystem } from '../engine/projection/crs-name.ts'
import { TABLE_MESSAGES } from './messages/table.ts'

/** One row of a file before it means anything: its texts in the order of the file's columns. */
export interface SourceRow {
  /** Line on which the row starts, the header of a CSV being 1; for JSON the ordinal of the element, from 1. */
  readonly line: number
  readonly fields: readonly string[]
  /** The row as it stands in the file. */
  readonly original: string
  /** Set when the row cannot be read at all. */
  readonly fault: { readonly reason: RejectReason; readonly detail: string } | null
}

/** A file opened as rows. The rows come in batches, as the bytes arrive, and can be walked once. */
export interface RowSource {
  readonly columns: readonly string[]
  readonly batches: AsyncIterable<readonly SourceRow[]>
  /** The coordinate system that the file itself names; some name it behind their rows, when all of them are read. */
  readonly namedSystem?: () => NamedSystem | null
  /** Ends what reads the file, walked or not; absent where nothing does. */
  readonly close?: () => Promise<void>
}

/** Columns under which a JSON file's Point geometry is found: x, y, and the kind of geometry. */
export const GEOMETRY_COLUMNS = { x: 'geometry.x', y: 'geometry.y', type: 'geometry.type' } as const

/** What a table of incidents never has: every row is laid out by all columns, so that many of them make a file burst. */
const MAX_COLUMNS = 1000

/** @throws DomainError `invalid-file` */
export function refuseTooManyColumns(count: number): void {
  if (count > MAX_COLUMNS)
    throw new DomainError('invalid-file', TABLE_MESSAGES.manyColumns(count, MAX_COLUMNS))
}

export type RejectReason =
  | 'no-position'
  | 'bad-position'
  | 'far-away'
  | 'unknown-area'
  | 'swapped-axes'
  | 'no-time'
  | 'bad-time'
  | 'time-order'
  /** Over for longer than the source keeps incidents; nothing of the row is kept but its line. */
  | 'past-retention'
  | 'unknown-category'
  | 'no-category'
  | 'unknown-precision'
  | 'unknown-setting'
  | 'unknown-flag'
  | 'conflicting-id'
  | 'malformed-row'
  /** Bytes that the named encoding does not know, or characters that no text may hold. */
  | 'undecodable'
  | 'too-long'
