import type { RejectedRow, StagedIncident } from '../../server/import/repository.ts'

/** Columns of the staging table of rows, in the order of `encodeStagedRows`. */
export const STAGE_COLUMNS = [
  'line',
  'external_id',
  'x_cm',
  'y_cm',
  'from_minute',
  'to_minute',
  'reported_minute',
  'category',
  'flags',
  'setting',
  'precision',
  'weight',
  'content_hash',
  'text',
  'original',
] as const

/** Columns of the staging table of rejects, in the order of `encodeRejectedRows`. */
export const REJECT_COLUMNS = ['line', 'column_name', 'reason', 'detail', 'original'] as const

/** `PGCOPY\n\377\r\n\0`, no flags, no extension: how a binary COPY begins. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
const NULL_LENGTH = -1
const END_OF_ROWS = -1
/** Bytes of a row that are not text: 15 lengths, the count, and the numbers. */
const FIXED_BYTES = 128
/** UTF-8 takes at most three bytes for a UTF-16 code unit. */
const BYTES_PER_UNIT = 3

/** The rows as one binary COPY. 5,000 rows of 300 bytes take about 8 ms. */
export function encodeStagedRows(rows: readonly StagedIncident[]): Uint8Array {
  const writer = createCopyWriter(rows.reduce((sum, row) => sum + boundOf(row), 0))
  for (const row of rows) {
    writer.row(STAGE_COLUMNS.length)
    writer.int4(row.line)
    writer.text(row.externalId)
    writer.int4(row.xCm)
    writer.int4(row.yCm)
    writer.int4(row.fromMinute)
    writer.int4(row.toMinute)
    writer.int4(row.reportedMinute)
    writer.int2(row.categoryIndex)
    writer.int2(row.flags)
    writer.int2(row.settingCode)
    writer.int2(row.precisionCode)
    writer.int4(row.weight)
    writer.int8(row.contentHash)
    writer.text(row.text)
    writer.text(row.original)
  }
  return writer.end()
}

/** The rejects as one binary COPY. */
export function encodeRejectedRows(rows: readonly RejectedRow[]): Uint8Array {
  const bounds = rows.map(({ column, reason, detail, text }) => textBound([column, reason, detail, text]))
  const writer = createCopyWriter(bounds.reduce((sum, bound) => sum + bound, 0))
  for (const row of rows) {
    writer.row(REJECT_COLUMNS.length)
    writer.int4(row.line)
    writer.text(row.column)
    writer.text(row.reason)
    writer.text(row.detail)
    writer.text(row.text)
  }
  return writer.end()
}

function boundOf({ externalId, text, original }: StagedIncident): number {
  return textBound([externalId, text, original])
}

function textBound(texts: readonly (string | null)[]): number {
  return texts.reduce((sum, text) => sum + (text === null ? 0 : text.length * BYTES_PER_UNIT), FIXED_BYTES)
}

interface CopyWriter {
  row(fields: number): void
  int2(value: number): void
  int4(value: number | null): void
  int8(value: bigint): void
  text(value: string | null): void
  end(): Uint8Array
}

/** Writes tuples of the binary COPY format: a count, then every field behind its length, big-endian. */
function createCopyWriter(bound: number): CopyWriter {
  const buffer = Buffer.allocUnsafe(HEADER.length + bound + 2)
  let at = HEADER.copy(buffer)
  return {
    row(fields) {
      at = buffer.writeInt16BE(fields, at)
    },
    int2(value) {
      at = buffer.writeInt32BE(2, at)
      at = buffer.writeInt16BE(value, at)
    },
    int4(value) {
      at = buffer.writeInt32BE(value === null ? NULL_LENGTH : 4, at)
      if (value !== null) at = buffer.writeInt32BE(value, at)
    },
    int8(value) {
      at = buffer.writeInt32BE(8, at)
      at = buffer.writeBigInt64BE(value, at)
    },
    text(value) {
      const length = value === null ? NULL_LENGTH : buffer.write(value, at + 4)
      buffer.writeInt32BE(length, at)
      at += 4 + Math.max(0, length)
    },
    end() {
      return buffer.subarray(0, buffer.writeInt16BE(END_OF_ROWS, at))
    },
  }
}
