import { describe, expect, it } from 'vitest'
import { coveredTo } from '../../../web/sources/coverage.ts'
import { addDays, addMonths, dayOfMidnight, isIsoDate } from '../../../web/i18n/dates.ts'
import {
  DEFAULT_FILTERS,
  incidentParams,
  rangeOf,
  surfaceParams,
} from '../../../web/hotspots/filters/filters.ts'

describe('periods', () => {
  it('count back from the day after the last one covered', () => {
    expect(rangeOf({ preset: '12m' }, '2026-11-01')).toEqual({ from: '2025-11-01', to: '2026-11-01' })
    expect(rangeOf({ preset: '3m' }, '2026-11-01')).toEqual({ from: '2026-08-01', to: '2026-11-01' })
    expect(rangeOf({ preset: '28d' }, '2026-03-01')).toEqual({ from: '2026-02-01', to: '2026-03-01' })
  })

  it('are open where no source declares its end', () => {
    expect(rangeOf({ preset: '12m' }, null)).toEqual({ from: null, to: null })
  })

  it('end where the source that reaches furthest ends, its last day included', () => {
    const sources = [{ coversTo: '2026-09-30' }, { coversTo: '2026-10-31' }]
    expect(coveredTo(sources, '2026-11-07')).toBe('2026-11-01')
    expect(coveredTo([{ coversTo: null }], null)).toBeNull()
  })

  it('count back from the last day with incidents where a source has an open end', () => {
    const end = coveredTo([{ coversTo: null }], '2024-03-31')
    expect(rangeOf({ preset: '12m' }, end)).toEqual({ from: '2023-04-01', to: '2024-04-01' })
    expect(rangeOf({ preset: '28d' }, end)).toEqual({ from: '2024-03-04', to: '2024-04-01' })
    expect(coveredTo([{ coversTo: '2026-09-30' }, { coversTo: null }], '2024-03-31')).toBe('2026-10-01')
  })

  it('follow the calendar', () => {
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addMonths('2026-01-15', -12)).toBe('2025-01-15')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(isIsoDate('2026-02-29')).toBe(false)
    expect(isIsoDate('2024-02-29')).toBe(true)
  })
})

describe('an instant that is a local midnight', () => {
  it('is the day that begins there, east and west of Greenwich and on both sides of a clock change', () => {
    expect(dayOfMidnight('2026-10-31T23:00:00.000Z')).toBe('2026-11-01')
    expect(dayOfMidnight('2026-06-30T22:00:00.000Z')).toBe('2026-07-01')
    expect(dayOfMidnight('2026-01-01T06:00:00.000Z')).toBe('2026-01-01')
    expect(dayOfMidnight('2025-11-01T00:00+01:00')).toBe('2025-11-01')
  })
})

describe('the query parameters of a surface', () => {
  it('have one group, the period and the cell', () => {
    expect(surfaceParams(DEFAULT_FILTERS, '2026-11-01').toString()).toBe(
      'group=people&from=2025-11-01&to=2026-11-01&cell=200',
    )
  })

  it('have categories instead of the group where the group is narrowed', () => {
    const params = incidentParams({ ...DEFAULT_FILTERS, categories: ['theft', 'robbery'] }, null)
    expect(params.get('category')).toBe('theft,robbery')
    expect(params.has('group')).toBe(false)
  })

  it('have hours, weekdays and exposure only where they are chosen', () => {
    const chosen = {
      ...DEFAULT_FILTERS,
      hours: { start: 23, end: 6 },
      weekdays: [5, 6],
      exposure: 'visitors',
    } as const
    const params = surfaceParams(chosen, null)
    expect(Object.fromEntries(params)).toEqual({
      group: 'people',
      hours: '23-6',
      weekdays: '5,6',
      cell: '200',
      exposure: 'visitors',
    })
  })
})
