import { describe, expect, it } from 'vitest'
import { ANALYST, audienceOfRole, OPERATOR, type Role } from '../../server/platform/access/audience.ts'
import { audienceOfEvidence, mayReadEvidence, permitCheck } from '../../server/checks/permit-check.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'

const [SOURCE] = sourcesOf([PLAIN_ROW])
const source = (id: string, audiences: readonly Role[]) => ({ ...SOURCE!, id, audiences })
const POLICE = source('polisen', ['planner', 'coordinator', 'analyst'])
const OWN = source('egen', ['coordinator', 'analyst'])
const planner = audienceOfRole('planner')
const refused = expect.objectContaining({ code: 'forbidden' })

describe('whose evidence a caller is given', () => {
  it('is an analyst’s own where a source is closed to planners, of every source', () => {
    for (const audience of [ANALYST, OPERATOR])
      expect(permitCheck(audience, [POLICE, OWN])).toEqual({ limitedTo: null, sources: [POLICE, OWN] })
  })

  it('is the same for an analyst as for a planner where planners may see every source', () => {
    expect(permitCheck(ANALYST, [POLICE])).toEqual(permitCheck(planner, [POLICE]))
  })

  it.each(['public', 'partner', 'admin'] as const)('is nothing for %s', (role) => {
    expect(() => permitCheck(audienceOfRole(role), [POLICE])).toThrow(refused)
  })

  it('is of the sources that are open to a planner or coordinator, and says under whose limits', () => {
    expect(permitCheck(planner, [POLICE, OWN])).toEqual({ limitedTo: 'planner', sources: [POLICE] })
    const coordinator = audienceOfRole('coordinator')
    expect(permitCheck(coordinator, [POLICE, OWN])).toEqual({
      limitedTo: 'coordinator',
      sources: [POLICE, OWN],
    })
    expect(() => permitCheck(planner, [OWN])).toThrow(refused)
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
