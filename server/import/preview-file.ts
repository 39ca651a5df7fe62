import { DomainError } from '../engine/errors.ts'
import type { FileLayer } from '../formats/file-layer.ts'
import { openGeoFile } from '../formats/open-geo-file.ts'
import { isParquet } from '../formats/parquet/parquet-rows.ts'
import { spool } from '../formats/spool.ts'
import type { RowSource } from '../formats/source-row.ts'
import { SNIFF_BYTES } from '../formats/sniff/sniff-format.ts'
import { takeHead } from '../formats/take-head.ts'
import { unpack } from '../formats/unpack.ts'
import { namedColumns } from './column-lookup.ts'
import { ENCODED_TWICE } from '../formats/encoded-twice.ts'
import { guessTextFormOfFile, type TextForm } from '../formats/guess-text-form.ts'
import type { ImportMapping } from './import-mapping.ts'
import { openFile, openSheet, SHEET_FORM } from '../formats/open-file.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

/** A file that can be read from its beginning as often as is needed. */
export interface PreviewSource {
  /** The layer that was read, of a file that GDAL reads; else null. */
  readonly layer: FileLayer | null
  /** How its text is cut and decoded, by all of its bytes. @throws DomainError `invalid-mapping` for a file that no mapping is guessed for */
  form(): Promise<TextForm>
  /** Opens the rows in the way of an import, for one look at them. */
  walk<T>(
    form: TextForm | null,
    wanted: ImportMapping | readonly string[],
    look: (rows: RowSource) => Promise<T>,
  ): Promise<T>
  close(): Promise<void>
}

/**
 * Puts a file where it can be read several times; it goes when it is closed. What GDAL reads is read by it once.
 *
 * @param layer which to read, of a file with several; null = the only one
 */
export async function openPreviewFile(
  stream: AsyncIterable<Uint8Array>,
  layer: string | null,
): Promise<PreviewSource> {
  const opened = await openGeoFile(stream, layer)
  const spooled = await spoolWhole(opened)
  return {
    layer: opened.layer,
    async form() {
      if (opened.isSheet) {
        const { encoding } = await guessTextFormOfFile(spooled.bytes())
        return encoding === ENCODED_TWICE ? { ...SHEET_FORM, encoding } : SHEET_FORM
      }
      const { head, all } = await takeHead(
        unpack(spooled.bytes(), () => {}),
        SNIFF_BYTES,
      )
      if (isParquet(head)) throw new DomainError('invalid-mapping', MESSAGES.parquetUnguessed)
      return guessTextFormOfFile(all)
    },
    async walk(form, wanted, look) {
      const columns = 'columns' in wanted ? namedColumns(wanted) : wanted
      const bytes = spooled.bytes()
      const rows = await (opened.isSheet
        ? openSheet(bytes, columns, form)
        : openFile(bytes, form, columns, () => {}))
      try {
        return await look(rows)
      } finally {
        await rows.close?.()
      }
    },
    close: () => spooled.close(),
  }
}

async function spoolWhole({ bytes, close }: Awaited<ReturnType<typeof openGeoFile>>) {
  try {
    return await spool(bytes)
  } finally {
    await close()
  }
}
