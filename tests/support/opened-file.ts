import { openFile } from '../../server/formats/open-file.ts'
import type { TextForm } from '../../server/formats/guess-text-form.ts'
import type { SourceRow } from '../../server/formats/source-row.ts'

const PLAIN: TextForm = { delimiter: ',', encoding: 'utf-8' }

/** A file read to its end. */
export interface OpenedFile {
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
  /** The texts of a column, row by row. */
  column(name: string): readonly (string | undefined)[]
}

/** Opens a file whose bytes come in pieces of a length, and reads all of its rows. */
export async function readOpenedFile(
  content: string | Uint8Array,
  {
    form = PLAIN,
    pieceLength = 65_536,
    wanted = [],
  }: { form?: TextForm | null; pieceLength?: number; wanted?: readonly string[] } = {},
): Promise<OpenedFile> {
  const { columns, batches } = await openFile(
    inPieces(Buffer.from(content), pieceLength),
    form,
    wanted,
    () => {},
  )
  const rows: SourceRow[] = []
  for await (const batch of batches) rows.push(...batch)
  return { columns, rows, column: (name) => rows.map(({ fields }) => fields[columns.indexOf(name)]) }
}

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
