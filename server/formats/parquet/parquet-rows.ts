import type { RowSource, SourceRow } from '../source-row.ts'
import { unreadableFault } from '../decode-text.ts'
import { type ParquetProcess, startParquetProcess } from './parquet-process.ts'
import { spool } from '../spool.ts'

const MAGIC = 'PAR1'

/** Whether the first bytes of a file are those of Parquet. */
export function isParquet(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 0, MAGIC.length) ===
    MAGIC
  )
}

/**
 * Opens a Parquet file as rows, each value a text: see `createTextOf`. The end of the file says what is in it, so the file
 * goes to the disk first; one row group at a time is in memory.
 *
 * @param wanted columns that will be asked for; the others read as blank
 * @throws DomainError `invalid-file` or `too-large`
 */
export async function openParquet(
  bytes: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<RowSource> {
  const file = await spool(bytes)
  const child = startParquetProcess(file.fd, { byteLength: file.byteLength, wanted })
  const close = async () => {
    child.close()
    await file.close()
  }
  try {
    const head = await child.next()
    if (head.kind !== 'columns') throw new Error('The columns come first.')
    return { columns: head.columns, batches: rowsOf(child), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function* rowsOf(child: ParquetProcess): AsyncGenerator<readonly SourceRow[]> {
  let line = 0
  for (;;) {
    const reply = await child.next()
    if (reply.kind !== 'rows') return
    yield reply.rows.map((fields) => {
      const original = fields.join(',')
      return { line: ++line, fields, original, fault: unreadableFault(original) }
    })
  }
}
