import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createZone, toLocalMinute } from '../../server/engine/time/zone.ts'
import { createTimeReader } from '../../server/formats/times/time-format.ts'

const STOCKHOLM = createZone('Europe/Stockholm')
const CHICAGO = createZone('America/Chicago')

/** The UTC text of the first minute that a text means; null when it means none. */
function at(text: string, timeFormat = 'iso', zone = STOCKHOLM): string | null {
  const span = createTimeReader(timeFormat, zone)(text)
  return span === null ? null : new Date(span.fromMinute * 60_000).toISOString().slice(0, 16)
}

function minutes(text: string, timeFormat = 'iso', zone = STOCKHOLM): number {
  const span = createTimeReader(timeFormat, zone)(text)!
  return span.toMinute - span.fromMinute
}

describe('iso times', () => {
  it.each([
    ['2026-03-01T18:00:00+01:00', '2026-03-01T17:00'],
    ['2026-03-01T18:00Z', '2026-03-01T18:00'],
    ['2026-03-01 18:00', '2026-03-01T17:00'],
    ['2023-10-29 8:23:29 +01:00', '2023-10-29T07:23'],
    ['2026-07-01T00:30', '2026-06-30T22:30'],
    ['2026-07-01T00:30:59.999', '2026-06-30T22:30'],
    ['2026-03-01T18:00+0530', '2026-03-01T12:30'],
    ['2026-03-01T18:00-05', '2026-03-01T23:00'],
  ])('reads %s as %sZ', (text, expected) => {
    expect(at(text)).toBe(expected)
    expect(minutes(text)).toBe(0)
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-03-01T24:01',
    '2026-03-01T25:00',
    '2026-03-01T12:60',
    '2026-03-01T12',
    '1/3/2026',
    '26-03-01',
    '2026-03-01T12:00+16:00',
    'yesterday',
    '',
    '0026-03-01',
  ])('refuses %s', (text) => {
    expect(at(text)).toBeNull()
  })

  it('takes a bare date for the whole local day, 23 and 25 hours on the days of the clock change', () => {
    expect(at('2026-01-15')).toBe('2026-01-14T23:00')
    expect(minutes('2026-01-15')).toBe(24 * 60)
    expect(minutes('2026-03-29')).toBe(23 * 60)
    expect(minutes('2026-10-25')).toBe(25 * 60)
  })
})

describe('local times in the two nights of the clock change', () => {
  it('moves a time that the clock skips on by an hour (Stockholm, 29 March 2026)', () => {
    expect(at('2026-03-29 01:59')).toBe('2026-03-29T00:59')
    expect(at('2026-03-29 02:30')).toBe('2026-03-29T01:30')
    expect(at('2026-03-29 03:00')).toBe('2026-03-29T01:00')
  })

  it('takes a time that comes twice for its first occurrence (Stockholm, 25 October 2026)', () => {
    expect(at('2026-10-25 01:59')).toBe('2026-10-24T23:59')
    expect(at('2026-10-25 02:30')).toBe('2026-10-25T00:30')
    expect(at('2026-10-25 03:00')).toBe('2026-10-25T02:00')
    expect(at('2026-10-25 02:30+01:00')).toBe('2026-10-25T01:30')
  })

  it('does the same in a zone behind UTC (Chicago, 2019)', () => {
    const pattern = 'M/d/yyyy H:mm'
    expect(at('3/10/2019 1:59', pattern, CHICAGO)).toBe('2019-03-10T07:59')
    expect(at('3/10/2019 3:00', pattern, CHICAGO)).toBe('2019-03-10T08:00')
    expect(at('11/3/2019 1:30', pattern, CHICAGO)).toBe('2019-11-03T06:30')
    expect(at('11/3/2019 2:00', pattern, CHICAGO)).toBe('2019-11-03T08:00')
  })

  it('gives every written local time back, except those that the clock skips', () => {
    const local = fc.date({
      min: new Date('1971-01-01T00:00Z'),
      max: new Date('2059-12-31T00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(local, fc.constantFrom(STOCKHOLM, CHICAGO), (date, zone) => {
        const wall = Math.floor(date.getTime() / 60_000)
        const text = new Date(wall * 60_000).toISOString().slice(0, 16)
        const span = createTimeReader('iso', zone)(text)!
        const shown = toLocalMinute(zone, span.fromMinute)
        expect([0, 60]).toContain(shown - wall)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('month times', () => {
  it('span the whole local month, an hour short or long when the clock changes in it', () => {
    expect(at('2019-02', 'month')).toBe('2019-01-31T23:00')
    expect(minutes('2019-02', 'month')).toBe(28 * 1440)
    expect(minutes('2019-03', 'month')).toBe(31 * 1440 - 60)
    expect(minutes('2019-10', 'month')).toBe(31 * 1440 + 60)
    expect(minutes('2019-12', 'month')).toBe(31 * 1440)
  })

  it('refuses a day and a thirteenth month', () => {
    expect(at('2019-02-01', 'month')).toBeNull()
    expect(at('2019-13', 'month')).toBeNull()
  })
})

describe('patterns', () => {
  it.each([
    ['M/d/yyyy H:mm', '7/19/2017 13:45', '2017-07-19T11:45'],
    ['dd.MM.yyyy HH:mm', '19.07.2017 13:45', '2017-07-19T11:45'],
    ['M/d/yyyy h:mm:ss a', '7/19/2017 1:45:10 PM', '2017-07-19T11:45'],
    ['M/d/yyyy h:mm a', '7/19/2017 12:05 am', '2017-07-18T22:05'],
    ['yyyyMMdd', '20170719', '2017-07-18T22:00'],
    ["d/M/yy 'kl' H.mm", '19/7/17 kl 13.45', '2017-07-19T11:45'],
    ['yyyy-MM-dd HH:mm XXX', '2017-07-19 13:45 +00:00', '2017-07-19T13:45'],
  ])('%s reads %s', (pattern, text, expected) => {
    expect(at(text, pattern)).toBe(expected)
  })

  it.each(['M/d/yyyy H:mm', 'dd.MM.yyyy'])('%s refuses a text of another form', (pattern) => {
    expect(at('2017-07-19', pattern)).toBeNull()
    expect(at('', pattern)).toBeNull()
  })

  it.each([
    'M/d/yyyy mm',
    'M/d/yyyy h:mm',
    'M/M/d/yyyy',
    'qq',
    'yyyy yy M d',
    'M',
    'yyyy-MM H:mm',
    'yyyy Q M',
    '[yyyy',
    'YYYY-MM',
  ])('is refused itself when it says too little, or the same twice: %s', (pattern) => {
    expect(() => createTimeReader(pattern, STOCKHOLM)).toThrow('timeFormat')
  })
})
