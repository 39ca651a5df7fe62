import { setImmediate as nextTurn } from 'node:timers/promises'
import { DomainError } from '../engine/errors.ts'
import { isRejected, type ReadRow } from './read-row.ts'
import type { RejectReason, RowSource } from '../formats/source-row.ts'
import type { ImportStage, RejectedRow, StagedIncident } from './repository.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

/** Rows that go to the database at once. */
const BATCH_ROWS = 5000
/** Rows after which a file that is wrong as a whole is recognised. */
const SAMPLE_ROWS = 1000

/** What has been read so far. */
export interface ReadingTally {
  readonly rowsRead: number
  readonly rejected: ReadonlyMap<RejectReason, number>
}

/**
 * Reads a file's rows into a stage, one batch being read while the one before it is written. Gives the event loop a
 * turn after every chunk of the file, some hundred rows, so that a server goes on answering.
 *
 * @param onRows told after every chunk what has been read so far
 * @returns the final tally
 * @throws DomainError `invalid-file` as soon as most rows have exchanged coordinates or the wrong encoding
 */
export async function readIntoStage(
  source: RowSource,
  readRow: ReadRow,
  stage: Pick<ImportStage, 'write' | 'reject'>,
  onRows: (tally: ReadingTally) => void | Promise<void>,
): Promise<ReadingTally> {
  const rejected = new Map<RejectReason, number>()
  let rowsRead = 0
  let taken: StagedIncident[] = []
  let refused: RejectedRow[] = []
  let writing: Promise<void> = Promise.resolve()

  async function flush(): Promise<void> {
    await writing
    const [rows, rejects] = [taken, refused]
    taken = []
    refused = []
    writing = writeBatch(stage, rows, rejects)
    writing.catch(() => {})
  }

  for await (const batch of source.batches) {
    for (const row of batch) {
      const result = readRow(row)
      if (isRejected(result)) {
        refused.push(result)
        rejected.set(result.reason, (rejected.get(result.reason) ?? 0) + 1)
      } else taken.push(result)
    }
    rowsRead += batch.length
    if (rowsRead >= SAMPLE_ROWS) refuseWrongFile(rowsRead, rejected)
    if (taken.length + refused.length >= BATCH_ROWS) await flush()
    await onRows({ rowsRead, rejected })
    await nextTurn()
  }
  refuseWrongFile(rowsRead, rejected)
  await flush()
  await writing
  return { rowsRead, rejected }
}

async function writeBatch(
  stage: Pick<ImportStage, 'write' | 'reject'>,
  rows: readonly StagedIncident[],
  rejects: readonly RejectedRow[],
): Promise<void> {
  if (rows.length > 0) await stage.write(rows)
  if (rejects.length > 0) await stage.reject(rejects)
}

function refuseWrongFile(rowsRead: number, rejected: ReadonlyMap<RejectReason, number>): void {
  if ((rejected.get('swapped-axes') ?? 0) * 2 > rowsRead) {
    throw new DomainError('invalid-file', MESSAGES.exchangedAxes)
  }
  if ((rejected.get('undecodable') ?? 0) * 2 > rowsRead) {
    throw new DomainError('invalid-file', MESSAGES.undecodable)
  }
}
