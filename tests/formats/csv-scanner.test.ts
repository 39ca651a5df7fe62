import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCsvScanner } from '../../server/formats/csv/csv-scanner.ts'
import type { SourceRow } from '../../server/formats/source-row.ts'

/** Scans a text in pieces of the given lengths (the last piece takes the rest). */
function scan(text: string, lengths: readonly number[] = [], delimiter = ','): SourceRow[] {
  const scanner = createCsvScanner(delimiter)
  const rows: SourceRow[] = []
  let at = 0
  for (const length of lengths) {
    rows.push(...scanner.push(text.slice(at, at + length), false))
    at += length
  }
  return [...rows, ...scanner.push(text.slice(at), true)]
}

/** Fields that need quotes now and then: delimiters, quotes, line breaks, blanks, letters. */
const field = fc.string({
  unit: fc.constantFrom('a', 'å', ' ', ',', '"', '\n', '\r\n', ';', '7'),
  maxLength: 8,
})
const record = fc.array(field, { minLength: 2, maxLength: 5 })
const file = fc.array(record, { minLength: 1, maxLength: 12 })
const lengths = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 })

const written = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const lineOf = (fields: readonly string[]) => fields.map(written).join(',')

describe('the CSV scanner', () => {
  it('reads back what was written, whatever the fields hold and wherever the text is cut', () => {
    fc.assert(
      fc.property(file, lengths, fc.constantFrom('\n', '\r\n'), (records, cuts, lineBreak) => {
        const rows = scan(records.map(lineOf).join(lineBreak), cuts)
        expect(rows.map((row) => row.fields)).toEqual(records)
        expect(rows.every((row) => row.fault === null)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('counts the physical line on which each record starts, over quoted line breaks and empty lines', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.nat({ max: 2 }), { minLength: 12, maxLength: 12 }),
        lengths,
        (records, gaps, cuts) => {
          let text = ''
          const lines: number[] = []
          for (const [index, fields] of records.entries()) {
            text += '\n'.repeat(gaps[index]!)
            lines.push(text.split('\n').length)
            text += `${lineOf(fields)}\n`
          }
          expect(scan(text, cuts).map((row) => row.line)).toEqual(lines)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('keeps the original text of every record', () => {
    fc.assert(
      fc.property(file, lengths, (records, cuts) => {
        const text = records.map(lineOf)
        expect(scan(text.join('\n'), cuts).map((row) => row.original)).toEqual(text)
      }),
    )
  })

  it('agrees with csv-parse on well-formed files', () => {
    fc.assert(
      fc.property(file, (records) => {
        const text = records.map(lineOf).join('\n')
        const expected = parse(text, { relax_column_count: true, skip_empty_lines: true })
        expect(scan(text).map((row) => row.fields)).toEqual(expected)
      }),
    )
  })

  it('takes a quote inside an unquoted field for an ordinary character', () => {
    expect(scan('a,5" pipe,b\n').map((row) => row.fields)).toEqual([['a', '5" pipe', 'b']])
  })

  it('gives up the line of a quote that is never closed, and only that line', () => {
    const rows = scan('a,b\n1,"open\n2,x\n3,y\n')
    expect(rows.map((row) => [row.line, row.fault?.reason ?? null])).toEqual([
      [1, null],
      [2, 'malformed-row'],
      [3, null],
      [4, null],
    ])
    expect(rows[1]!.original).toBe('1,"open')
  })

  it('gives up the line of a quoted field with text behind it', () => {
    const rows = scan('a,b\n"x"y,1\n2,3\n')
    expect(rows[1]!.fault).toEqual({ reason: 'malformed-row', detail: 'text follows a closing quote' })
    expect(rows[2]!.fields).toEqual(['2', '3'])
  })

  it('finds its way again after an open quote in a file larger than it looks ahead', () => {
    const filler = Array.from({ length: 20_000 }, (_, n) => `${n},value`).join('\n')
    const rows = scan(`1,"open\n${filler}\n`, [1000, 70_000])
    expect(rows).toHaveLength(20_001)
    expect(rows.filter((row) => row.fault !== null).map((row) => row.line)).toEqual([1])
  })

  it('refuses a line of 70,000 characters', () => {
    expect(() => scan(`a,b\n${'x'.repeat(70_000)}`, [30_000, 30_000])).toThrow('Line 2 is longer')
  })

  it('takes another delimiter', () => {
    expect(scan('a;"b;c"\n', [], ';')[0]!.fields).toEqual(['a', 'b;c'])
  })
})
