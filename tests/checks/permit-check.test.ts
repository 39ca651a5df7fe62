import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANALYST, audienceOfRole, OPERATOR, type Role } from '../../server/platform/access/audience.ts'
import { categoryIndex } from '../../server/engine/snapshot/categories.ts'
import {
  audienceOfEvidence,
  type CheckScope,
  mayReadEvidence,
  permitCheck,
} from '../../server/checks/permit-check.ts'
import {
  LEAST_FOOTPRINT_M2,
  LEAST_RING_METRES,
  type PermitContext,
} from '../../server/platform/access/staff-limits.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'

const ZONE = createZone('Europe/Stockholm')
const at = (year: number, month: number, date: number) => fromLocal(ZONE, year, month, date)
const CITY: PermitContext = {
  zone: ZONE,
  known: { fromMinute: at(2024, 1, 1), toMinute: at(2026, 6, 30) },
  sources: [
    { id: 'polisen', audiences: ['planner', 'coordinator'] },
    { id: 'egen', audiences: ['coordinator', 'analyst'] },
  ],
}
const SCOPE: CheckScope = {
  leastPartM2: LEAST_FOOTPRINT_M2,
  ringMetres: [100, 250],
  edgeMetres: 100,
  fromMinute: at(2025, 1, 1),
  toMinute: at(2026, 1, 1),
}
const planner = audienceOfRole('planner')
const WITHOUT_SENSITIVE = {
  excludedFlags: 0b1111,
  excludedCategories: [categoryIndex('sexual_offence')],
}
const refused = expect.objectContaining({ code: 'forbidden' })

describe('what an audience may see of a check', () => {
  it('is every source for analysts and for the hand at the machine, however small, and theirs alone', () => {
    const tiny = { ...SCOPE, leastPartM2: 1, ringMetres: [1], edgeMetres: 50, toMinute: SCOPE.fromMinute + 1 }
    for (const audience of [ANALYST, OPERATOR]) {
      expect(permitCheck(audience, tiny, CITY)).toEqual({
        audienceKey: 'analyst',
        limitedTo: null,
        sight: { ...WITHOUT_SENSITIVE, sources: null, profile: 'none' },
      })
    }
  })

  it('is the same for an analyst as for a planner where planners may see every source', () => {
    const open = { ...CITY, sources: CITY.sources.filter(({ audiences }) => audiences.includes('planner')) }
    expect(permitCheck(ANALYST, SCOPE, open)).toEqual(permitCheck(planner, SCOPE, open))
  })

  it.each(['public', 'partner', 'admin'] as const)('is nothing for %s', (role) => {
    expect(() => permitCheck(audienceOfRole(role), SCOPE, CITY)).toThrow(refused)
  })

  it('leaves out flags, sensitive categories and closed sources for a planner, and says under whose limits', () => {
    expect(permitCheck(planner, SCOPE, CITY)).toEqual({
      audienceKey: 'planner',
      limitedTo: 'planner',
      sight: {
        ...WITHOUT_SENSITIVE,
        sources: ['polisen'],
        profile: 'parts',
      },
    })
    expect(permitCheck(audienceOfRole('coordinator'), SCOPE, CITY).sight.sources).toBeNull()
  })

  it('tells no hours of a period of which a part of the week would hold less than 28 days’ worth', () => {
    const days = (count: number) => permitCheck(planner, { ...SCOPE, toMinute: at(2025, 1, 1 + count) }, CITY)
    expect(days(293).sight.profile).toBe('none')
    expect(days(294).sight.profile).toBe('parts')
  })

  it.each([
    ['less than a hectare', { leastPartM2: LEAST_FOOTPRINT_M2 - 0.01 }],
    ['27 days', { toMinute: at(2025, 1, 28) }],
    ['a border within a day', { fromMinute: SCOPE.fromMinute + 60 }],
    ['the days since yesterday', { fromMinute: at(2026, 6, 29), toMinute: at(2026, 12, 1) }],
    ['cells of 50 m', { edgeMetres: 50 }],
    ['a narrow ring at the footprint', { ringMetres: [24, 100] }],
    ['a narrow ring farther out', { ringMetres: [100, 124] }],
  ])('refuses a planner %s', (_, change) => {
    expect(() => permitCheck(planner, { ...SCOPE, ...change }, CITY)).toThrow(refused)
  })

  it('makes every ring it allows hold a hectare, whatever the footprint’s shape (Brunn and Minkowski)', () => {
    fc.assert(
      fc.property(fc.double({ min: LEAST_FOOTPRINT_M2, max: 5e6, noNaN: true }), (areaM2) => {
        const least = 2 * LEAST_RING_METRES * Math.sqrt(Math.PI * areaM2) + Math.PI * LEAST_RING_METRES ** 2
        expect(least).toBeGreaterThanOrEqual(LEAST_FOOTPRINT_M2)
      }),
    )
  })
})

describe('stored evidence', () => {
  it('is computed again under the limits that it was computed under', () => {
    expect(audienceOfEvidence({})).toEqual(ANALYST)
    expect(audienceOfEvidence({ limitedTo: 'planner' })).toEqual(planner)
  })

  const readers = (limitedTo: 'planner' | 'coordinator' | undefined, audiences: readonly Role[]) =>
    (['partner', 'planner', 'coordinator', 'analyst', 'admin'] as const).filter((role) =>
      mayReadEvidence(
        audienceOfRole(role),
        {
          query: limitedTo === undefined ? {} : { limitedTo },
          sources: [{ id: 'guards', title: 'Guards', coversFrom: null, coversTo: null }],
        },
        [{ id: 'guards', audiences }],
      ),
    )

  it('is read by planners and coordinators when it was computed within their limits, by analysts always', () => {
    expect(readers('planner', ['planner', 'coordinator'])).toEqual(['planner', 'coordinator', 'analyst'])
    expect(readers(undefined, ['planner', 'coordinator'])).toEqual(['analyst'])
  })

  it('is not read by one of the two when it counts what is open to the other alone', () => {
    expect(readers('coordinator', ['coordinator'])).toEqual(['coordinator', 'analyst'])
    expect(readers('planner', ['planner'])).toEqual(['planner', 'analyst'])
  })
})
