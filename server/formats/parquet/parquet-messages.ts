import type { DomainError } from '../../engine/errors.ts'
import type { Texts } from '../../engine/texts.ts'

/** Descriptor under which the child process finds the file. */
export const PARQUET_FD = 3

/** The child is asked by the same message for each part. */
export interface ParquetRequest {
  readonly byteLength: number
  /** Columns that will be asked for. */
  readonly wanted: readonly string[]
}

/** What the child answers: the columns first, then rows until the end. */
export type ParquetReply =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  /** Texts by row, in the order of the columns. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly code: DomainError['code']; readonly texts: Texts }
