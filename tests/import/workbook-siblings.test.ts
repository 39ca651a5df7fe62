import { describe, expect, it } from 'vitest'
import { createConverter } from '../../server/engine/projection/converter.ts'
import { coordinateSystem } from '../../server/engine/projection/coordinate-systems.ts'
import { codesOf, previewBytes, previewCity, STUDY_AREA } from '../support/cities/preview-city.ts'
import { type Cell, type Sheets, writeXlsx } from '../support/workbook-files.ts'

const ROWS = 24
const city = previewCity({ areas: [STUDY_AREA] })
const preview = (bytes: Buffer, layer: string | null = null) => previewBytes(bytes, null, layer, city)
const workbook = (sheets: Sheets, options = {}) => preview(writeXlsx(sheets, options))
type Row = readonly Cell[]

const lonOf = (row: number) => 18.0012 + (row % 6) * 0.0213
const latOf = (row: number) => 59.3007 + Math.floor(row / 6) * 0.0109
const HEADER: Row = ['Dnr', 'Brott', 'Tid', 'lon', 'lat']
const FORMAT = 'yyyy\\-mm\\-dd\\ hh:mm'
/** 2024-03-01 00:00. */
const MARCH = 45_352
const moment = (row: number): Cell => ({ value: MARCH + row + 0.5 + row / 1440, format: FORMAT })
const incident = (row: number, time: Cell = moment(row), type: Cell = 'Stöld'): Row => [
  `K${row}`,
  type,
  time,
  lonOf(row),
  latOf(row),
]
const rowsOf = (make: (row: number) => Row = (row) => incident(row)) =>
  Array.from({ length: ROWS }, (_, row) => make(row))
const noticeOf = (
  { notices }: { readonly notices: readonly { readonly code: string; readonly sv: string }[] },
  code: string,
) => notices.find((notice) => notice.code === code)?.sv

describe('a sheet of incidents', () => {
  it('may have titles above its header and totals below its rows', async () => {
    const sheet = [
      ['Uttag ur ärendesystemet'],
      ['Period:', '2024'],
      null,
      HEADER,
      ...rowsOf(),
      ['Summa', null, null, null, 24],
    ]
    expect(await workbook({ Blad1: sheet })).toMatchObject({ accepted: ROWS, rejected: { 'no-position': 1 } })
  })

  it('may name its columns in two rows whose lower one repeats names', async () => {
    const header: Row[] = [
      ['Dnr', 'Brott', 'Från', null, 'Till', null, 'lon', 'lat'],
      [null, null, 'Datum', 'Kl', 'Datum', 'Kl', null, null],
    ]
    const rows = rowsOf((row) => {
      const [id, type, , lon, lat] = incident(row)
      const [day, clock] = [
        { value: MARCH + row, format: 'yyyy-mm-dd' },
        { value: 0.5 + row / 1440, format: 'hh:mm' },
      ]
      return [id!, type!, day, clock, day, clock, lon!, lat!]
    })
    const result = await workbook({ Blad1: [...header, ...rows] }, { merged: ['C1:D1', 'E1:F1'] })
    expect(result).toMatchObject({
      accepted: ROWS,
      columns: ['Dnr', 'Brott', 'Från Datum', 'Från Kl', 'Till Datum', 'Till Kl', 'lon', 'lat'],
    })
  })

  it('has what formulas came to', async () => {
    const rows = rowsOf((row) => [
      `K${row}`,
      { formula: 'B1', result: 'Stöld' },
      { formula: 'TEXT(A1)', result: `2024-03-${String(row + 1).padStart(2, '0')} 12:31` },
      { formula: 'D1/100', result: lonOf(row) },
      latOf(row),
    ])
    expect(await workbook({ Blad1: [HEADER, ...rows] })).toMatchObject({ accepted: ROWS, rejected: {} })
  })

  it('tells of formulas that show an error, by their cells', async () => {
    const result = await workbook({
      Blad1: [
        HEADER,
        ...rowsOf((row) =>
          incident(
            row,
            row === 3 ? { error: '#REF!' } : moment(row),
            row === 5 ? { error: '#N/A' } : 'Stöld',
          ),
        ),
      ],
    })
    expect(result).toMatchObject({ accepted: ROWS - 1, rejected: { 'bad-time': 1 } })
    expect(noticeOf(result, 'formula-errors')).toContain(
      '2 celler visar ett formelfel i stället för ett värde (C5 #REF!, B7 #N/A)',
    )
  })

  it('tells of formulas that were never computed, and the way out', async () => {
    const result = await workbook({
      Blad1: [HEADER, ...rowsOf((row) => incident(row, { formula: 'NOW()' }))],
    })
    expect(result.mapping).toBeNull()
    expect(noticeOf(result, 'formulas-uncomputed')).toMatch(
      /24 celler har en formel som aldrig har räknats ut.*\(C2, C3, .*öppna arbetsboken i Excel/,
    )
  })

  it('gives all rows of a merged cell its value', async () => {
    const rows = rowsOf((row) => incident(row, moment(row), row % 6 === 0 ? 'Stöld' : null))
    const merged = [0, 1, 2, 3].map((k) => `B${2 + k * 6}:B${7 + k * 6}`)
    const result = await workbook({ Blad1: [HEADER, ...rows] }, { merged })
    expect(result).toMatchObject({ accepted: ROWS, categories: { theft: ROWS } })
    expect(noticeOf(result, 'merged-cells')).toContain('20 celler är delar av sammanslagna celler')
  })

  it('is read with its hidden rows, which is told', async () => {
    const result = await workbook({ Blad1: [HEADER, ...rowsOf()] }, { hiddenRows: [4, 5] })
    expect(result.accepted).toBe(ROWS)
    expect(noticeOf(result, 'hidden-rows')).toContain('2 rader är dolda')
  })

  it('counts its dates from 1904 where the workbook does', async () => {
    const rows = rowsOf((row) =>
      incident(row, { value: MARCH - 1462 + row + 0.5 + row / 1440, format: FORMAT }),
    )
    expect((await workbook({ Blad1: [HEADER, ...rows] }, { from1904: true })).from?.slice(0, 10)).toBe(
      '2024-03-01',
    )
  })

  it('ends a day at 24:00 in a column of times of day', async () => {
    const header = ['Dnr', 'Brott', 'Datum', 'Klockslag', 'lon', 'lat']
    const rows = rowsOf((row) => {
      const [id, type, , lon, lat] = incident(row)
      return [
        id!,
        type!,
        { value: MARCH, format: 'yyyy-mm-dd' },
        { value: row === 0 ? 1 : row / 48, format: '[h]:mm' },
        lon!,
        lat!,
      ]
    })
    const result = await workbook({ Blad1: [header, ...rows] })
    expect(result).toMatchObject({ accepted: ROWS, to: '2024-03-01T23:00:00.000Z' })
  })

  it.each<[string, (row: number) => Row]>([
    [
      'numbers kept as texts',
      (row) => [`K${row}`, 'Stöld', moment(row), String(lonOf(row)), String(latOf(row))],
    ],
    [
      'numbers with a decimal comma',
      (row) => [
        `K${row}`,
        'Stöld',
        moment(row),
        lonOf(row).toFixed(4).replace('.', ','),
        latOf(row).toFixed(4).replace('.', ','),
      ],
    ],
    ['texts with a line break', (row) => incident(row, moment(row), 'Stöld\nav cykel')],
    ['texts with blanks round them', (row) => incident(row, moment(row), '  Stöld ')],
    [
      'percentages and amounts beside',
      (row) => [...incident(row), { value: 0.25, format: '0%' }, { value: 1200, format: '#,##0 "kr"' }],
    ],
  ])('is read with %s', async (_, make) => {
    const header = [...HEADER, 'andel', 'belopp'].slice(0, make(0).length)
    const result = await workbook({ Blad1: [header, ...rowsOf(make)] })
    expect(result).toMatchObject({ accepted: ROWS, rejected: {}, categories: { theft: ROWS } })
  })

  it('is read with dates that are texts beside those that are dates', async () => {
    const text = (row: number) => `2024-03-${String(row + 1).padStart(2, '0')} 12:${10 + row}`
    const result = await workbook({
      Blad1: [HEADER, ...rowsOf((row) => incident(row, row % 2 === 0 ? text(row) : moment(row)))],
    })
    expect(result).toMatchObject({ accepted: ROWS, rejected: {} })
    expect(codesOf(result)).not.toContain('times-otherwise')
  })

  it('is read with its positions in one column', async () => {
    const place = createConverter(coordinateSystem(3006))
    const rows = rowsOf((row) => {
      const [e, n] = place.forward(lonOf(row), latOf(row))
      return [`K${row}`, 'Stöld', moment(row), `${n.toFixed(1)}, ${e.toFixed(1)}`]
    })
    expect(await workbook({ Blad1: [['Dnr', 'Brott', 'Tid', 'Koordinat'], ...rows] })).toMatchObject({
      accepted: ROWS,
      mapping: { columns: { position: 'Koordinat' } },
    })
  })

  it('in which a spreadsheet took days for months is warned of', async () => {
    const rows = rowsOf((row) => {
      const day = row + 1
      const swapped = Math.round(Date.UTC(2024, day - 1, 3) / 86_400_000) + 25_569
      return incident(row, day <= 12 ? { value: swapped, format: 'yyyy-mm-dd' } : `${day}/3/2024`)
    })
    expect(noticeOf(await workbook({ Blad1: [HEADER, ...rows] }), 'dates-swapped')).toMatch(
      /Tid: ett kalkylprogram har tagit dagar för månader/,
    )
  })
})

describe('the sheets of a workbook', () => {
  const sheet = [HEADER, ...rowsOf()]

  it('that are empty are passed over', async () => {
    expect(await workbook({ Blad1: [], Brott: sheet, Blad3: [] })).toMatchObject({
      accepted: ROWS,
      layer: { name: 'Brott' },
    })
  })

  it('that are hidden are not read, which is told, unless one is named', async () => {
    const book = { Koder: [['a', 'b']], Brott: sheet }
    const result = await workbook(book, { hiddenSheets: ['Koder'] })
    expect(result).toMatchObject({ accepted: ROWS, layer: { name: 'Brott' } })
    expect(noticeOf(result, 'hidden-sheets')).toContain('Dolda blad läses inte: "Koder"')
    const named = await preview(writeXlsx(book, { hiddenSheets: ['Brott'] }), 'Brott')
    expect(named).toMatchObject({ accepted: ROWS })
    expect(codesOf(named)).not.toContain('hidden-sheets')
  })

  it('are asked for where several are shown', async () => {
    await expect(workbook({ Brott: sheet, Januari: sheet })).rejects.toMatchObject({
      code: 'invalid-file',
      texts: {
        sv: 'Excel-arbetsboken har flera lager: välj ett (layer). Det finns: Brott (25, inga platser); Januari (25, inga platser).',
      },
    })
  })

  it('that go on with formatted cells of no content to their last row are read by their rows', async () => {
    const formatted = (row: number) =>
      `<row r="${row}" s="1"><c r="A${row}" s="1"/><c r="B${row}" s="1"/></row>`
    const tail = Array.from({ length: 1_048_576 - ROWS - 1 }, (_, k) => formatted(ROWS + 2 + k)).join('')
    const result = await workbook({ Blad1: sheet }, { tail })
    expect(result).toMatchObject({ accepted: ROWS, rowsRead: ROWS })
  }, 60_000)
})
