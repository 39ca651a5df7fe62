import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
import { DomainError } from '../../engine/errors.ts'
import { refuseTooManyColumns } from '../source-row.ts'
import { COMPRESSORS, READABLE_CODECS } from './parquet-codecs.ts'
import { createTextOf, PARSERS } from './parquet-texts.ts'
import { PARQUET_MESSAGES, TABLE_MESSAGES } from '../messages/table.ts'
import type { Texts } from '../../engine/texts.ts'

/** Repeated values pack to next to nothing: this is what a file may unpack to. */
const MAX_ROWS = 100_000_000
/** A row group is in memory whole: this is what pyarrow writes unless it is told otherwise. */
const MAX_GROUP_ROWS = 2 ** 20
/** What a column of one row group may be in the file. */
const MAX_CHUNK_BYTES = 128 * 2 ** 20

/** Bytes of a file by their places, as hyparquet asks for them. */
export interface FileBytes {
  readonly byteLength: number
  slice(start: number, end?: number): Promise<ArrayBuffer>
}

/** A file's columns, and its rows as texts, so many at a time. */
export interface ParquetTable {
  readonly columns: readonly string[]
  batches(rows: number): AsyncGenerator<readonly (readonly string[])[]>
}

/** The texts of a column in one row group, by row. */
interface GroupColumn {
  readonly index: number
  readonly values: readonly unknown[]
  readonly textOf: (value: unknown) => string
}

/**
 * Opens a Parquet file: its flat columns, nested ones being left out.
 *
 * @param wanted columns to decode; the others read as blank
 * @throws DomainError `invalid-file` or `too-large`; what hyparquet throws at a damaged file
 */
export async function openParquetTable(file: FileBytes, wanted: readonly string[]): Promise<ParquetTable> {
  const metadata = await parquetMetadataAsync(file, { geoparquet: false })
  const elements = parquetSchema(metadata)
    .children.filter(({ children }) => children.length === 0)
    .map(({ element }) => element)
  const columns = elements.map(({ name }) => name)
  refuseTooManyColumns(columns.length)
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index)
  if (repeated !== undefined) throw new DomainError('invalid-file', TABLE_MESSAGES.repeatedColumn(repeated))
  refuseUnreadable(metadata, wanted)
  const textOf = new Map(
    elements
      .filter(({ name }) => wanted.includes(name))
      .map((element) => [element.name, createTextOf(element)]),
  )
  return {
    columns,
    async *batches(size) {
      let first = 0
      for (const { num_rows } of metadata.row_groups) {
        const rows = Number(num_rows)
        const values = await readGroup({ file, metadata, first, rows }, [...textOf.keys()])
        const group = [...textOf].map(([name, texts]) => ({
          index: columns.indexOf(name),
          values: values.get(name)!,
          textOf: texts,
        }))
        for (let at = 0; at < rows; at += size) {
          yield rowsOf(group, columns.length, at, Math.min(size, rows - at))
        }
        first += rows
      }
    },
  }
}

function refuseUnreadable({ row_groups }: FileMetaData, wanted: readonly string[]): void {
  let rows = 0n
  for (const group of row_groups) {
    rows += group.num_rows
    if (group.num_rows < 0n) throw new DomainError('invalid-file', PARQUET_MESSAGES.damagedGroup)
    if (group.num_rows > MAX_GROUP_ROWS) throw largeGroup(PARQUET_MESSAGES.groupRows(group.num_rows))
    for (const { meta_data: chunk } of group.columns) {
      if (chunk === undefined || !wanted.includes(chunk.path_in_schema[0]!)) continue
      if (chunk.total_compressed_size > MAX_CHUNK_BYTES) throw largeGroup(PARQUET_MESSAGES.groupBytes)
      if (READABLE_CODECS.includes(chunk.codec)) continue
      throw new DomainError('invalid-file', PARQUET_MESSAGES.codec(chunk.codec, READABLE_CODECS))
    }
  }
  if (rows > MAX_ROWS) throw new DomainError('too-large', TABLE_MESSAGES.manyRows(Number(rows), MAX_ROWS))
}

function largeGroup(what: Texts): DomainError {
  return new DomainError('too-large', PARQUET_MESSAGES.largeGroup(what, MAX_GROUP_ROWS))
}

/** The values of one row group by column. */
async function readGroup(
  { file, metadata, first, rows }: { file: FileBytes; metadata: FileMetaData; first: number; rows: number },
  names: string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const values = new Map(names.map((name) => [name, Array.from<unknown>({ length: rows })]))
  const read = new Map(names.map((name) => [name, 0]))
  await parquetRead({
    file,
    metadata,
    columns: names,
    rowStart: first,
    rowEnd: first + rows,
    compressors: COMPRESSORS,
    parsers: PARSERS,
    onChunk({ columnName, columnData, rowStart }) {
      const column = values.get(columnName)!
      const length = Math.min(columnData.length, rows - (rowStart - first))
      for (let k = 0; k < length; k++) column[rowStart - first + k] = columnData[k]
      read.set(columnName, read.get(columnName)! + length)
    },
  })
  const short = names.find((name) => read.get(name) !== rows)
  if (short !== undefined) throw new DomainError('invalid-file', PARQUET_MESSAGES.shortColumn(short))
  return values
}

function rowsOf(group: readonly GroupColumn[], width: number, from: number, length: number) {
  return Array.from({ length }, (_, k) => {
    const fields = Array.from({ length: width }, () => '')
    for (const { index, values, textOf } of group) fields[index] = textOf(values[from + k])
    return fields
  })
}
