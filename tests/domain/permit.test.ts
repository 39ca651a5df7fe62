import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coveredWeekHours } from '../../server/analysis/week-hours.ts'
import { ANALYST, type Audience, audienceOfRole, narrowed, type Role } from '../../server/domain/audience.ts'
import { categoriesOfGroup, categoryIndex } from '../../server/domain/categories.ts'
import { permitSurface } from '../../server/domain/permit.ts'
import type { IncidentFilter, SurfaceQuery } from '../../server/domain/query.ts'
import { daysForParts, type PermitContext } from '../../server/domain/staff-limits.ts'
import { createZone, fromLocal } from '../../server/domain/zone.ts'

const ZONE = createZone('Europe/Stockholm')
const day = (month: number, date: number) => fromLocal(ZONE, 2026, month, date)
const as = (role: Role): Audience => audienceOfRole(role)
/** Data of 2025 and 2026, up to the last of June. */
const CITY: PermitContext = {
  zone: ZONE,
  known: { fromMinute: fromLocal(ZONE, 2025, 1, 1, 12), toMinute: fromLocal(ZONE, 2026, 6, 30, 23, 59) },
  sources: [
    { id: 'polisen', audiences: ['planner', 'coordinator', 'analyst'] },
    { id: 'staden', audiences: ['planner', 'coordinator', 'analyst', 'public'] },
  ],
}

function query(
  filter: Partial<IncidentFilter> = {},
  edgeMetres: SurfaceQuery['edgeMetres'] = 100,
): SurfaceQuery {
  return {
    edgeMetres,
    time: 'from',
    exposure: 'area',
    filter: {
      categories: categoriesOfGroup('property'),
      categoriesLabel: 'group:property',
      fromMinute: day(3, 1),
      toMinute: day(3, 29),
      hours: null,
      weekdays: null,
      precisionMask: 3,
      flags: 0,
      sources: null,
      ...filter,
    },
  }
}

describe('what an audience may ask of a surface', () => {
  it('is everything for an analyst', () => {
    const asked = query({ flags: 4, toMinute: day(3, 2), categoriesLabel: 'group:all' }, 50)
    expect(permitSurface(ANALYST, asked)).toEqual({ ...asked, audienceKey: 'analyst' })
  })

  it.each(['public', 'partner', 'admin'] as const)('is nothing for %s', (role) => {
    expect(() => permitSurface(as(role), query(), CITY)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it.each(['planner', 'coordinator'] as const)('leaves flagged incidents out for a %s', (role) => {
    const permitted = permitSurface(as(role), query(), CITY)
    expect(permitted.filter.excludedFlags).toBe(0b1111)
    expect(permitted.audienceKey).toBe(role)
  })

  it('takes 28 whole local days, the hour that the clock skips among them, as enough', () => {
    const acrossSpring = { fromMinute: day(3, 15), toMinute: day(4, 12) }
    expect(acrossSpring.toMinute - acrossSpring.fromMinute).toBe(28 * 1440 - 60)
    expect(() => permitSurface(as('planner'), query(acrossSpring), CITY)).not.toThrow()
    expect(() => permitSurface(as('planner'), query({ fromMinute: null }), CITY)).not.toThrow()
  })

  it.each([
    ['27 days', query({ toMinute: day(3, 28) })],
    ['a border within a day', query({ toMinute: day(4, 15) + 60 })],
    ['cells of 50 m', query({}, 50)],
    ['all categories together', query({ categoriesLabel: 'group:all' })],
    ['a sensitive category', query({ categories: [categoryIndex('sexual_offence')!] })],
    ['a flag', query({ flags: 1 })],
    ['yesterday, by an end that is open', query({ fromMinute: day(6, 30), toMinute: null })],
    ['yesterday, by an end beyond the data', query({ fromMinute: day(6, 30), toMinute: day(9, 1) })],
    [
      'the first days, by a beginning that is open',
      query({ fromMinute: null, toMinute: fromLocal(ZONE, 2025, 1, 5) }),
    ],
    ['an hour', query({ fromMinute: null, toMinute: null, hours: { startHour: 18, endHour: 19 } })],
    ['a weekday', query({ fromMinute: null, toMinute: null, weekdays: [5] })],
    ['a part of the day of a short period', query({ hours: { startHour: 22, endHour: 6 } })],
    ['weekends of a short period', query({ weekdays: [6, 7] })],
    [
      'a source that is not open to planners',
      query({ sources: ['hemlig'] }),
      [{ id: 'hemlig', audiences: ['analyst'] }],
    ],
  ] as const)('refuses a planner %s', (_, asked, sources: PermitContext['sources'] = CITY.sources) => {
    expect(() => permitSurface(as('planner'), asked, { ...CITY, sources })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it('lets a short record be seen whole, for it will be part of longer ones', () => {
    const known = { fromMinute: day(3, 3), toMinute: day(3, 5) }
    expect(() => permitSurface(as('planner'), query(), { ...CITY, known })).not.toThrow()
    expect(() => permitSurface(as('planner'), query({ toMinute: null }), { ...CITY, known })).not.toThrow()
    const cut = query({ fromMinute: day(3, 4), toMinute: null })
    expect(() => permitSurface(as('planner'), cut, { ...CITY, known })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it('tells parts of the day and week of periods of which each part is worth 28 days', () => {
    expect([daysForParts(true, false), daysForParts(false, true), daysForParts(true, true)]).toEqual([
      84, 98, 294,
    ])
    const whole = { fromMinute: null, toMinute: null }
    for (const parts of [
      { hours: { startHour: 22, endHour: 6 } },
      { hours: { startHour: 6, endHour: 22 } },
      { weekdays: [6, 7] },
      { hours: { startHour: 14, endHour: 22 }, weekdays: [1, 2, 3, 4, 5] },
    ])
      expect(() => permitSurface(as('planner'), query({ ...whole, ...parts }), CITY)).not.toThrow()
  })

  it('never lets two permitted questions differ by less than 28 days’ worth of hours', () => {
    const hour = fc.oneof(fc.constantFrom(6, 14, 22), fc.integer({ min: 1, max: 23 }))
    const hours = fc.option(
      fc.record({ startHour: hour, endHour: hour }).filter(({ startHour, endHour }) => startHour !== endHour),
      { nil: null },
    )
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
    const weekdays = fc.oneof(
      fc.constantFrom(null, [1, 2, 3, 4, 5], [6, 7]),
      days.map((dates) => dates.toSorted((a, b) => a - b)),
    )
    const filter = fc.record({ hours, weekdays })
    const length = fc.integer({ min: 28, max: 540 })
    const permits = (days: number, filter: Partial<IncidentFilter>) => {
      const from = fromLocal(ZONE, 2025, 1, 2)
      const to = fromLocal(ZONE, 2025, 1, 2 + days)
      try {
        permitSurface(as('planner'), query({ fromMinute: from, toMinute: to, ...filter }), CITY)
        return true
      } catch {
        return false
      }
    }
    let compared = 0
    fc.assert(
      fc.property(length, filter, filter, (length, asked, other) => {
        if (!permits(length, asked) || !permits(length, other)) return
        const [a, b] = [asked, other].map((one) => coveredWeekHours(one.hours, one.weekdays))
        const differing = a!.reduce((sum, covered, k) => sum + (covered === b![k] ? 0 : 1), 0)
        if (differing === 0) return
        compared++
        expect((differing / 168) * length).toBeGreaterThanOrEqual(28)
      }),
      { numRuns: 5000 },
    )
    expect(compared).toBeGreaterThan(50)
  })

  it('counts what is open to the role alone, and says so in the query', () => {
    const sources = [...CITY.sources, { id: 'hemlig', audiences: ['analyst' as const] }]
    expect(permitSurface(as('planner'), query(), { ...CITY, sources }).filter.sources).toEqual([
      'polisen',
      'staden',
    ])
    expect(permitSurface(as('planner'), query(), CITY).filter.sources).toBeNull()
    expect(permitSurface(ANALYST, query(), { ...CITY, sources }).filter.sources).toBeNull()
  })

  it('is nothing for an analyst’s key that was made for something else', () => {
    const key = narrowed(ANALYST, ['map.read'])
    expect(key.cacheKey).not.toBe(ANALYST.cacheKey)
    expect(() => permitSurface(key, query(), CITY)).toThrow(expect.objectContaining({ code: 'forbidden' }))
    expect(() => permitSurface(narrowed(ANALYST, ['hotspots.read']), query(), CITY)).not.toThrow()
  })
})
