import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permittedPeriod } from '../../../server/platform/access/permitted-period.ts'
import { refuseNarrowTimes } from '../../../server/platform/access/staff-limits.ts'
import { createZone, fromLocal, type Zone } from '../../../server/engine/time/zone.ts'
import { addDays } from '../../../web/i18n/dates.ts'
import {
  CELL_CHOICES,
  DEFAULT_FILTERS,
  type Filters,
  PERIOD_PRESETS,
  rangeOf,
} from '../../../web/hotspots/filters/filters.ts'
import {
  cellChoices,
  permittedEnd,
  permittedFilters,
  presetChoices,
} from '../../../web/hotspots/filters/permitted-filters.ts'

describe('what planners are offered', () => {
  it('has no cells below a hundred metres', () => {
    expect(cellChoices(true)).toEqual(['auto', '100', '200', '400', '800'])
    expect(cellChoices(false)).toEqual([...CELL_CHOICES])
  })

  it('leaves what they may ask as it is', () => {
    const evening: Filters = { ...DEFAULT_FILTERS, hours: { start: 14, end: 22 }, weekdays: [6, 7] }
    expect(permittedFilters(evening)).toEqual(evening)
  })

  it('lets go of single days, of odd hours, and of parts of short periods', () => {
    expect(permittedFilters({ ...DEFAULT_FILTERS, weekdays: [5] }).weekdays).toEqual([])
    expect(permittedFilters({ ...DEFAULT_FILTERS, hours: { start: 18, end: 23 } }).hours).toBeNull()
    const month: Filters = { ...DEFAULT_FILTERS, period: { preset: '28d' }, hours: { start: 22, end: 6 } }
    expect(permittedFilters(month)).toMatchObject({ period: { preset: '1m' }, hours: null })
  })

  it('makes a period of a few days the months that it touches', () => {
    const days: Filters = {
      ...DEFAULT_FILTERS,
      period: { preset: null, from: '2026-03-30', to: '2026-04-02' },
    }
    const permitted = { preset: null, from: '2026-03-01', to: '2026-05-01' } as const
    expect(permittedFilters(days).period).toEqual(permitted)
    expect(permittedFilters({ ...days, period: permitted }).period).toEqual(permitted)
  })

  it('counts back from the last whole month, quarter, half-year or year, as the parts of time want it', () => {
    const [hours, weekdays] = [{ start: 22, end: 6 }, [6, 7]]
    expect(permittedEnd(DEFAULT_FILTERS, '2026-11-17')).toBe('2026-11-01')
    expect(permittedEnd({ hours, weekdays: [] }, '2026-11-17')).toBe('2026-10-01')
    expect(permittedEnd({ hours: null, weekdays }, '2026-11-17')).toBe('2026-07-01')
    expect(permittedEnd({ hours, weekdays }, '2026-11-17')).toBe('2026-01-01')
    expect(permittedEnd(DEFAULT_FILTERS, null)).toBeNull()
  })

  it('has four weeks for those who see days, and a whole month for those who see months', () => {
    expect(presetChoices(true)).toEqual(['12m', '3m', '1m', 'all'])
    expect(presetChoices(false)).toEqual(['12m', '3m', '28d', 'all'])
  })

  it('is never refused by the server, whatever was asked before', () => {
    const zone = createZone('Europe/Stockholm')
    const minuteOf = (date: string | null) => (date === null ? null : midnight(zone, date))
    const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2024-01-01', offset))
    const filters = fc.record({
      group: fc.constant('order'),
      categories: fc.constant([]),
      period: fc.oneof(
        fc.constantFrom(...PERIOD_PRESETS).map((preset) => ({ preset })),
        fc
          .tuple(day, fc.integer({ min: 1, max: 900 }))
          .map(([from, days]) => ({ preset: null, from, to: addDays(from, days) })),
      ),
      hours: fc.option(fc.record({ start: fc.nat({ max: 23 }), end: fc.nat({ max: 24 }) })),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      cell: fc.constantFrom(...CELL_CHOICES),
      exposure: fc.constant('area' as const),
    })
    fc.assert(
      fc.property(filters, day, (asked: Filters, coveredTo) => {
        const permitted = permittedFilters(asked)
        const { period, hours, weekdays, cell } = permitted
        const { from, to } = rangeOf(period, permittedEnd(permitted, coveredTo))
        const context = { zone, known: null, sources: [] }
        const window = hours === null ? null : { startHour: hours.start, endHour: hours.end }
        const days = weekdays.length === 0 ? null : weekdays
        refuseNarrowTimes(window, days)
        const asking = { fromMinute: minuteOf(from), toMinute: minuteOf(to) }
        expect(permittedPeriod(asking, { hours: window !== null, weekdays: days !== null }, context)).toEqual(
          asking,
        )
        expect(cell).not.toBe('50')
      }),
    )
  })
})

/** The UTC minute of a day's local midnight. */
function midnight(zone: Zone, date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return fromLocal(zone, year, month, day)
}
