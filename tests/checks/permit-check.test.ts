import { describe, expect, it } from 'vitest'
import {
  ANALYST,
  audienceOf,
  audienceOfRole,
  OPERATOR,
  type Role,
} from '../../server/platform/access/audience.ts'
import { audienceOfEvidence, mayReadEvidence, permitCheck } from '../../server/checks/permit-check.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'

const [SOURCE] = sourcesOf([PLAIN_ROW])
const source = (id: string, audiences: readonly Role[]) => ({ ...SOURCE!, id, audiences })
const POLICE = source('polisen', ['planner', 'coordinator', 'analyst'])
const OWN = source('egen', ['coordinator', 'analyst'])
const planner = audienceOfRole('planner')
const refused = expect.objectContaining({ code: 'forbidden' })

describe('the evidence that a caller gets', () => {
  it('is an analyst’s own where a source is closed to planners, of every source', () => {
    for (const audience of [ANALYST, OPERATOR])
      expect(permitCheck(audience, [POLICE, OWN])).toEqual({
        limitedTo: null,
        sources: [POLICE, OWN],
        leftOut: [],
      })
  })

  it('is the same for an analyst as for a planner where planners may see every source', () => {
    expect(permitCheck(ANALYST, [POLICE])).toEqual(permitCheck(planner, [POLICE]))
  })

  it.each(['public', 'partner', 'admin'] as const)('is none for %s', (role) => {
    expect(() => permitCheck(audienceOfRole(role), [POLICE])).toThrow(refused)
  })

  it('counts the sources open to a planner or coordinator, and states whose limits it keeps', () => {
    expect(permitCheck(planner, [POLICE, OWN])).toEqual({
      limitedTo: 'planner',
      sources: [POLICE],
      leftOut: [],
    })
    const coordinator = audienceOfRole('coordinator')
    expect(permitCheck(coordinator, [POLICE, OWN])).toEqual({
      limitedTo: 'coordinator',
      sources: [POLICE, OWN],
      leftOut: [],
    })
    expect(() => permitCheck(planner, [OWN])).toThrow(refused)
  })
})

describe('sources that name boards', () => {
  const of = (role: Role, organisationId: number) =>
    audienceOf(role, { organisationId, kind: 'board', areaIds: [] })
  const NAMED = { ...POLICE, boards: [{ organisation: 7, ground: 'OSL 10 kap. 27 §' }] }
  const CITY = source('staden', ['planner', 'coordinator', 'analyst'])

  it('count for their boards alone, and are left out by name for the others', () => {
    for (const role of ['planner', 'coordinator', 'analyst'] as const) {
      expect(permitCheck(of(role, 7), [NAMED, CITY])).toMatchObject({ sources: [NAMED, CITY], leftOut: [] })
      expect(permitCheck(of(role, 8), [NAMED, CITY])).toMatchObject({ sources: [CITY], leftOut: [NAMED] })
      expect(permitCheck(audienceOfRole(role), [NAMED, CITY])).toMatchObject({ sources: [CITY] })
      expect(() => permitCheck(of(role, 8), [NAMED])).toThrow(refused)
    }
    expect(permitCheck(OPERATOR, [NAMED, CITY])).toMatchObject({ sources: [NAMED, CITY], leftOut: [] })
  })

  it('are counted in stored evidence that their boards alone may read, and counted or left out again', () => {
    const counted = [NAMED].map(({ id, title, coversFrom, coversTo }) => ({
      id,
      title,
      coversFrom,
      coversTo,
    }))
    const evidence = { query: { limitedTo: 'planner' as const }, sources: counted }
    expect(mayReadEvidence(of('planner', 7), evidence, [NAMED, CITY])).toBe(true)
    expect(mayReadEvidence(of('planner', 8), evidence, [NAMED, CITY])).toBe(false)
    expect(mayReadEvidence(of('analyst', 8), evidence, [NAMED, CITY])).toBe(false)
    const again = (leftOut?: readonly string[]) =>
      permitCheck(audienceOfEvidence({ limitedTo: 'planner', ...(leftOut && { leftOut }) }), [NAMED, CITY])
    expect(again()).toMatchObject({ sources: [NAMED, CITY] })
    expect(again(['polisen'])).toMatchObject({ sources: [CITY], leftOut: [NAMED] })
  })
})

describe('stored evidence', () => {
  it('is recomputed under its original limits', () => {
    expect(audienceOfEvidence({})).toEqual({ ...ANALYST, withoutSources: [] })
    expect(audienceOfEvidence({ limitedTo: 'planner' })).toEqual({ ...planner, withoutSources: [] })
  })

  const readers = (limitedTo: 'planner' | 'coordinator' | undefined, audiences: readonly Role[]) =>
    (['partner', 'planner', 'coordinator', 'analyst', 'admin'] as const).filter((role) =>
      mayReadEvidence(
        audienceOfRole(role),
        {
          query: limitedTo === undefined ? {} : { limitedTo },
          sources: [{ id: 'guards', title: 'Guards', coversFrom: null, coversTo: null }],
        },
        [{ id: 'guards', audiences, boards: null }],
      ),
    )

  it('is readable by planners and coordinators within their limits, by analysts always', () => {
    expect(readers('planner', ['planner', 'coordinator'])).toEqual(['planner', 'coordinator', 'analyst'])
    expect(readers(undefined, ['planner', 'coordinator'])).toEqual(['analyst'])
  })

  it('is not readable by planners or coordinators when it counts a source closed to them', () => {
    expect(readers('coordinator', ['coordinator'])).toEqual(['coordinator', 'analyst'])
    expect(readers('planner', ['planner'])).toEqual(['planner', 'analyst'])
  })
})
