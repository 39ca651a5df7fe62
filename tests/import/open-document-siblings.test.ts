import { describe, expect, it } from 'vitest'
import { codesOf, previewBytes, previewCity, STUDY_AREA } from '../support/cities/preview-city.ts'
import { writeOds } from '../support/workbook-files.ts'

const ROWS = 24
const city = previewCity({ areas: [STUDY_AREA] })
const preview = (bytes: Buffer) => previewBytes(bytes, null, null, city)
const lonOf = (row: number) => 18.0012 + (row % 6) * 0.0213
const latOf = (row: number) => 59.3007 + Math.floor(row / 6) * 0.0109
const HEADER = ['Dnr', 'Brott', 'Tid', 'lon', 'lat']
const noticeOf = (
  { notices }: { readonly notices: readonly { readonly code: string; readonly sv: string }[] },
  code: string,
) => notices.find((notice) => notice.code === code)?.sv

describe('a sheet of LibreOffice', () => {
  const text = (shown: string) =>
    `<table:table-cell office:value-type="string"><text:p>${shown}</text:p></table:table-cell>`
  const number = (value: number) =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  const time = (row: number) =>
    `<table:table-cell office:value-type="date" office:date-value="2024-03-${String(row + 1).padStart(2, '0')}T12:31:00"><text:p>x</text:p></table:table-cell>`
  const line = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`
  const header = line(HEADER.map(text).join(''))
  const rows = (type: (row: number) => string, attributes: (row: number) => string = () => '') =>
    Array.from({ length: ROWS }, (_, row) =>
      line(
        text(`K${row}`) + type(row) + time(row) + number(lonOf(row)) + number(latOf(row)),
        attributes(row),
      ),
    ).join('')

  it('gives all rows of a merged cell its value', async () => {
    const type = (row: number) =>
      row % 6 === 0
        ? text('Stöld').replace(
            '<table:table-cell',
            '<table:table-cell table:number-rows-spanned="6" table:number-columns-spanned="1"',
          )
        : '<table:covered-table-cell/>'
    expect(await preview(writeOds(header + rows(type)))).toMatchObject({
      accepted: ROWS,
      categories: { theft: ROWS },
    })
  })

  it('tells of errors of formulas and of hidden rows', async () => {
    const type = (row: number) =>
      row === 2
        ? text('#N/A').replace(
            'office:value-type="string"',
            'table:formula="of:=X" office:value-type="string" calcext:value-type="error"',
          )
        : text('Stöld')
    const result = await preview(
      writeOds(header + rows(type, (row) => (row === 4 ? 'table:visibility="filter"' : ''))),
    )
    expect(result.accepted).toBe(ROWS)
    expect(noticeOf(result, 'formula-errors')).toContain('(B4 #N/A)')
    expect(codesOf(result)).toContain('hidden-rows')
  })

  it('tells of rows alike that go on and on', async () => {
    const result = await preview(
      writeOds(
        header +
          rows(() => text('Stöld')) +
          line(text('0') + text('x'), 'table:number-rows-repeated="20000"'),
      ),
    )
    expect(noticeOf(result, 'rows-repeated')).toContain('19')
  })
})
