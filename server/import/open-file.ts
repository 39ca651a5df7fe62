import { DomainError } from '../engine/errors.ts'
import { openCsv } from '../formats/csv/csv-rows.ts'
import { decodeText } from '../formats/decode-text.ts'
import { openJson } from '../formats/json/json-rows.ts'
import { isParquet, openParquet } from '../formats/parquet/parquet-rows.ts'
import type { RowSource } from '../formats/source-row.ts'
import { unpack } from '../formats/unpack.ts'
import { guessTextForm, type TextForm } from './guess-text-form.ts'

/**
 * Opens a file as rows: plain or gzip, CSV, Parquet or JSON (GeoJSON, or an array of records), told by its own first bytes
 * and not by its name. JSON is UTF-8 whatever the mapping says of CSV.
 *
 * @param form null to have the form of a CSV guessed from its first bytes
 * @param onBytes told of every chunk of the file that was read, bytes (of the packed file when it is packed)
 * @param wanted columns that will be asked for: a Parquet file's others are not read, a JSON file's first records may lack some
 * @throws DomainError `invalid-file`, or `invalid-mapping` for an unknown encoding
 */
export async function openFile(
  stream: AsyncIterable<Uint8Array>,
  form: TextForm | null,
  wanted: readonly string[],
  onBytes: (bytes: number) => void,
): Promise<RowSource> {
  const bytes = unpack(stream, onBytes)
  const first = await bytes.next()
  if (first.done === true) throw new DomainError('invalid-file', 'The file is empty.')
  const all = prepend(first.value, bytes)
  if (looksLikeJson(first.value)) return openJson(decodeText(all, 'utf-8'), wanted)
  if (isParquet(first.value)) return openParquet(all, wanted)
  const { encoding, delimiter } = form ?? guessTextForm(first.value)
  return openCsv(decodeText(all, encoding), delimiter)
}

/** True when the first character that is not blank (nor part of a byte-order mark) opens an object or an array. */
function looksLikeJson(chunk: Uint8Array): boolean {
  const text = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.byteLength, 1024)).toString('utf8')
  return /^[\s\ufeff]*[{[]/.test(text)
}

async function* prepend(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first
  yield* rest
}
