import { DomainError } from '../engine/errors.ts'
import type { NamedSystem } from '../engine/projection/crs-name.ts'
import { guessTextFormOfFile, type TextForm } from '../formats/guess-text-form.ts'
import { openFile } from '../formats/open-file.ts'
import type { SourceRow } from '../formats/source-row.ts'
import { unpack } from '../formats/unpack.ts'
import type { LayerFileRequest } from './layer-file.ts'
import { namedColumns } from './known-columns.ts'
import { DELIVERY_MESSAGES as MESSAGES } from './messages.ts'

/** What a layer may hold: it is kept in memory whole. */
const MAX_ROWS = 50_000

/** A file whose rows have all been read. */
export interface WholeFile {
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
  readonly namedSystem: NamedSystem | null
  readonly form: TextForm
}

/** @throws DomainError `invalid-file` by the name of what it is, `too-large` beyond 50,000 rows */
export async function openRows({ bytes, mapping }: LayerFileRequest): Promise<WholeFile> {
  const form =
    mapping === null
      ? await guessTextFormOfFile(unpack(once(bytes), () => {}))
      : { ...mapping.csv, allowPartial: mapping.allowPartial }
  const source = await openFile(once(bytes), form, mapping === null ? [] : namedColumns(mapping), () => {})
  try {
    const rows: SourceRow[] = []
    for await (const batch of source.batches) {
      rows.push(...batch)
      if (rows.length > MAX_ROWS) throw new DomainError('too-large', MESSAGES.manyRows(MAX_ROWS))
    }
    return { columns: source.columns, rows, namedSystem: source.namedSystem?.() ?? null, form }
  } finally {
    await source.close?.()
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
