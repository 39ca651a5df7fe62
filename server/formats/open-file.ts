import { openCsv } from './csv/csv-rows.ts'
import { openGeoFile } from './open-geo-file.ts'
import { decodeText } from './decode-text.ts'
import { ENCODED_TWICE } from './encoded-twice.ts'
import { openJson } from './json/json-rows.ts'
import { openParquet } from './parquet/parquet-rows.ts'
import type { RowSource } from './source-row.ts'
import { formatRefusal } from './sniff/refuse-format.ts'
import { SNIFF_BYTES, sniffFormat } from './sniff/sniff-format.ts'
import { unicodeByBytes } from './sniff/sniff-encoding.ts'
import { takeHead } from './take-head.ts'
import { unpack } from './unpack.ts'
import { guessTextForm, type TextForm } from './guess-text-form.ts'

/** How the text of a sheet is written. */
export const SHEET_FORM: TextForm = { encoding: 'utf-8', delimiter: ',' }

/**
 * Opens a file as rows: plain or gzip, CSV, Parquet, JSON (GeoJSON, or an array of records) or what GDAL makes GeoJSON of, told by
 * its own first bytes and not by its name. JSON is UTF-8 whatever the mapping says of CSV.
 *
 * @param form null to have the form of a CSV guessed from its first bytes
 * @param onBytes told of every chunk of the file that was read, bytes (of the packed file when it is packed)
 * @param wanted columns that will be asked for: a Parquet file's others are not read, a JSON file's first records may lack some
 * @param layer which to read of a file with several; null = the only one
 * @throws DomainError `invalid-file` by the name of what the file is, or `invalid-mapping` for an unknown encoding
 */
export async function openFile(
  stream: AsyncIterable<Uint8Array>,
  form: TextForm | null,
  wanted: readonly string[],
  onBytes: (bytes: number) => void,
  layer: string | null = null,
): Promise<RowSource> {
  const file = await openGeoFile(counted(stream, onBytes), layer)
  try {
    const rows = await (file.isSheet
      ? openSheet(file.bytes, wanted, form)
      : openRows(file.bytes, form, wanted))
    const close = async () => {
      await rows.close?.()
      await file.close()
    }
    return { ...rows, close }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Opens what `openGeoFile` makes of a sheet. @throws DomainError `invalid-file` without a usable header */
export function openSheet(
  bytes: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
  form: TextForm | null,
): Promise<RowSource> {
  return openCsv(decodeText(bytes, unicodeOf(form, null)), SHEET_FORM.delimiter, wanted)
}

/** The encoding of what is UTF-8 whatever a mapping says of CSV, but for letters that were encoded twice. */
function unicodeOf(form: TextForm | null, unicode: string | null): string {
  return form?.encoding === ENCODED_TWICE ? ENCODED_TWICE : (unicode ?? 'utf-8')
}

async function openRows(
  stream: AsyncIterable<Uint8Array>,
  form: TextForm | null,
  wanted: readonly string[],
): Promise<RowSource> {
  const { head, all } = await takeHead(
    unpack(stream, () => {}),
    SNIFF_BYTES,
  )
  const format = sniffFormat(head)
  const unicode = unicodeByBytes(head)
  if (format === 'json' || format === 'json-sequence')
    return openJson(decodeText(all, unicodeOf(form, unicode)), wanted, form?.allowPartial ?? false)
  if (format === 'parquet') return openParquet(all, wanted)
  if (format !== 'text') throw formatRefusal(format, head)
  const { encoding, delimiter } = form ?? guessTextForm(head)
  const known = encoding === ENCODED_TWICE ? encoding : (unicode ?? encoding)
  return openCsv(decodeText(all, known), delimiter, wanted)
}

async function* counted(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield chunk
  }
}
