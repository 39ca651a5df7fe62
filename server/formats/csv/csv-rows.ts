import { DomainError } from '../../engine/errors.ts'
import { createCsvScanner } from './csv-scanner.ts'
import { UNDECODABLE } from '../decode-text.ts'
import { refuseTooManyColumns, type RowSource, type SourceRow } from '../source-row.ts'

/**
 * Opens CSV text: reads the header, then gives the rows in batches as the text arrives. A row with more or fewer
 * fields than the header is faulty.
 *
 * @throws DomainError `invalid-file` when there is no usable header
 */
export async function openCsv(texts: AsyncIterable<string>, delimiter: string): Promise<RowSource> {
  const batches = scan(texts, delimiter)
  const first = await batches.next()
  if (first.done === true) throw new DomainError('invalid-file', 'The file holds no header row.')
  const [header, ...rows] = first.value
  const columns = header!.fields.map((name) => name.trim())
  refuseBadHeader(columns, header!)
  return { columns, batches: checked(prepend(rows, batches), columns.length) }
}

/** Batches of records, never an empty one. */
async function* scan(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<SourceRow[]> {
  const scanner = createCsvScanner(delimiter)
  for await (const text of texts) {
    const rows = scanner.push(text, false)
    if (rows.length > 0) yield rows
  }
  const last = scanner.push('', true)
  if (last.length > 0) yield last
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
    const detail = `the header has ${width} columns, the row ${row.fields.length}`
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
  if (header.fault !== null) throw new DomainError('invalid-file', `The header row: ${header.fault.detail}.`)
  if (header.original.includes(UNDECODABLE) || header.original.includes('\0')) {
    throw new DomainError(
      'invalid-file',
      'The header row holds bytes that the encoding does not know: name the right one in the mapping (csv.encoding).',
    )
  }
  refuseTooManyColumns(columns.length)
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (repeated !== undefined) {
    throw new DomainError('invalid-file', `The header names the column ${repeated} twice.`)
  }
}
