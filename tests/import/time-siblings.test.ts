import { describe, expect, it } from 'vitest'
import { codesOf, previewCity, previewText, STUDY_AREA } from '../support/cities/preview-city.ts'

const ROWS = 24
const city = previewCity({ areas: [STUDY_AREA] })
const table = (header: string, fields: (row: number) => readonly unknown[]) =>
  `id;${header};brott;lon;lat\n${Array.from({ length: ROWS }, (_, row) =>
    [row, ...fields(row), 'Stöld', 18.0012 + (row % 6) * 0.0213, 59.3007 + Math.floor(row / 6) * 0.0109].join(
      ';',
    ),
  ).join('\n')}\n`
const preview = (header: string, fields: (row: number) => readonly unknown[]) =>
  previewText(table(header, fields), null, city)
const pad = (value: number) => String(value).padStart(2, '0')
const minute = (row: number) => pad(10 + row)

describe('times of neighbours', () => {
  it.each<[string, (row: number) => unknown, string, string]>([
    [
      '1/4 2024 kl 14.30',
      (row) => `${row + 1}/4 2024 kl 14.${minute(row)}`,
      '2024-04-01T12:10',
      '2024-04-24T12:33',
    ],
    [
      'kl. and the hour alone',
      (row) => `2024-04-${pad(row + 1)} kl. ${8 + (row % 12)}`,
      '2024-04-01T06:00',
      '2024-04-24T17:00',
    ],
    ['CET', (row) => `2024-03-${pad(row + 1)} 14:${minute(row)} CET`, '2024-03-01T13:10', '2024-03-24T13:33'],
    [
      'CET and CEST',
      (row) =>
        `2024-${row < 12 ? '03' : '04'}-${pad((row % 12) + 1)} 14:${minute(row)} ${row < 12 ? 'CET' : 'CEST'}`,
      '2024-03-01T13:10',
      '2024-04-12T12:33',
    ],
    ['+01', (row) => `2024-03-${pad(row + 1)}T14:${minute(row)}+01`, '2024-03-01T13:10', '2024-03-24T13:33'],
    [
      'a Z behind a blank',
      (row) => `2024-03-${pad(row + 1)} 14:${minute(row)} Z`,
      '2024-03-01T14:10',
      '2024-03-24T14:33',
    ],
    [
      'a zone of Java',
      (row) => `2024-03-${pad(row + 1)}T14:${minute(row)}:00+01:00[Europe/Stockholm]`,
      '2024-03-01T13:10',
      '2024-03-24T13:33',
    ],
    [
      'nanoseconds',
      (row) => `${1_709_298_600 + row * 86_400 + row * 60}000000000`,
      '2024-03-01T13:10',
      '2024-03-24T13:33',
    ],
    [
      'Norwegian months',
      (row) => `${row + 1}. mai 2024 kl. 14.${minute(row)}`,
      '2024-05-01T12:10',
      '2024-05-24T12:33',
    ],
    [
      'Norwegian December',
      (row) => `${row + 1}. desember 2023 14:${minute(row)}`,
      '2023-12-01T13:10',
      '2023-12-24T13:33',
    ],
    [
      'Danish months',
      (row) => `${row + 1}. marts 2024 14.${minute(row)}`,
      '2024-03-01T13:10',
      '2024-03-24T13:33',
    ],
    [
      'Danish January',
      (row) => `${row + 1}. januar 2024 14.${minute(row)}`,
      '2024-01-01T13:10',
      '2024-01-24T13:33',
    ],
    [
      'Finnish months',
      (row) => `${row + 1}. maaliskuuta 2024 klo 14.${minute(row)}`,
      '2024-03-01T13:10',
      '2024-03-24T13:33',
    ],
    [
      'Finnish short months',
      (row) => `${row + 1} heinä 2023 14:${minute(row)}`,
      '2023-07-01T12:10',
      '2023-07-24T12:33',
    ],
    [
      'Finnish weekdays',
      (row) => `${['pe', 'la', 'su', 'ma', 'ti', 'ke', 'to'][row % 7]} ${row + 1}.3.2024 14.${minute(row)}`,
      '2024-03-01T13:10',
      '2024-03-24T13:33',
    ],
    [
      'Norwegian weekdays',
      (row) =>
        `${['fredag', 'lørdag', 'søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag'][row % 7]} ${row + 1}. mars 2024 14.${minute(row)}`,
      '2024-03-01T13:10',
      '2024-03-24T13:33',
    ],
  ])('are read: %s', async (_, time, from, to) => {
    const result = await preview('tid', (row) => [time(row)])
    expect(result).toMatchObject({ accepted: ROWS, rejected: {} })
    expect([result.from?.slice(0, 16), result.to?.slice(0, 16)]).toEqual([from, to])
  })

  it('known to the month alone are read as months', async () => {
    const months = ['jan', 'feb', 'mar', 'apr']
    expect(await preview('månad', (row) => [`${months[row % 4]}-24`])).toMatchObject({
      accepted: ROWS,
      timeKnown: { month: ROWS },
      from: '2023-12-31T23:00:00.000Z',
    })
  })

  it.each(['2024 K1', '2024K1', 'K1 2024', '2024-Q1', 'kvartal 1 2024'])(
    'known to the quarter are read as quarters: %s',
    async (text) => {
      const result = await preview('period', () => [text])
      expect(result).toMatchObject({
        accepted: ROWS,
        timeKnown: { other: ROWS },
        from: '2023-12-31T23:00:00.000Z',
      })
    },
  )

  it('of day that stand as four figures in a column of their own are read with the date', async () => {
    const result = await preview('datum;klockslag', (row) => [
      `2024-03-${pad(row + 1)}`,
      row === 0 ? '0930' : `14${minute(row)}`,
    ])
    expect(result).toMatchObject({
      accepted: ROWS,
      from: '2024-03-01T08:30:00.000Z',
      timeKnown: { hour: ROWS },
    })
  })

  it.each<[string, (row: number) => unknown]>([
    ['Julian day numbers', (row) => 2_460_370.5 + row],
    ['days of the year', (row) => `2024-${String(60 + row).padStart(3, '0')}`],
    ['days of the year run together', (row) => 2_024_060 + row],
    ['days of a year of two figures', (row) => 24_060 + row],
    ['ticks of .NET', (row) => `63844${String(1_000_000_000_000 + row)}0`],
    ['days without a year', (row) => `${row + 1}-mar`],
    ['thirds of a year', () => '2024 T1'],
    ['ranges of hours', (row) => `2024-03-${pad(row + 1)} kl 14-15`],
  ])('that are not known are refused by name, with an example: %s', async (_, time) => {
    const result = await preview('tid', (row) => [time(row)])
    expect(result).toMatchObject({ mapping: null, missing: ['time'] })
    expect(result.notices.find(({ code }) => code === 'time-unread')?.sv).toContain(`”${String(time(0))}”`)
  })

  it.each<[string, (row: number) => string]>([
    ['14-tiden', () => '14-tiden'],
    ['14-15', () => '14-15'],
    ['på kvällen', (row) => `ca ${10 + (row % 9)} på kvällen`],
  ])('of day that are written as none are told where dates are read without them: %s', async (_, clock) => {
    const result = await preview('datum;klockslag', (row) => [`2024-03-${pad(row + 1)}`, clock(row)])
    expect(result).toMatchObject({ accepted: ROWS, timeKnown: { day: ROWS } })
    expect(codesOf(result)).toContain('clock-unread')
  })
})
