import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANALYST, audienceOfRole } from '../../../server/platform/access/audience.ts'
import { permitSurface } from '../../../server/hotspots/permit.ts'
import { parseSurfaceQuery } from '../../../server/hotspots/surface-query.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'
import { addDays } from '../../../web/i18n/dates.ts'
import {
  CELL_CHOICES,
  DEFAULT_FILTERS,
  type Filters,
  PERIOD_PRESETS,
  surfaceParams,
} from '../../../web/hotspots/filters/filters.ts'
import {
  cellReason,
  partsReason,
  permittedEnd,
  permittedFilters,
  presetReason,
  stepOf,
} from '../../../web/hotspots/filters/permitted-filters.ts'

const ORDER: Filters = { ...DEFAULT_FILTERS, group: 'order' }
const NIGHT = { hours: { start: 22, end: 6 } }
const PRESETS = [...PERIOD_PRESETS, 'custom'] as const

describe('the filters permitted to planners', () => {
  it('have every cell size, with parts of the day and week from 200 metres on', () => {
    const refused = (filters: Filters) => CELL_CHOICES.filter((cell) => cellReason(filters, cell) !== null)
    expect(refused(ORDER)).toEqual([])
    expect(refused({ ...ORDER, ...NIGHT })).toEqual(['50', '100'])
    expect(permittedFilters({ ...ORDER, ...NIGHT, cell: '50' }).cell).toBe('200')
    expect(permittedFilters({ ...ORDER, cell: '50' }).cell).toBe('50')
  })

  it('give the reason when a period is too short', () => {
    const reasons = (filters: Filters) => PRESETS.map((preset) => presetReason(filters, preset))
    expect(reasons(ORDER)).toEqual([null, null, null, 'months', null, null])
    expect(reasons(DEFAULT_FILTERS)).toEqual([null, null, 'quarters', 'months', null, null])
    const theft: Filters = { ...ORDER, categories: ['drugs'] }
    expect(reasons(theft)).toEqual([null, 'years-categories', 'years-categories', 'months', null, null])
    expect(reasons({ ...ORDER, weekdays: [6, 7] })).toEqual([
      null,
      'years-parts',
      'years-parts',
      'months',
      null,
      null,
    ])
  })

  it('keep a permitted choice unchanged', () => {
    const evening: Filters = { ...ORDER, hours: { start: 14, end: 22 }, weekdays: [6, 7] }
    for (const filters of [evening, DEFAULT_FILTERS, { ...ORDER, period: { preset: '1m' } } as const])
      expect(permittedFilters(filters)).toEqual(filters)
  })

  it('drop single days, odd hours, and parts of chosen categories', () => {
    expect(permittedFilters({ ...ORDER, weekdays: [5] }).weekdays).toEqual([])
    expect(permittedFilters({ ...ORDER, hours: { start: 18, end: 23 } }).hours).toBeNull()
    const drugs: Filters = { ...ORDER, ...NIGHT, categories: ['drugs'] }
    expect(partsReason(drugs)).toBe('groups')
    expect(permittedFilters(drugs).hours).toBeNull()
  })

  it('widen a period to whole months, quarters or years, and a short preset to the next permitted one', () => {
    const own = { preset: null, from: '2026-03-30', to: '2026-05-02' } as const
    const periodOf = (filters: Filters) => permittedFilters(filters).period
    expect(periodOf({ ...ORDER, period: own })).toEqual({ ...own, from: '2026-03-01', to: '2026-06-01' })
    const quarters = { ...own, from: '2026-01-01', to: '2026-07-01' }
    expect(periodOf({ ...DEFAULT_FILTERS, period: own })).toEqual(quarters)
    expect(periodOf({ ...DEFAULT_FILTERS, period: quarters })).toEqual(quarters)
    const year = { ...own, from: '2026-01-01', to: '2027-01-01' }
    expect(periodOf({ ...ORDER, ...NIGHT, period: own })).toEqual(year)
    expect(periodOf({ ...ORDER, period: { preset: '28d' } })).toEqual({ preset: '1m' })
    expect(periodOf({ ...DEFAULT_FILTERS, period: { preset: '1m' } })).toEqual({ preset: '3m' })
    expect(periodOf({ ...ORDER, ...NIGHT, period: { preset: '3m' } })).toEqual({ preset: '12m' })
  })

  it('count back from the last covered step closed at the cut', () => {
    expect(permittedEnd(ORDER, '2026-11-17', '2026-12-05')).toBe('2026-11-01')
    expect(permittedEnd(ORDER, '2026-11-17', '2026-10-05')).toBe('2026-10-01')
    expect(permittedEnd(DEFAULT_FILTERS, '2026-11-17', '2026-12-05')).toBe('2026-10-01')
    expect(permittedEnd({ ...ORDER, ...NIGHT }, '2026-11-17', null)).toBe('2026-01-01')
    expect(permittedEnd(ORDER, null, null)).toBeNull()
  })

  it('are never refused or widened by the server, whatever the original choice', () => {
    const zone = createZone('Europe/Stockholm')
    const sources = [{ id: 'staden', audiences: ['planner'], boards: null, register: 'city' }] as const
    const planner = audienceOfRole('planner')
    const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2024-01-01', offset))
    const groups = fc.constantFrom('order', 'people')
    const filters: fc.Arbitrary<Filters> = groups.chain((group) =>
      fc.record({
        group: fc.constant(group),
        categories: fc.constantFrom([], [], group === 'order' ? ['drugs', 'disorder'] : ['robbery']),
        period: fc.oneof(
          fc.constantFrom(...PERIOD_PRESETS).map((preset) => ({ preset })),
          fc
            .tuple(day, fc.integer({ min: 1, max: 900 }))
            .map(([from, days]) => ({ preset: null, from, to: addDays(from, days) })),
        ),
        hours: fc.option(
          fc.oneof(
            fc.constantFrom(NIGHT.hours, { start: 14, end: 22 }),
            fc.record({ start: fc.nat({ max: 23 }), end: fc.nat({ max: 24 }) }),
          ),
        ),
        weekdays: fc.oneof(fc.constantFrom([], [6, 7]), fc.subarray([1, 2, 3, 4, 5, 6, 7])),
        cell: fc.constantFrom(...CELL_CHOICES.filter((cell) => cell !== 'auto')),
        exposure: fc.constant('area' as const),
        compare: fc.constant(null),
      }),
    )
    fc.assert(
      fc.property(filters, day, (requested, coveredTo) => {
        const permitted = permittedFilters(requested)
        const params = surfaceParams(permitted, permittedEnd(permitted, coveredTo, '2028-02-01'))
        const { filter, edgeMetres, ...rest } = parseSurfaceQuery(Object.fromEntries(params), {
          timezone: zone.name,
          zone,
        })
        if (edgeMetres === 'auto') throw new TypeError('No filters of this test leave the cell to a zoom.')
        const question = { ...rest, filter, edgeMetres }
        const answered = permitSurface(
          planner,
          question,
          { zone, sources, cutAtMs: Date.UTC(2028, 1, 1) },
          sources,
        )
        const { fromMinute, toMinute } = permitSurface(ANALYST, question, null, sources).filter
        expect(answered.filter.fromMinute).toBe(fromMinute)
        expect(answered.units!.step).toBe(stepOf(permitted))
        const closedEnd = fromLocal(zone, 2028, answered.units!.step === 1 ? 2 : 1, 1)
        expect(answered.filter.toMinute).toBe(Math.min(toMinute ?? closedEnd, closedEnd))
      }),
    )
  })
})
