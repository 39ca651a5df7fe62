import { describe, expect, it } from 'vitest'
import { openFile } from '../../server/formats/open-file.ts'
import { kindOfFormat, showNumber } from '../../server/formats/workbook/serial-date.ts'
import { writeOds, writeXlsx } from '../support/workbook-files.ts'

async function* once(bytes: Uint8Array) {
  yield bytes
}

async function read(bytes: Uint8Array, layer: string | null = null) {
  const source = await openFile(once(bytes), null, [], () => {}, layer)
  try {
    const rows: { line: number; fields: readonly string[] }[] = []
    for await (const batch of source.batches)
      rows.push(...batch.map(({ line, fields }) => ({ line, fields })))
    return { columns: source.columns, rows }
  } finally {
    await source.close?.()
  }
}

const HEADER = ['Dnr', 'Brott', 'Tid', 'E']
/** 2024-05-01 22:10. */
const SERIAL = 45_413 + (22 * 60 + 10) / 1440

describe('a sheet of an Excel workbook', () => {
  it('is read with what stands above its header passed over, by the rows of the sheet', async () => {
    const rows = [
      ['Anmälda brott, "Södermalm", 2024'],
      null,
      HEADER,
      ['K1', 'Stöld', '2024-05-01', '674032,25'],
    ]
    expect(await read(writeXlsx({ Blad1: rows }))).toEqual({
      columns: HEADER,
      rows: [{ line: 4, fields: ['K1', 'Stöld', '2024-05-01', '674032,25'] }],
    })
  })

  it('gives its dates as dates whatever their format, and numbers as numbers', async () => {
    const date = (format: string) => ['K1', 'Stöld', { value: SERIAL, format }, 18.050000000000001]
    const rows = [
      HEADER,
      date('yyyy-mm-dd h:mm:ss'),
      date('yyyy\\-mm\\-dd\\ hh:mm'),
      date('d/m/yyyy'),
      date('General'),
    ]
    const { rows: found } = await read(writeXlsx({ Blad1: rows }))
    expect(found.map(({ fields }) => fields[2])).toEqual([
      '2024-05-01T22:10:00',
      '2024-05-01T22:10:00',
      '2024-05-01T22:10:00',
      String(SERIAL),
    ])
    expect(found[0]!.fields[3]).toBe('18.05')
  })

  it('keeps a cell’s line breaks out of the count of lines', async () => {
    const { rows } = await read(
      writeXlsx({ Blad1: [HEADER, ['K1', 'Stöld\r\nav cykel', 'a', 'b'], ['K2', 'c', 'd', 'e']] }),
    )
    expect(rows.map(({ line, fields }) => [line, fields[1]])).toEqual([
      [2, 'Stöld av cykel'],
      [3, 'c'],
    ])
  })

  it('has to be named where there are several', async () => {
    const file = writeXlsx({ Brott: [HEADER, ['a', 'b', 'c', 'd']], Koder: [['Kod', 'Namn']] })
    await expect(read(file)).rejects.toMatchObject({
      code: 'invalid-file',
      message: expect.stringMatching(/several layers.*Brott \(2, no positions\); Koder \(1, no positions\)/),
    })
    expect((await read(file, 'Brott')).columns).toEqual(HEADER)
  })

  it('names its columns by the lower of two rows of names, and by the upper one where that is blank', async () => {
    const over = [['Ärende', null, 'Plats', null], HEADER, ['K1', 'Stöld', '2024-05-01', '1']]
    const apart = [
      ['Dnr', 'Brott', 'Plats', null],
      [null, null, 'X', 'Y'],
      ['K1', 'Stöld', '1', '2'],
    ]
    expect((await read(writeXlsx({ Blad1: over }))).columns).toEqual(HEADER)
    expect((await read(writeXlsx({ Blad1: apart }))).columns).toEqual(['Dnr', 'Brott', 'X', 'Y'])
  })

  it('counts from 1904 where the workbook does', async () => {
    const rows = [HEADER, ['K1', 'Stöld', { value: SERIAL - 1462, format: 'yyyy-mm-dd hh:mm' }, 1]]
    const { rows: found } = await read(writeXlsx({ Blad1: rows }, { from1904: true }))
    expect(found[0]!.fields[2]).toBe('2024-05-01T22:10:00')
  })
})

describe('a number of a workbook', () => {
  it.each([
    [14, null, 'date'],
    [22, null, 'date-time'],
    [20, null, 'time'],
    [4, null, 'number'],
    [164, 'yyyy\\-mm\\-dd\\ hh:mm;@', 'date-time'],
    [164, '[$-41D]d mmmm yyyy', 'date'],
    [164, '[h]:mm', 'time'],
    [164, '#,##0 "kr/dygn"', 'number'],
    [164, '[Red]0.00', 'number'],
    [164, 'Standard', 'number'],
    [164, '0000', { digits: 4 }],
  ] as const)('of format %i %s is shown as %o', (id, code, kind) => {
    expect(kindOfFormat(id, code)).toEqual(kind)
  })

  it.each([
    ['45413', 'date', '2024-05-01'],
    ['45413.5', 'date', '2024-05-01T12:00:00'],
    ['45413', 'date-time', '2024-05-01T00:00:00'],
    ['45413.999999', 'date-time', '2024-05-02T00:00:00'],
    ['0.4375', 'time', '10:30:00'],
    ['1.23456789E8', 'number', '123456789'],
    ['801', { digits: 4 }, '0801'],
    ['-1', 'date', '-1'],
  ] as const)('%s as %o reads %s', (text, kind, shown) => {
    expect(showNumber(text, kind, false)).toBe(shown)
  })
})

describe('a sheet of a LibreOffice workbook', () => {
  const cell = (type: string, value: string, shown: string) =>
    `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`
  const text = (shown: string) => cell('string', '', shown)

  it('gives values and not what is shown of them, repeats and notes apart', async () => {
    const file = writeOds(
      `<table:table-row>${['Dnr', 'Brott', 'Tid', 'Kl', 'Lon', 'Lat'].map(text).join('')}</table:table-row>
       <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="6"/></table:table-row>
       <table:table-row>${text('K1')}${cell('string', '', 'Stöld<text:s text:c="2"/>av <text:span>cykel</text:span>')}
       ${cell('date', 'office:date-value="2024-05-01T22:10:00"', '1 maj')}${cell('time', 'office:time-value="PT07H05M00S"', '7.05')}
       <table:table-cell office:value-type="float" office:value="18.05" table:number-columns-repeated="2"><office:annotation><text:p>fel?</text:p></office:annotation><text:p>18,1</text:p></table:table-cell></table:table-row>
       <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`,
    )
    expect(await read(file)).toEqual({
      columns: ['Dnr', 'Brott', 'Tid', 'Kl', 'Lon', 'Lat'],
      rows: [
        { line: 4, fields: ['K1', 'Stöld  av cykel', '2024-05-01T22:10:00', '07:05:00', '18.05', '18.05'] },
      ],
    })
  })
})
