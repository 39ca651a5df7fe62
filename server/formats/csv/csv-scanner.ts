import { DomainError } from '../../engine/errors.ts'
import type { SourceRow } from '../source-row.ts'
import { TABLE_MESSAGES } from '../messages/table.ts'

/** Characters of a record beyond which an open quote counts as never closed. */
const MAX_RECORD_LENGTH = 65_536

/** Cuts CSV text into records as it arrives. */
export interface CsvScanner {
  /** The records that end in the text so far; with `last`, all that is left. */
  push(text: string, last: boolean): SourceRow[]
}

interface Scan {
  readonly fields: string[]
  /** Index just behind the record's line break; −1 when the text ends before the record does. */
  readonly end: number
  readonly fault: string | null
}

/**
 * A scanner of RFC 4180 records with a delimiter of one's own. Both line breaks, `\n` and `\r\n`; quoted fields may
 * hold delimiters, doubled quotes and line breaks; a quote inside an unquoted field is an ordinary character. Empty
 * lines are passed over. Every record carries the physical line on which it starts.
 *
 * A quote that is not closed within 65,536 characters, or is followed by more text, makes its *line* malformed and
 * reading goes on with the next one: one stray quote never swallows the rest of a file. A line longer than that is
 * refused (`invalid-file`).
 *
 * Lines without quotes, nearly all of them, are cut by `split`: 1 M rows of 10 fields in 0.6 s.
 */
export function createCsvScanner(delimiter: string): CsvScanner {
  let rest = ''
  let line = 1

  function push(text: string, last: boolean): SourceRow[] {
    const rows: SourceRow[] = []
    const buffer = rest === '' ? text : rest + text
    let start = 0
    let nextQuote = buffer.indexOf('"')
    while (start < buffer.length) {
      const newline = buffer.indexOf('\n', start)
      const lineEnd = newline < 0 ? buffer.length : newline
      if (lineEnd - start > MAX_RECORD_LENGTH) throw tooLong(line)
      if (newline < 0 && !last) break
      if (nextQuote >= 0 && nextQuote < start) nextQuote = buffer.indexOf('"', start)
      if (nextQuote < 0 || nextQuote >= lineEnd) {
        const whole = withoutReturn(buffer, start, lineEnd)
        if (whole !== '') rows.push({ line, fields: whole.split(delimiter), original: whole, fault: null })
        line++
        start = lineEnd + 1
        continue
      }
      const scan = scanQuoted(buffer, start, delimiter)
      if (!last && isCutOff(scan, buffer) && buffer.length - start <= MAX_RECORD_LENGTH) break
      const broken = scan.end < 0 || scan.fault !== null || scan.end - start > MAX_RECORD_LENGTH
      const end = broken ? lineEnd + 1 : scan.end
      rows.push(
        broken ? brokenRow(buffer, start, lineEnd, line, scan) : rowOf(buffer, start, end, line, scan),
      )
      line += broken ? 1 : countNewlines(buffer, start, end)
      start = end
    }
    rest = last ? '' : buffer.slice(start)
    return rows
  }

  return { push }
}

/** True when more text could belong to the record: its end is only the end of what has arrived. */
function isCutOff(scan: Scan, buffer: string): boolean {
  if (scan.fault !== null) return false
  return scan.end < 0 || (scan.end === buffer.length && !buffer.endsWith('\n'))
}

function tooLong(line: number): DomainError {
  return new DomainError('invalid-file', TABLE_MESSAGES.longLine(line, MAX_RECORD_LENGTH))
}

function rowOf(buffer: string, start: number, end: number, line: number, scan: Scan): SourceRow {
  const lastCharacter = buffer[end - 1] === '\n' ? end - 1 : end
  return { line, fields: scan.fields, original: withoutReturn(buffer, start, lastCharacter), fault: null }
}

function brokenRow(buffer: string, start: number, lineEnd: number, line: number, scan: Scan): SourceRow {
  const detail = scan.fault ?? 'a quote is opened and not closed'
  const original = withoutReturn(buffer, start, lineEnd)
  return { line, fields: [], original, fault: { reason: 'malformed-row', detail } }
}

/** One record that holds quotes, from `start`. */
function scanQuoted(buffer: string, start: number, delimiter: string): Scan {
  const fields: string[] = []
  let at = start
  for (;;) {
    if (buffer[at] === '"') {
      const close = closingQuote(buffer, at + 1)
      if (close < 0) return { fields, end: -1, fault: null }
      fields.push(buffer.slice(at + 1, close).replaceAll('""', '"'))
      at = close + 1
    } else {
      const stop = fieldEnd(buffer, at, delimiter)
      if (stop < 0) return { fields: [...fields, buffer.slice(at)], end: buffer.length, fault: null }
      const cut = buffer[stop] === '\n' && buffer[stop - 1] === '\r' && stop > at ? stop - 1 : stop
      fields.push(buffer.slice(at, cut))
      at = stop
    }
    if (at >= buffer.length) return { fields, end: buffer.length, fault: null }
    if (buffer[at] === '\r' && (buffer[at + 1] === '\n' || at + 1 === buffer.length)) at++
    if (at >= buffer.length) return { fields, end: buffer.length, fault: null }
    if (buffer[at] === '\n') return { fields, end: at + 1, fault: null }
    if (buffer[at] !== delimiter) return { fields, end: at, fault: 'text follows a closing quote' }
    at++
  }
}

function closingQuote(buffer: string, from: number): number {
  let at = buffer.indexOf('"', from)
  while (at >= 0 && buffer[at + 1] === '"') at = buffer.indexOf('"', at + 2)
  return at
}

function fieldEnd(buffer: string, from: number, delimiter: string): number {
  for (let at = from; at < buffer.length; at++) {
    if (buffer[at] === delimiter || buffer[at] === '\n') return at
  }
  return -1
}

function withoutReturn(buffer: string, start: number, end: number): string {
  return buffer.slice(start, end > start && buffer[end - 1] === '\r' ? end - 1 : end)
}

function countNewlines(buffer: string, start: number, end: number): number {
  let count = 0
  for (let at = buffer.indexOf('\n', start); at >= 0 && at < end; at = buffer.indexOf('\n', at + 1)) count++
  return count
}
