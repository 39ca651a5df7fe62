import { describe, expect, it } from 'vitest'
import { codesOf, csvOf, previewText } from '../support/cities/preview-city.ts'

const days = (count: number, write: (day: number) => string) =>
  Array.from({ length: count }, (_, at) => write(1 + at))
const two = (value: number) => String(value).padStart(2, '0')
/** First time and format of a file with one column of times. */
async function firstOf(columns: string, rows: readonly string[], hints: unknown = null) {
  const found = await previewText(csvOf(columns, rows), hints)
  const [first] = found.examples
  expect(first).toMatchObject({ category: 'theft' })
  return { found, ...(first as { from: string; to: string }) }
}

describe('the order of day and month', () => {
  it('is decided by one row of the whole file, however late it comes', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `0${1 + (at % 9)}/03/2024 1${at % 9}:00`)
    const { found, from } = await firstOf('datetime', [...rows, '13/03/2024 10:00'])
    expect(found.mapping).toMatchObject({ timeFormat: 'd/M/yyyy H:mm' })
    expect(from).toBe('2024-03-01T10:00+01:00')
    expect(found.notices.find(({ code }) => code === 'day-order')!.en).toContain('line 3002 is 13/03/2024')
  })

  it.each([
    ['3/13/2024 10:00', 'M/d/yyyy H:mm'],
    ['13-03-2024 10:00', 'd-M-yyyy H:mm'],
    ['13.3.2024', 'd.M.yyyy'],
    ['28/3/24 10:00', 'd/M/yy H:mm'],
    ['3/13/24', 'M/d/yy'],
  ])('is that of the row that can be read in only one way: %s', async (text, timeFormat) => {
    const usual = days(9, (day) => text.replace(/13|28/, two(day)).replace(/(?<!\d)3(?=[-/.])/, '03'))
    const { found } = await firstOf('datum', [...usual, text])
    expect([found.mapping, found.question]).toMatchObject([{ timeFormat }, null])
  })

  it('is a question when every row can be read both ways, with both readings of a row', async () => {
    const found = await previewText(
      csvOf(
        'datetime',
        days(11, (day) => `${two(day)}/03/2024 10:0${day % 10}`),
      ),
    )
    expect(found.mapping).toMatchObject({ timeFormat: null })
    expect(found.question).toMatchObject({
      column: 'datetime',
      line: 2,
      text: '01/03/2024 10:01',
      readings: [
        { timeFormat: 'd/M/yyyy H:mm', means: '2024-03-01T10:01+01:00' },
        { timeFormat: 'M/d/yyyy H:mm', means: '2024-01-03T10:01+01:00' },
      ],
    })
    expect(codesOf(found)).toContain('day-order-undecided')
    expect([found.from, found.to]).toEqual([null, null])
  })

  it('is the one that the mapping gives', async () => {
    const text = csvOf(
      'datetime',
      days(11, (day) => `${two(day)}/03/2024 10:0${day % 10}`),
    )
    const found = await previewText(text, { timeFormat: 'M/d/yyyy H:mm' })
    expect([found.mapping, found.question]).toMatchObject([{ timeFormat: 'M/d/yyyy H:mm' }, null])
    expect(found.to).toBe('2024-11-03T09:01:00.000Z')
  })

  it('must be decided before an import', async () => {
    const found = await previewText(
      csvOf(
        'datetime',
        days(11, (day) => `${two(day)}/03/2024`),
      ),
    )
    await expect(previewText('id\n1\n', found.mapping)).rejects.toThrow('timeFormat: is not decided')
  })

  it('is decided by another column of the file in the same format', async () => {
    const rows = days(9, (day) => `${two(day)}/03/2024 10:1${day},${day + 12}/03/2024 11:00`)
    const { found, from } = await firstOf('occurred,reported', rows)
    expect([from, found.question]).toEqual(['2024-03-01T10:11+01:00', null])
    expect(found.mapping).toMatchObject({ columns: { occurredFrom: 'occurred', reportedAt: 'reported' } })
    expect(codesOf(found)).toContain('day-order-other-column')
  })

  it('is not the one that would put rows in the future', async () => {
    const { found, from } = await firstOf('datum', [
      '01/02/2026',
      '02/02/2026',
      '01/03/2026',
      '02/01/2026',
      '04/02/2026',
      '03/04/2025',
    ])
    expect([found.mapping, from]).toMatchObject([{ timeFormat: 'd/M/yyyy' }, '2026-02-01T00:00+01:00'])
  })

  it('is reported as mixed when rows refute both readings', async () => {
    const found = await previewText(csvOf('datum', ['13/03/2024', '03/14/2024', '01/02/2024']))
    expect(found.mapping).toMatchObject({ timeFormat: null })
    expect(found.notices.find(({ code }) => code === 'day-order-mixed')!.sv).toContain('03/14/2024')
  })
})

describe('a column of times', () => {
  it.each([
    ['2024-05-01 10:30', 'iso', '2024-05-01T10:30+02:00'],
    ['2024-5-1 8:30', 'iso', '2024-05-01T08:30+02:00'],
    ['2024-05-01T10:30:00.000Z', 'iso', '2024-05-01T12:30+02:00'],
    ['2024-05-01 24:00', 'iso', '2024-05-02T00:00+02:00'],
    ['2024-05-01 10.30', 'yyyy-M-d H.mm', '2024-05-01T10:30+02:00'],
    ['2024/05/01 10:30', 'yyyy/M/d H:mm', '2024-05-01T10:30+02:00'],
    ['2024/05/01 08:30:00+00', 'yyyy/M/d H:mm:ssXXX', '2024-05-01T10:30+02:00'],
    ['31.5.2024 kl. 10.30', "d.M.yyyy' kl. 'H.mm", '2024-05-31T10:30+02:00'],
    ['den 1 maj 2024 kl. 10.30', "'den 'd MMM yyyy' kl. 'H.mm", '2024-05-01T10:30+02:00'],
    ['fredagen den 31 maj 2024 kl 10.30', "EEE 'den 'd MMM yyyy' kl 'H.mm", '2024-05-31T10:30+02:00'],
    ['/Date(1714552200000+0100)/', 'unix-ms', '2024-05-01T10:30+02:00'],
    ['1 maj 2024 10:30', 'd MMM yyyy H:mm', '2024-05-01T10:30+02:00'],
    ['1 okt. 2024', 'd MMM yyyy', '2024-10-01T00:00+02:00'],
    ['01-OCT-24', 'd-MMM-yy', '2024-10-01T00:00+02:00'],
    ['"May 1, 2024 1:30 PM"', 'MMM d, yyyy h:mm a', '2024-05-01T13:30+02:00'],
    ['05/31/2024 01:30:10 PM', 'M/d/yyyy h:mm:ss a', '2024-05-31T13:30+02:00'],
    ['Wed May 01 2024 10:30:00 GMT+0200', 'EEE MMM d yyyy H:mm:ss XXX', '2024-05-01T10:30+02:00'],
    ['"ons, 1 maj 2024 10:30"', 'EEE, d MMM yyyy H:mm', '2024-05-01T10:30+02:00'],
    ['20240501', 'yyyyMMdd', '2024-05-01T00:00+02:00'],
    ['202405011030', 'yyyyMMddHHmm', '2024-05-01T10:30+02:00'],
    ['20240501T083000Z', "yyyyMMdd'T'HHmmssXXX", '2024-05-01T10:30+02:00'],
    ['1714552200', 'unix-s', '2024-05-01T10:30+02:00'],
    ['1714552200000', 'unix-ms', '2024-05-01T10:30+02:00'],
    ['1714552200000000', 'unix-us', '2024-05-01T10:30+02:00'],
    ['45413.4375', 'excel-1900', '2024-05-01T10:30+02:00'],
    ['"45413,4375"', 'excel-1900', '2024-05-01T10:30+02:00'],
  ])('is read as it is written: %s', async (text, timeFormat, from) => {
    const { found, from: first } = await firstOf('datum', [text])
    expect([found.mapping, first]).toMatchObject([{ timeFormat }, from])
  })

  it.each([
    ['2019-02', 'month', '2019-03-01T00:00+01:00'],
    ['02/2019', 'M/yyyy', '2019-03-01T00:00+01:00'],
    ['februari 2019', 'MMM yyyy', '2019-03-01T00:00+01:00'],
    ['2019M02', "yyyy'M'MM", '2019-03-01T00:00+01:00'],
    ['2019K1', "yyyy'K'Q", '2019-04-01T00:00+02:00'],
    ['2019-Q1', "yyyy-'Q'Q", '2019-04-01T00:00+02:00'],
    ['2019-W05', "YYYY-'W'w", '2019-02-04T00:00+01:00'],
    ['2019', 'yyyy', '2020-01-01T00:00+01:00'],
  ])('means the whole of what it names: %s', async (text, timeFormat, to) => {
    const { found, to: end } = await firstOf('månad', [text])
    expect([found.mapping, end]).toMatchObject([{ timeFormat }, to])
    expect(found.timeKnown.hour + found.timeKnown.day).toBe(0)
  })

  it('is read as days where some rows have no time of day', async () => {
    const { found } = await firstOf('datum', ['31/05/2024 10:30', '30/05/2024', '29/05/2024 11:00:30'])
    expect(found.mapping).toMatchObject({ timeFormat: 'd/M/yyyy[ H:mm[:ss]]' })
    expect([found.rejected, found.timeKnown]).toMatchObject([{}, { hour: 2, day: 1 }])
  })

  it('gives a notice of rows in another format', async () => {
    const rows = [...days(8, (day) => `2024-05-0${day} 10:0${day}`), 'okänd', '31 maj 2024']
    const { found } = await firstOf('datum', rows)
    expect(found.rejected).toEqual({ 'bad-time': 2 })
    expect(found.notices.find(({ code }) => code === 'times-otherwise')!.en).toContain('31 maj 2024')
  })
})

describe('the column of the time of occurrence', () => {
  it.each([
    ['REPORT_DAT', 'reported-as-occurred'],
    ['anmäld', 'reported-as-occurred'],
    ['Registreringsdatum', 'reported-as-occurred'],
    ['created_at', 'reported-as-occurred'],
    ['updated_on', 'changed-as-occurred'],
    ['Senast ändrad', 'changed-as-occurred'],
    ['slutdatum', 'end-as-occurred'],
  ])('is %s, with a notice, when the file has no other time', async (name, code) => {
    const { found } = await firstOf(
      name,
      days(5, (day) => `2024-05-0${day} 1${day}:30`),
    )
    expect(found.mapping).toMatchObject({ columns: { occurredFrom: name } })
    expect(codesOf(found)).toContain(code)
  })

  it.each([
    ['reported,occurred', 1, 'occurred'],
    ['anmälningsdatum,brottsdatum', 1, 'brottsdatum'],
    ['REPORT_DAT,START_DATE', 1, 'START_DATE'],
    ['updated_on,date', 1, 'date'],
    ['slut,datum', 1, 'datum'],
  ])('is that of the occurrence among %s', async (columns, at, name) => {
    const rows = days(5, (day) => `2024-05-1${day} 1${day}:30,2024-05-0${day} 0${day}:15`)
    const { found, from } = await firstOf(columns, rows)
    expect(found.mapping).toMatchObject({ columns: { occurredFrom: columns.split(',')[at] } })
    expect([from, name]).toEqual(['2024-05-01T01:15+02:00', columns.split(',')[at]])
    expect(codesOf(found)).not.toContain('reported-as-occurred')
  })
})

describe('a date and a time of day in two columns', () => {
  it.each([
    ['Datum,Klockslag', '2024-05-01,1:30', 'iso'],
    ['Datum,Tid', '2024-05-01,01.30', 'yyyy-M-d[ H.mm]'],
    ['Datum,Klockslag', '31/05/2024,kl 1:30', "d/M/yyyy[ 'kl 'H:mm]"],
    ['date,time', '2024-05-01,1:30 AM', 'yyyy-M-d[ h:mm a]'],
    ['date,time', '2024-05-01,0130', 'yyyy-M-d[ Hmm]'],
    ['date,hour', '2024-05-01,1', 'yyyy-M-d[ H]'],
    ['DATE OCC,TIME OCC', '05/31/2020 12:00:00 AM,130', "M/d/yyyy' 12:00:00 AM'[ Hmm]"],
  ])('are read together: %s %s', async (columns, first, timeFormat) => {
    const [date, clock] = first.split(',') as [string, string]
    const other = clock.replace(/1(?=[:.]?30)|^1$/, '2').replace('AM', 'PM')
    const { found, from } = await firstOf(columns, [first, `${date},${other}`, `${date},`])
    expect(found.mapping).toMatchObject({ columns: { occurredFrom: columns.split(',') }, timeFormat })
    expect(from.slice(11, 13)).toBe('01')
    expect([found.rejected, found.timeKnown]).toMatchObject([{}, { hour: 2, day: 1 }])
    expect(codesOf(found)).toContain('date-and-clock')
  })

  it('are added up where they are Excel’s', async () => {
    const { found, from } = await firstOf('datum,tid', ['45413,0.4375', '45414,0.5'])
    expect([found.mapping, from]).toMatchObject([{ timeFormat: 'excel-1900' }, '2024-05-01T10:30+02:00'])
  })

  it('are not combined, with a notice, when the date column has times of its own', async () => {
    const { found, from } = await firstOf('datum,tid', ['2024-05-01 10:30,1:30', '2024-05-02 11:45,2:30'])
    expect([from, codesOf(found).includes('clock-unused')]).toEqual(['2024-05-01T10:30+02:00', true])
  })
})
