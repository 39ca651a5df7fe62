import { describe, expect, it } from 'vitest'
import {
  audienceOfRole,
  narrowed,
  OPERATOR,
  PUBLIC,
  ROLES,
} from '../../../server/platform/access/audience.ts'
import { maySeeArea, maySeeLayer } from '../../../server/platform/access/layer-access.ts'
import { permitProposalChange } from '../../../server/proposals/permit-proposal.ts'
import { TILE_LAYERS } from '../../../tiles/schema.ts'

describe('map layers', () => {
  it('are open by role as in DOMAIN.md', () => {
    const seen = Object.fromEntries(
      ROLES.map((role) => [
        role,
        TILE_LAYERS.filter((layer) => maySeeLayer(audienceOfRole(role), layer)).toSorted(),
      ]),
    )
    const ground = ['areas', 'context', 'focus-areas']
    const features = ['areas', 'camera-views', 'cameras', 'context', 'focus-areas', 'patrol-zones']
    const planning = [...features, 'hotspots', 'proposals'].toSorted()
    expect(seen).toEqual({
      public: [],
      reporter: [],
      partner: ground,
      planner: planning,
      coordinator: planning,
      analyst: [...planning, 'incidents'].toSorted(),
      reader: ground,
      registrar: [...ground, 'proposals'].toSorted(),
      admin: features,
    })
    expect(TILE_LAYERS.filter((layer) => !maySeeLayer(OPERATOR, layer))).toEqual([])
  })

  it('that do not exist are open to nobody, also under names of Object.prototype', () => {
    for (const name of ['nothing', '', '__proto__', 'constructor', 'toString'])
      expect(maySeeLayer(OPERATOR, name)).toBe(false)
  })

  it('open to a key only what it was made for', () => {
    const key = narrowed(audienceOfRole('analyst'), ['map.read'])
    expect(TILE_LAYERS.filter((layer) => maySeeLayer(key, layer)).toSorted()).toEqual([
      'areas',
      'context',
      'focus-areas',
    ])
  })
})

describe('areas', () => {
  const area = (id: number, kind: string) => ({ id, properties: { kind } })

  it('of kind place are visible to partners when they are their own', () => {
    const partner = audienceOfRole('partner', [7, 3])
    expect(
      [area(3, 'place'), area(4, 'place'), area(4, 'district')].map((a) => maySeeArea(partner, a)),
    ).toEqual([true, false, true])
    expect(maySeeArea(audienceOfRole('planner'), area(4, 'place'))).toBe(true)
    expect(maySeeArea(PUBLIC, area(4, 'district'))).toBe(true)
  })
})

describe('a proposal', () => {
  const account = (role: 'planner' | 'coordinator' | 'analyst', accountId: number) => ({
    audience: audienceOfRole(role),
    actor: { kind: 'account', accountId, sessionId: 1, name: 'A', organisationId: null } as const,
  })
  const refused = expect.objectContaining({ code: 'forbidden' })

  it('may be changed by its author and by analysts', () => {
    const proposal = { createdBy: 'account/3' }
    for (const role of ['planner', 'coordinator'] as const) {
      expect(() => permitProposalChange(account(role, 3), proposal)).not.toThrow()
      expect(() => permitProposalChange(account(role, 4), proposal)).toThrow(refused)
      expect(() => permitProposalChange(account(role, 3), { createdBy: null })).toThrow(refused)
    }
    expect(() => permitProposalChange(account('analyst', 9), { createdBy: null })).not.toThrow()
  })

  it('of an API key does not belong to the account of the same id', () => {
    const key = {
      audience: narrowed(audienceOfRole('planner'), ['proposals.write']),
      actor: { kind: 'key', keyId: 3, name: 'K' } as const,
    }
    expect(() => permitProposalChange(key, { createdBy: 'key/3' })).not.toThrow()
    expect(() => permitProposalChange(key, { createdBy: 'account/3' })).toThrow(refused)
  })
})
