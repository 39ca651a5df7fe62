import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permittedDays, refuseNarrowTimes } from '../../server/domain/staff-limits.ts'
import { createZone, fromLocal, type Zone } from '../../server/domain/zone.ts'
import { addDays } from '../../web/state/dates.ts'
import {
  CELL_CHOICES,
  DEFAULT_FILTERS,
  type Filters,
  PERIOD_PRESETS,
  rangeOf,
} from '../../web/state/filters.ts'
import { cellChoices, permittedFilters } from '../../web/state/permitted-filters.ts'

const TO = '2026-11-01'

describe('what planners are offered', () => {
  it('has no cells below a hundred metres', () => {
    expect(cellChoices(true)).toEqual(['auto', '100', '200', '400', '800'])
    expect(cellChoices(false)).toEqual([...CELL_CHOICES])
  })

  it('leaves what they may ask as it is', () => {
    const evening: Filters = { ...DEFAULT_FILTERS, hours: { start: 14, end: 22 }, weekdays: [6, 7] }
    expect(permittedFilters(evening, TO)).toEqual(evening)
  })

  it('lets go of single days, of odd hours, and of parts of short periods', () => {
    expect(permittedFilters({ ...DEFAULT_FILTERS, weekdays: [5] }, TO).weekdays).toEqual([])
    expect(permittedFilters({ ...DEFAULT_FILTERS, hours: { start: 18, end: 23 } }, TO).hours).toBeNull()
    const month: Filters = { ...DEFAULT_FILTERS, period: { preset: '28d' }, hours: { start: 22, end: 6 } }
    expect(permittedFilters(month, TO).hours).toBeNull()
  })

  it('makes a period of a few days four weeks long', () => {
    const days: Filters = {
      ...DEFAULT_FILTERS,
      period: { preset: null, from: '2026-03-01', to: '2026-03-04' },
    }
    expect(permittedFilters(days, TO).period).toEqual({ preset: null, from: '2026-03-01', to: '2026-03-29' })
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
        fc.tuple(day, day).map(([a, b]) => ({ preset: null, from: a < b ? a : b, to: a < b ? b : a })),
      ),
      hours: fc.option(fc.record({ start: fc.nat({ max: 23 }), end: fc.nat({ max: 24 }) })),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      cell: fc.constantFrom(...CELL_CHOICES),
      exposure: fc.constant('area' as const),
    })
    fc.assert(
      fc.property(filters, (asked: Filters) => {
        const { period, hours, weekdays, cell } = permittedFilters(asked, TO)
        const { from, to } = rangeOf(period, TO)
        const context = { zone, known: null, sources: [] }
        const days = permittedDays(minuteOf(from), minuteOf(to), context)
        refuseNarrowTimes(
          hours === null ? null : { startHour: hours.start, endHour: hours.end },
          weekdays.length === 0 ? null : weekdays,
          days,
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
