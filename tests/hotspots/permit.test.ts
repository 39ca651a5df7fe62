import { describe, expect, it } from 'vitest'
import { ANALYST, type Audience, audienceOfRole, type Role } from '../../server/platform/access/audience.ts'
import { categoriesOfGroup, categoryIndex } from '../../server/engine/snapshot/categories.ts'
import { permitSurface } from '../../server/hotspots/permit.ts'
import type { IncidentFilter, SurfaceQuery } from '../../server/engine/snapshot/query.ts'
import type { UnitContext } from '../../server/hotspots/permit-units.ts'
import { REGISTERS } from '../../server/engine/disclosure/registers.ts'
import { monthNumber } from '../../server/engine/time/months.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'
import { unitKind } from '../../server/engine/units/unit-kinds.ts'

const ZONE = createZone('Europe/Stockholm')
const day = (month: number, date: number) => fromLocal(ZONE, 2026, month, date)
const day2025 = (month: number, date: number) => fromLocal(ZONE, 2025, month, date)
const as = (role: Role): Audience => audienceOfRole(role)
const PEOPLE = { categories: categoriesOfGroup('people'), categoriesLabel: 'group:people' }
const ONE_CATEGORY = { categories: [categoryIndex('theft')!], categoriesLabel: 'category:theft' }
/** Units that were cut on 14 July 2026. */
const CITY: UnitContext = {
  zone: ZONE,
  sources: [
    { id: 'polisen', audiences: ['planner', 'coordinator', 'analyst'], boards: null, register: 'police' },
    {
      id: 'staden',
      audiences: ['planner', 'coordinator', 'analyst', 'public'],
      boards: null,
      register: 'city',
    },
  ],
  cutAtMs: Date.UTC(2026, 6, 14, 9),
}
const closed = { id: 'hemlig', audiences: ['analyst'], boards: null, register: 'police' } as const

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

describe('the surface that an audience may query', () => {
  it('is unlimited for an analyst', () => {
    const requested = query({ flags: 4, toMinute: day(3, 2), categoriesLabel: 'group:all' }, 50)
    expect(permitSurface(ANALYST, requested, null, [])).toEqual({ ...requested, audienceKey: 'analyst' })
  })

  it.each(['public', 'partner', 'admin'] as const)('is none for %s', (role) => {
    expect(() => permitSurface(as(role), query(), CITY, CITY.sources)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it.each(['planner', 'coordinator'] as const)(
    'is of sums of units for a %s, without flagged incidents',
    (role) => {
      const permitted = permitSurface(as(role), query(), CITY, CITY.sources)
      expect(permitted.filter.excludedFlags).toBe(0b1111)
      expect(permitted.audienceKey).toBe('units of all')
      expect(permitted.units).toMatchObject({ step: 1, unitEdge: 50, openSources: null })
      expect(permitted.units!.months).toEqual({ first: monthNumber(2026, 3), last: monthNumber(2026, 3) })
    },
  )

  it('counts open incidents only, of the requested categories and registers', () => {
    const { ofKind } = permitSurface(as('planner'), query({ sources: ['polisen'] }), CITY, CITY.sources)
      .units!.buckets
    const police = REGISTERS.indexOf('police')
    const counted = categoriesOfGroup('property').map((category) => unitKind(category, police, 0))
    expect([...ofKind.keys()].filter((kind) => ofKind[kind] === 0)).toEqual(counted)
  })

  it.each([
    ['all categories together', query({ categoriesLabel: 'group:all' })],
    ['a sensitive category', query({ categories: [categoryIndex('sexual_offence')!] })],
    ['a flag', query({ flags: 1 })],
    ['a precision', query({ precisionMask: 1 })],
    ['an interval spread over days', { ...query(), time: 'aoristic' as const }],
    ['an hour', query({ hours: { startHour: 18, endHour: 19 } }, 200)],
    ['a weekday', query({ weekdays: [5] }, 200)],
    ['a part of the day in cells below 200 m', query({ hours: { startHour: 22, endHour: 6 } }, 100)],
    [
      'a part of the day of a category',
      query({ ...ONE_CATEGORY, hours: { startHour: 22, endHour: 6 } }, 200),
    ],
    ['a source that is not open to planners', query({ sources: ['hemlig'] })],
    ['one source of a register of two', query({ sources: ['staden'] })],
  ] as const)('refuses a planner %s, with the reason', (_, requested) => {
    const sources = [...CITY.sources, closed, { ...CITY.sources[1]!, id: 'parken' }]
    expect(() => permitSurface(as('planner'), requested, { ...CITY, sources }, sources)).toThrow(
      expect.objectContaining({ code: 'forbidden', message: expect.stringMatching(/^[A-Z].{30,}\.$/) }),
    )
  })

  it('is refused to a planner when no source is open to planners', () => {
    const request = () => permitSurface(as('planner'), query(), { ...CITY, sources: [closed] }, [closed])
    expect(request).toThrow(expect.objectContaining({ code: 'forbidden' }))
  })

  it('is refused for a source that is not stored', () => {
    const request = () => permitSurface(as('planner'), query({ sources: ['nope'] }), CITY, CITY.sources)
    expect(request).toThrow(expect.objectContaining({ code: 'invalid-parameter' }))
  })

  const counted = (filter: Partial<IncidentFilter>, edge: SurfaceQuery['edgeMetres'] = 200) => {
    const { fromMinute, toMinute } = permitSurface(
      as('planner'),
      query(filter, edge),
      CITY,
      CITY.sources,
    ).filter
    return [fromMinute, toMinute]
  }

  it('may have cells of 50 m and whole calendar months, also with a clock change', () => {
    expect(day(4, 1) - day(3, 1)).toBe(31 * 1440 - 60)
    expect(counted({}, 50)).toEqual([day(3, 1), day(4, 1)])
  })

  it('is widened to the whole months, for people to the quarters, that its period touches', () => {
    expect(counted({ fromMinute: day(3, 2), toMinute: day(3, 3) })).toEqual([day(3, 1), day(4, 1)])
    expect(counted({ fromMinute: day(2, 27), toMinute: day(5, 3) + 61 })).toEqual([day(2, 1), day(6, 1)])
    expect(counted({ ...PEOPLE, fromMinute: day(2, 27), toMinute: day(4, 1) })).toEqual([
      day(1, 1),
      day(4, 1),
    ])
  })

  it('is widened to whole years for chosen categories and parts of the day and week', () => {
    const lastYear = [day2025(1, 1), day(1, 1)]
    const touched = { fromMinute: day2025(11, 30), toMinute: day2025(12, 2) }
    expect(counted({ ...ONE_CATEGORY, ...touched })).toEqual(lastYear)
    expect(counted({ ...touched, weekdays: [6, 7] })).toEqual(lastYear)
    expect(counted({ ...PEOPLE, ...touched, hours: { startHour: 14, endHour: 22 } })).toEqual(lastYear)
    expect(
      permitSurface(as('planner'), query({ ...touched, weekdays: [6, 7] }, 200), CITY, CITY.sources).units,
    ).toMatchObject({
      unitEdge: 200,
      step: 12,
      asked: touched,
    })
  })

  it('ends with the last step closed at the cut, however open or late the period', () => {
    expect(counted({ fromMinute: null, toMinute: null })).toEqual([null, day(7, 1)])
    expect(counted({ fromMinute: day(6, 30), toMinute: day(12, 24) })).toEqual([day(6, 1), day(7, 1)])
    expect(counted({ ...PEOPLE, fromMinute: day(2, 1), toMinute: null })).toEqual([day(1, 1), day(7, 1)])
    expect(counted({ fromMinute: null, toMinute: null, weekdays: [6, 7] })).toEqual([null, day(1, 1)])
  })

  it.each([
    ['month', { fromMinute: day(7, 1), toMinute: day(7, 13) }, '2026-07-01'],
    ['quarter', { ...PEOPLE, fromMinute: day(7, 1), toMinute: null }, '2026-07-01'],
    ['year', { fromMinute: day(2, 1), toMinute: day(4, 1), weekdays: [6, 7] }, '2026-01-01'],
  ] as const)(
    'is refused for a %s that had not closed, stating where the closed ones end',
    (step, filter, end) => {
      const request = () => permitSurface(as('planner'), query(filter, 200), CITY, CITY.sources)
      expect(request).toThrow(expect.objectContaining({ code: 'unprocessable' }))
      expect(request).toThrow(new RegExp(`calendar ${step} .* on 2026-07-14\\..* before ${end}\\.`))
    },
  )

  it('counts only sources open to the role, and states it in the query', () => {
    const sources = [...CITY.sources, closed]
    expect(permitSurface(as('planner'), query(), { ...CITY, sources }, sources).filter.sources).toEqual([
      'polisen',
      'staden',
    ])
    expect(permitSurface(as('planner'), query(), CITY, CITY.sources).filter.sources).toBeNull()
    expect(permitSurface(ANALYST, query(), null, []).filter.sources).toBeNull()
  })
})
