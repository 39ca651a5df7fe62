import { describe, expect, it } from 'vitest'
import { coordinateSystem } from '../../server/engine/projection/coordinate-systems.ts'
import { createConverter } from '../../server/engine/projection/converter.ts'
import { codesOf, previewCity, previewText, STUDY_AREA } from '../support/cities/preview-city.ts'

const ROWS = 24
const preview = (text: string, areas: Parameters<typeof previewCity>[0] = { areas: [STUDY_AREA] }) =>
  previewText(text, null, previewCity(areas))

const placeOf = (row: number) =>
  [18.0012 + (row % 6) * 0.0213, 59.3007 + Math.floor(row / 6) * 0.0109] as const
const placeIn = (srid: number, row: number) =>
  createConverter(coordinateSystem(srid))
    .forward(...placeOf(row))
    .map((metres) => metres.toFixed(2))
/** A table of incidents by a header and the fields of each row. */
const table = (header: string, fields: (row: number) => readonly unknown[]) =>
  `${header}\n${Array.from({ length: ROWS }, (_, row) => fields(row).join(';')).join('\n')}\n`
const withTimes = (time: (row: number) => string) =>
  table('id;tid;brott;lon;lat', (row) => [row, time(row), 'Stöld', ...placeOf(row)])
const day = (row: number) => String(1 + row).padStart(2, '0')
const textOf = (
  { notices }: { readonly notices: readonly { readonly code: string; readonly sv: string }[] },
  code: string,
) => notices.find((notice) => notice.code === code)?.sv

describe('times as Swedish registers write them', () => {
  it.each<[string, (row: number) => string, string, string]>([
    ['em', (row) => `2024-03-${day(row)} 6:${day(row)} em`, '2024-03-01T17:01', '2024-03-24T17:24'],
    ['e.m.', (row) => `2024-03-${day(row)} 6:${day(row)} e.m.`, '2024-03-01T17:01', '2024-03-24T17:24'],
    ['fm', (row) => `2024-03-${day(row)} 12:${day(row)} fm`, '2024-02-29T23:01', '2024-03-23T23:24'],
    ['kl', (row) => `${1 + row}/3 2024 kl 18.${day(row)}`, '2024-03-01T17:01', '2024-03-24T17:24'],
    [
      'a day of an ISO week',
      (row) => `2024-W${10 + Math.floor(row / 7)}-${1 + (row % 7)}`,
      '2024-03-03T23:00',
      '2024-03-27T23:00',
    ],
  ])('are read: %s', async (_, time, from, to) => {
    const result = await preview(withTimes(time))
    expect(result).toMatchObject({ accepted: ROWS, rejected: {} })
    expect([result.from?.slice(0, 16), result.to?.slice(0, 16)]).toEqual([from, to])
  })

  it('are read from three columns of year, month and day, not as years', async () => {
    const text = table('id;år;månad;dag;brott;lon;lat', (row) => [
      row,
      2024,
      3,
      1 + row,
      'Stöld',
      ...placeOf(row),
    ])
    expect(await preview(text)).toMatchObject({
      accepted: ROWS,
      mapping: { columns: { occurredFrom: ['år', 'månad', 'dag'] } },
      timeKnown: { day: ROWS, other: 0 },
    })
  })

  it('are read where an apostrophe marks them and positions as texts', async () => {
    const text = table('id;tid;brott;lon;lat', (row) => [
      `'${row}`,
      `'2024-03-${day(row)} 12:31`,
      "'Stöld",
      ...placeOf(row).map((degrees) => `'${degrees}`),
    ])
    expect(await preview(text)).toMatchObject({ accepted: ROWS, rejected: {}, categories: { theft: ROWS } })
  })

  it('that no form fits are shown, with the way out', async () => {
    const result = await preview(withTimes((row) => `2024-03-${day(row)}T08:00/2024-03-${day(row)}T17:30`))
    expect(result).toMatchObject({ mapping: null, missing: ['time'] })
    expect(textOf(result, 'time-unread')).toContain(
      'tid heter som en tid men är inte skriven som någon känd: ”2024-03-01T08:00/',
    )
  })
})

describe('positions that could be taken for others', () => {
  it('in the system that their own texts name are read in it', async () => {
    const text = table('id;tid;brott;geom', (row) => [
      row,
      `2024-03-${day(row)} 12:31`,
      'Stöld',
      `"SRID=3011;POINT(${placeIn(3011, row).join(' ')})"`,
    ])
    expect(await preview(text)).toMatchObject({ accepted: ROWS, mapping: { crs: 'EPSG:3011' } })
  })

  it('in a city without a border are warned of with where they would lie', async () => {
    const text = table('id;tid;brott;e;n', (row) => [
      row,
      `2024-03-${day(row)} 12:31`,
      'Stöld',
      ...placeIn(3012, row),
    ])
    const result = await preview(text, {})
    expect(result.mapping).toMatchObject({ crs: 'EPSG:3006' })
    expect(textOf(result, 'crs-unverified')).toMatch(
      /läst som SWEREF99 TM \(EPSG:3006\) ligger platserna vid 59,3\d° nord, 12,6\d° öst/,
    )
    const inCity = table('id;tid;brott;e;n', (row) => [
      row,
      `2024-03-${day(row)} 12:31`,
      'Stöld',
      ...placeIn(3006, row),
    ])
    expect(codesOf(await preview(inCity))).not.toContain('crs-unverified')
  })

  it.each<[string, (place: readonly string[]) => string]>([
    ['as a pair, northing first', ([e, n]) => `${n}, ${e}`],
    ['as a POINT', ([e, n]) => `POINT(${e} ${n})`],
  ])(
    'in one column of a city without a border are warned of with where they would lie: %s',
    async (_, write) => {
      const text = table('id;tid;brott;plats', (row) => [
        row,
        `2024-03-${day(row)} 12:31`,
        'Stöld',
        write(placeIn(3012, row)),
      ])
      expect(textOf(await preview(text, {}), 'crs-unverified')).toMatch(
        /läst som SWEREF99 TM \(EPSG:3006\) ligger platserna vid 59,3\d° nord, 12,6\d° öst/,
      )
    },
  )

  it('that lie far away are reported with their distance, not only as missing', async () => {
    const text = table('id;tid;brott;lon;lat', (row) => {
      const [lon, lat] = placeOf(row)
      return [row, `2024-03-${day(row)} 12:31`, 'Stöld', -lon, lat]
    })
    const result = await preview(text)
    expect(result.missing).toEqual(['position'])
    expect(textOf(result, 'position-unplaced')).toMatch(
      /lon och lat heter som koordinater, men -18\.0012, 59\.3007 ligger [\d\s]+ km .*väst.* om staden/,
    )
  })

  it.each<[string, (row: number) => readonly string[], boolean]>([
    [
      'by Excel',
      (row) => placeIn(3006, row).map((metres) => Number(metres).toExponential(2).toUpperCase()),
      true,
    ],
    ['to a kilometre', (row) => placeIn(3006, row).map((metres) => `${metres.slice(0, -6)}000`), true],
    ['to a centimetre', (row) => placeIn(3006, row), false],
  ])('rounded %s are told apart from addresses', async (_, place, isRounded) => {
    const text = table('id;tid;brott;e;n', (row) => [
      row,
      `2024-03-${day(row)} 12:31`,
      'Stöld',
      ...place(row),
    ])
    expect(codesOf(await preview(text)).includes('positions-rounded')).toBe(isRounded)
  })
})

describe('files whose rows are not one incident each', () => {
  it('are previewed with a notice when a column of counts is ignored', async () => {
    const text = table('tid;brott;antal;lon;lat', (row) => [
      `2024-03-${day(row)} 12:31`,
      'Stöld',
      1 + (row % 3),
      ...placeOf(row),
    ])
    expect(textOf(await preview(text), 'counts-unread')).toContain('24 rader säger tillsammans 48')
  })

  it.each(['{"type":"FeatureCollection","features":[]}', '{"error":{"code":400},"features":[]}'])(
    'are reported as empty: %s',
    async (text) => {
      const result = await preview(text)
      expect([result.missing, codesOf(result)]).toEqual([[], ['no-rows']])
    },
  )

  it('are refused when a collection among the records would lose its features', async () => {
    const feature = (row: number) => ({
      type: 'Feature',
      properties: { id: row, tid: '2024-03-01 12:31', brott: 'Stöld' },
      geometry: { type: 'Point', coordinates: placeOf(row) },
    })
    const lines = [feature(0), feature(1), { type: 'FeatureCollection', features: [feature(2), feature(3)] }]
    await expect(preview(lines.map((line) => JSON.stringify(line)).join('\n'))).rejects.toThrow(
      'Line 3: a whole FeatureCollection of 2 features stands among the records.',
    )
  })
})
