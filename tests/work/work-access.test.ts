import { describe, expect, it } from 'vitest'
import {
  type AccountRole,
  type Audience,
  audienceOf,
  audienceOfRole,
  OPERATOR,
  type OrganisationKind,
} from '../../server/platform/access/audience.ts'
import { mayReadWork, workedAreas } from '../../server/work/work-access.ts'

/** A district with a place in it, and a place elsewhere. */
const [DISTRICT, INSIDE, ELSEWHERE] = [1, 2, 3]
const within = (id: number) => (id === DISTRICT ? [DISTRICT, INSIDE] : [id])
const AUDIENCES = ['authorities', 'parties', 'public'] as const

/** What an audience reads: `2p` is an item of area 2 for parties. */
function readOf(audience: Audience): string {
  const own = workedAreas(audience, within)
  return [DISTRICT, INSIDE, ELSEWHERE]
    .flatMap((areaId) =>
      AUDIENCES.filter((of) => mayReadWork(audience, { areaId, audience: of }, own)).map(
        (of) => `${areaId}${of === 'public' ? 'c' : of[0]}`,
      ),
    )
    .join(' ')
}

const of = (role: AccountRole, kind: OrganisationKind, ...areaIds: readonly number[]) =>
  readOf(audienceOf(role, { organisationId: 7, kind, areaIds }))

const EVERYTHING = '1a 1p 1c 2a 2p 2c 3a 3p 3c'
const DISTRICT_OF_AUTHORITY = '1a 1p 1c 2a 2p 2c'

describe('what is written about places', () => {
  it.each(['planner', 'coordinator', 'analyst', 'reader'] as const)(
    'can be read everywhere by a %s of a city-wide board, or of no board',
    (role) => {
      expect(of(role, 'board')).toBe(EVERYTHING)
      expect(of(role, 'company')).toBe(EVERYTHING)
      expect(readOf(audienceOfRole(role))).toBe(EVERYTHING)
    },
  )

  it.each(['planner', 'coordinator', 'analyst', 'reader'] as const)(
    'is read by a %s of a district board in its district and the places in that',
    (role) => {
      expect(of(role, 'board', DISTRICT)).toBe(DISTRICT_OF_AUTHORITY)
      expect(of(role, 'police', DISTRICT)).toBe(DISTRICT_OF_AUTHORITY)
      expect(of(role, 'board', ELSEWHERE)).toBe('3a 3p 3c')
    },
  )

  it('is read by partners in the areas of their organisation, what is for authorities by authorities alone', () => {
    expect(of('partner', 'party', INSIDE)).toBe('2p 2c')
    expect(of('partner', 'police', INSIDE)).toBe('2a 2p 2c')
    expect(of('partner', 'party')).toBe('')
    expect(readOf(audienceOfRole('partner', [ELSEWHERE]))).toBe('3p 3c')
  })

  it('can be read by a party in its own areas only, except what is for authorities', () => {
    expect(of('reader', 'party', DISTRICT)).toBe('1p 1c 2p 2c')
    expect(of('reader', 'party')).toBe('')
  })

  it('is open to commands on the machine', () => {
    expect(readOf(OPERATOR)).toBe(EVERYTHING)
  })
})
