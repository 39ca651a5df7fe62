import { describe, expect, it } from 'vitest'
import {
  ANALYST,
  type Audience,
  audienceOfRole,
  narrowed,
  type Role,
} from '../../server/platform/access/audience.ts'
import { categoriesOfGroup, categoryIndex } from '../../server/engine/snapshot/categories.ts'
import { permitSurface } from '../../server/hotspots/permit.ts'
import type { IncidentFilter, SurfaceQuery } from '../../server/engine/snapshot/query.ts'
import { daysForParts, type PermitContext } from '../../server/platform/access/staff-limits.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'

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
      toMinute: day(4, 1),
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

  it('takes whole calendar months, the hour that the clock skips among them', () => {
    const acrossSpring = { fromMinute: day(3, 1), toMinute: day(4, 1) }
    expect(acrossSpring.toMinute - acrossSpring.fromMinute).toBe(31 * 1440 - 60)
    expect(permitSurface(as('planner'), query(acrossSpring), CITY).filter).toMatchObject(acrossSpring)
  })

  it.each([
    ['27 days', query({ fromMinute: day(3, 3), toMinute: day(3, 30) })],
    ['a border within a day', query({ toMinute: day(4, 1) + 60 })],
    ['a month backwards', query({ fromMinute: day(4, 1), toMinute: day(3, 1) })],
    ['cells of 50 m', query({}, 50)],
    ['all categories together', query({ categoriesLabel: 'group:all' })],
    ['a sensitive category', query({ categories: [categoryIndex('sexual_offence')!] })],
    ['a flag', query({ flags: 1 })],
    ['the month that runs', query({ fromMinute: day(7, 1), toMinute: day(8, 1) })],
    ['what follows the data', query({ fromMinute: day(7, 1), toMinute: null })],
    ['what precedes the data', query({ fromMinute: null, toMinute: fromLocal(ZONE, 2025, 1, 1) })],
    ['an hour', query({ fromMinute: null, toMinute: null, hours: { startHour: 18, endHour: 19 } })],
    ['a weekday', query({ fromMinute: null, toMinute: null, weekdays: [5] })],
    ['a part of the day of a month', query({ hours: { startHour: 22, endHour: 6 } })],
    ['weekends of a quarter', query({ fromMinute: day(1, 1), toMinute: day(4, 1), weekdays: [6, 7] })],
    [
      'a source that is not open to planners',
      query({ sources: ['hemlig'] }),
      [{ id: 'hemlig', audiences: ['analyst'] }],
    ],
    ['everything when no source is open to planners', query({}), [{ id: 'hemlig', audiences: ['analyst'] }]],
  ] as const)('refuses a planner %s', (_, asked, sources: PermitContext['sources'] = CITY.sources) => {
    expect(() => permitSurface(as('planner'), asked, { ...CITY, sources })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it('widens 28 days and more to the whole months that hold them, parts of the day to quarters, and says so in the query', () => {
    const answered = (filter: Partial<IncidentFilter>) => {
      const { fromMinute, toMinute } = permitSurface(as('planner'), query(filter), CITY).filter
      return [fromMinute, toMinute]
    }
    expect(answered({ fromMinute: day(3, 2), toMinute: day(3, 30) })).toEqual([day(3, 1), day(4, 1)])
    expect(answered({ fromMinute: day(2, 27), toMinute: day(5, 3) })).toEqual([day(2, 1), day(6, 1)])
    // Yesterday, by an end that is open.
    expect(answered({ fromMinute: day(6, 30), toMinute: null })).toEqual([day(6, 1), day(7, 1)])
    const night = { hours: { startHour: 22, endHour: 6 } }
    expect(answered({ fromMinute: day(2, 1), toMinute: day(5, 1), ...night })).toEqual([day(1, 1), day(7, 1)])
  })

  it('says where the whole months end', () => {
    const ask = () => permitSurface(as('planner'), query({ fromMinute: day(7, 1), toMinute: null }), CITY)
    expect(ask).toThrow(/end before 2026-07-01/)
  })

  it('ends an open or late period with the last whole month, and begins with the first of the data', () => {
    const periodOf = (filter: Partial<IncidentFilter>, known: PermitContext['known'] = CITY.known) => {
      const { fromMinute, toMinute } = permitSurface(as('planner'), query(filter), { ...CITY, known }).filter
      return [fromMinute, toMinute]
    }
    expect(periodOf({ fromMinute: null, toMinute: null })).toEqual([null, day(7, 1)])
    expect(periodOf({ fromMinute: day(5, 1), toMinute: day(12, 1) })).toEqual([day(5, 1), day(7, 1)])
    const running = { fromMinute: day(1, 10), toMinute: day(6, 29) }
    expect(periodOf({ fromMinute: null, toMinute: null }, running)).toEqual([null, day(6, 1)])
    // The 22 days of January are told with all of February only.
    expect(periodOf({ fromMinute: day(2, 1), toMinute: null }, running)).toEqual([day(3, 1), day(6, 1)])
    expect(() => periodOf({ fromMinute: null, toMinute: day(2, 1) }, running)).toThrow()
    const short = { fromMinute: day(3, 3), toMinute: day(3, 20) }
    expect(() => periodOf({ fromMinute: null, toMinute: null }, short)).toThrow(/no whole calendar months/)
  })

  it('tells parts of the day of quarters, weekends of half-years, both of calendar years', () => {
    expect([daysForParts(true, false), daysForParts(false, true), daysForParts(true, true)]).toEqual([
      84, 98, 294,
    ])
    const whole = { fromMinute: null, toMinute: null }
    const endOf = (parts: Partial<IncidentFilter>) =>
      permitSurface(as('planner'), query({ ...whole, ...parts }), {
        ...CITY,
        known: { ...CITY.known!, toMinute: day(11, 5) },
      }).filter.toMinute
    expect(endOf({})).toBe(day(11, 1))
    expect(endOf({ hours: { startHour: 6, endHour: 22 } })).toBe(day(10, 1))
    expect(endOf({ weekdays: [6, 7] })).toBe(day(7, 1))
    expect(endOf({ hours: { startHour: 14, endHour: 22 }, weekdays: [1, 2, 3, 4, 5] })).toBe(day(1, 1))
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
