import { lookUpColumns } from './column-lookup.ts'
import { createDateColumnTally, type DateColumn, tallyTimes, withDateColumns } from './date-columns.ts'
import { zoneOf } from './file-reader.ts'
import type { LocatedMapping } from './detect-crs.ts'
import type { RowSource, SourceRow } from '../formats/source-row.ts'
import type { Zone } from '../engine/time/zone.ts'

/** Rows by which it is detected whether a column of times is one of dates; the whole file has to agree in the end. */
const HEAD_ROWS = 5000

/** A file whose columns of dates are known. */
export interface DatedFile {
  readonly rows: RowSource
  readonly mapping: LocatedMapping
  /** The columns that are read as dates by what the first rows say. */
  readonly dateColumns: readonly DateColumn[]
}

/**
 * Finds the columns of dates by a file's first rows, where the mapping leaves that open: a time of day that nearly all
 * rows share is none. The rows are kept until then, and given with those that follow.
 *
 * @throws DomainError `invalid-mapping` when the mapping names a column that the file does not have
 */
export async function detectDates(
  rows: RowSource,
  mapping: LocatedMapping,
  cityZone: Zone,
): Promise<DatedFile> {
  const at = lookUpColumns(mapping, rows.columns)
  const tally = createDateColumnTally(mapping)
  const zone = zoneOf(mapping, cityZone)
  const iterator = rows.batches[Symbol.asyncIterator]()
  const head: (readonly SourceRow[])[] = []
  let headRows = 0
  while (headRows < HEAD_ROWS) {
    const next = await iterator.next()
    if (next.done === true) break
    head.push(next.value)
    headRows += next.value.length
    tallyTimes(tally, next.value, at, mapping, zone)
  }
  const dateColumns = tally.result()
  return {
    rows: { ...rows, batches: resume(head, iterator) },
    mapping: withDateColumns(mapping, dateColumns),
    dateColumns,
  }
}

async function* resume<T>(head: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield* head
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
