import { DomainError } from '../../engine/errors.ts'
import { createCsvScanner } from './csv-scanner.ts'
import { filled, findHeader, HEADER_ROWS } from './find-header.ts'
import { takeSeparatorLine } from './separator-line.ts'
import { UNDECODABLE } from '../decode-text.ts'
import { unixLineBreaks } from '../unix-line-breaks.ts'
import { refuseTooManyColumns, type RowSource, type SourceRow } from '../source-row.ts'
import { TABLE_MESSAGES } from '../messages/table.ts'

/** A row with fewer filled fields is hardly one of a table. */
const NOTE_FIELDS = 3
/** Of comments above the header so many are passed over. */
const MAX_PREAMBLE_ROWS = 20_000
const BLANK = 0x20

/**
 * Opens CSV text: finds the header, then gives the rows in batches as the text arrives. What stands above the header is
 * passed over, and so are rows of nothing but delimiters. A row with more or fewer fields than the header is faulty.
 *
 * @param delimiter unless the first line of the text names another (`sep=;`)
 * @param wanted columns that will be asked for, by which the header is known; none where nothing is known of them
 * @throws DomainError `invalid-file` when there is no usable header
 */
export async function openCsv(
  texts: AsyncIterable<string>,
  delimiter: string,
  wanted: readonly string[],
): Promise<RowSource> {
  const marked = await takeSeparatorLine(unixLineBreaks(texts))
  const batches = scan(marked.texts, marked.delimiter ?? delimiter)
  const first = withoutPreamble(await firstRows(batches))
  if (first.length === 0) throw new DomainError('invalid-file', TABLE_MESSAGES.noHeader)
  const { row, columns, dataFrom } = findHeader(first.slice(0, HEADER_ROWS), wanted)
  refuseBadHeader(columns, row)
  return { columns, batches: checked(prepend(first.slice(dataFrom), batches), columns.length) }
}

/** The rows of the first batches, enough to find the header in. */
async function firstRows(batches: AsyncGenerator<SourceRow[]>): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  let comments = 0
  while (rows.length - comments < HEADER_ROWS && rows.length < MAX_PREAMBLE_ROWS) {
    const next = await batches.next()
    if (next.done === true) break
    rows.push(...next.value)
    comments += next.value.filter(isComment).length
  }
  return rows
}

/** The rows without the comments that stand before them, but for the last, which may name the columns. */
function withoutPreamble(rows: readonly SourceRow[]): readonly SourceRow[] {
  const start = rows.findIndex((row) => !isComment(row))
  return start > 1 ? rows.slice(start - 1) : rows
}

function isComment({ original }: SourceRow): boolean {
  return original.startsWith('#')
}

/** Batches of records, never an empty one. */
async function* scan(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<SourceRow[]> {
  const scanner = createCsvScanner(delimiter)
  for await (const text of texts) {
    const rows = withoutBlank(scanner.push(text, false), delimiter)
    if (rows.length > 0) yield rows
  }
  const last = withoutBlank(scanner.push('', true), delimiter)
  if (last.length > 0) yield last
}

function withoutBlank(rows: SourceRow[], delimiter: string): SourceRow[] {
  const delimiterCode = delimiter.charCodeAt(0)
  const isSuspect = ({ original }: SourceRow) => {
    const first = original.charCodeAt(0)
    return first === delimiterCode || first <= BLANK
  }
  return rows.some(isSuspect)
    ? rows.filter((row) => !isSuspect(row) || !isBlank(row.original, delimiter))
    : rows
}

/** True for a row of blank fields: Excel writes them for cells that were once filled. */
function isBlank(original: string, delimiter: string): boolean {
  return original.replaceAll(delimiter, '').trim() === ''
}

async function* prepend(first: SourceRow[], rest: AsyncIterable<SourceRow[]>) {
  if (first.length > 0) yield first
  yield* rest
}

async function* checked(batches: AsyncIterable<SourceRow[]>, width: number) {
  for await (const rows of batches) {
    yield rows.map((row) => (row.fault === null ? withFault(row, width) : row))
  }
}

function withFault(row: SourceRow, width: number): SourceRow {
  if (row.fields.length !== width) {
    const note = width > NOTE_FIELDS && filled(row) < NOTE_FIELDS ? ': a total or a note?' : ''
    const detail = `the header has ${width} columns, the row ${row.fields.length}${note}`
    return { ...row, fault: { reason: 'malformed-row', detail } }
  }
  if (row.original.includes(UNDECODABLE)) {
    const detail = 'holds bytes that the encoding does not know; is csv.encoding right?'
    return { ...row, fault: { reason: 'undecodable', detail } }
  }
  return row.original.includes('\0') ? { ...row, fault: NUL_FAULT } : row
}

const NUL_FAULT = { reason: 'undecodable', detail: 'holds a NUL character' } as const

function refuseBadHeader(columns: readonly string[], header: SourceRow): void {
  if (header.fault !== null)
    throw new DomainError('invalid-file', TABLE_MESSAGES.faultyHeader(header.fault.detail))
  if (header.original.includes(UNDECODABLE) || header.original.includes('\0')) {
    throw new DomainError('invalid-file', TABLE_MESSAGES.undecodableHeader)
  }
  refuseTooManyColumns(columns.length)
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (repeated !== undefined) {
    throw new DomainError('invalid-file', TABLE_MESSAGES.repeatedColumn(repeated))
  }
}
