import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ClockColumnTally, createClockColumnTally } from './clock-tally.ts'
import { isIdName } from '../../formats/columns/id-names.ts'
import { createNumberTally, type NumberTally } from './number-tally.ts'
import { rejected } from '../read-row.ts'
import type { RejectedRow } from '../repository.ts'
import type { RejectReason, RowSource, SourceRow } from '../../formats/source-row.ts'
import { createTimeTally, type TimeTally } from '../../formats/times/time-tally.ts'
import type { Zone } from '../../engine/time/zone.ts'

/** Different texts up to which they are counted: a column of more is no column of codes. */
const MAX_DISTINCT = 400
const MAX_CODE_LENGTH = 120
/** Rows that are kept: the first ones, and as many spread over the rest of the file. */
const HEAD_ROWS = 400
const SPREAD_ROWS = 800
const MAX_FAULTY = 20
const WHOLE_ROW = -1

/** What is known of a column after the whole file. */
export interface ColumnProfile {
  readonly index: number
  readonly column: string
  readonly blank: number
  /** Rows by text; null for a column of more different, or longer, texts than codes are. */
  readonly codes: ReadonlyMap<string, number> | null
  /** Different texts of a column that is called as an id; 0 for others. */
  readonly distinctIds: number
  readonly times: TimeTally
  readonly numbers: NumberTally
  readonly clocks: ClockColumnTally
}

/** What a file holds, before anything is known of its columns. */
export interface FileProfile {
  readonly columns: readonly ColumnProfile[]
  /** Rows that could be read as rows. */
  readonly rows: number
  /** Rows that could not, by reason, and the first of them. */
  readonly faults: Readonly<Partial<Record<RejectReason, number>>>
  readonly faulty: readonly RejectedRow[]
  /** True when the file goes on beyond the rows that were looked at. */
  readonly sampled: boolean
  /** Rows from the whole file. */
  readonly sample: readonly (readonly string[])[]
}

/** Looks at every row of a file, at most so many. */
export async function profileFile(
  source: RowSource,
  { maxRows, zone, nowMinute }: { readonly maxRows: number; readonly zone: Zone; readonly nowMinute: number },
): Promise<FileProfile> {
  const columns = source.columns.map((column, index) => createColumnTally(index, column, zone, nowMinute))
  const sampler = createSampler()
  const faults: Partial<Record<RejectReason, number>> = {}
  const faulty: RejectedRow[] = []
  let [seen, rows] = [0, 0]
  for await (const batch of source.batches) {
    for (const row of batch) {
      if (seen++ >= maxRows) break
      if (row.fault !== null) {
        faults[row.fault.reason] = (faults[row.fault.reason] ?? 0) + 1
        if (faulty.length < MAX_FAULTY) faulty.push(rejected(row, source.columns, row.fault, WHOLE_ROW))
        continue
      }
      rows++
      sampler.add(row.fields)
      for (const column of columns) column.add(row)
    }
    if (seen > maxRows) break
    await nextTurn()
  }
  return {
    columns: columns.map((column) => column.profile()),
    rows,
    faults,
    faulty,
    sampled: seen > maxRows,
    sample: sampler.rows(),
  }
}

function createColumnTally(index: number, column: string, zone: Zone, nowMinute: number) {
  const times = createTimeTally(zone, nowMinute)
  const numbers = createNumberTally()
  const clocks = createClockColumnTally()
  const ids = isIdName(column) ? new Set<string>() : null
  let codes: Map<string, number> | null = new Map()
  let blank = 0
  return {
    add({ fields, line }: SourceRow): void {
      const text = fields[index]!.trim()
      if (text === '') {
        blank++
        return
      }
      times.add(text, line)
      numbers.add(text)
      clocks.add(text)
      ids?.add(text)
      if (codes === null) return
      codes.set(text, (codes.get(text) ?? 0) + 1)
      if (codes.size > MAX_DISTINCT || text.length > MAX_CODE_LENGTH) codes = null
    },
    profile: (): ColumnProfile => ({
      index,
      column,
      blank,
      codes,
      distinctIds: ids?.size ?? 0,
      times,
      numbers,
      clocks,
    }),
  }
}

/** Keeps the first rows and, of those that follow, every one of so many; more of them the longer the file. */
function createSampler() {
  const head: (readonly string[])[] = []
  let spread: (readonly string[])[] = []
  let every = 1
  let since = 0
  return {
    add(fields: readonly string[]): void {
      if (head.length < HEAD_ROWS) {
        head.push(fields)
        return
      }
      if (++since < every) return
      since = 0
      spread.push(fields)
      if (spread.length < 2 * SPREAD_ROWS) return
      spread = spread.filter((_, at) => at % 2 === 1)
      every *= 2
    },
    rows: () => [...head, ...spread],
  }
}
