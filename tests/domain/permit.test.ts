import { describe, expect, it } from 'vitest'
import { ANALYST, type Audience, type Role } from '../../server/domain/audience.ts'
import { categoriesOfGroup, categoryIndex } from '../../server/domain/categories.ts'
import { permitSurface } from '../../server/domain/permit.ts'
import type { IncidentFilter, SurfaceQuery } from '../../server/domain/query.ts'
import { createZone, fromLocal } from '../../server/domain/zone.ts'

const ZONE = createZone('Europe/Stockholm')
const day = (month: number, date: number) => fromLocal(ZONE, 2026, month, date)
const as = (role: Role): Audience => ({ role, cacheKey: role, placeIds: [] })

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
    expect(() => permitSurface(as(role), query(), ZONE)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it.each(['planner', 'coordinator'] as const)('leaves flagged incidents out for a %s', (role) => {
    const permitted = permitSurface(as(role), query(), ZONE)
    expect(permitted.filter.excludedFlags).toBe(0b1111)
    expect(permitted.audienceKey).toBe(role)
  })

  it('takes 28 whole local days, the hour that the clock skips among them, as enough', () => {
    const acrossSpring = { fromMinute: day(3, 15), toMinute: day(4, 12) }
    expect(acrossSpring.toMinute - acrossSpring.fromMinute).toBe(28 * 1440 - 60)
    expect(() => permitSurface(as('planner'), query(acrossSpring), ZONE)).not.toThrow()
    expect(() => permitSurface(as('planner'), query({ fromMinute: null }), ZONE)).not.toThrow()
  })

  it.each([
    ['27 days', query({ toMinute: day(3, 28) })],
    ['a border within a day', query({ toMinute: day(4, 15) + 60 })],
    ['cells of 50 m', query({}, 50)],
    ['all categories together', query({ categoriesLabel: 'group:all' })],
    ['a sensitive category', query({ categories: [categoryIndex('sexual_offence')!] })],
    ['a flag', query({ flags: 1 })],
  ])('refuses a planner %s', (_, asked) => {
    expect(() => permitSurface(as('planner'), asked, ZONE)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })
})
