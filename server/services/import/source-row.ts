import type { RejectReason } from '../../domain/source.ts'

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
}

/** Columns under which a JSON file's Point geometry is found: x, y, and the kind of geometry. */
export const GEOMETRY_COLUMNS = { x: 'geometry.x', y: 'geometry.y', type: 'geometry.type' } as const
