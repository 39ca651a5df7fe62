import { describe, expect, it } from 'vitest'
import type { CheckResponse } from '../../../server/checks/contract.ts'
import type { Api } from '../../../web/app/api/client.ts'
import type { Area } from '../../../web/map/geometry.ts'
import { createProposal } from '../../../web/proposals/proposal.ts'

const triangle = (west: number): Area => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 59],
      [west + 1, 59],
      [west + 1, 60],
      [west, 59],
    ],
  ],
})

/** A proposal whose checks are held until they are given. */
function heldProposal() {
  const held: { readonly area: Area; give: (found: CheckResponse) => void; signal: AbortSignal }[] = []
  const api = {
    check: ({ geometry }: { readonly geometry: Area }, signal: AbortSignal) =>
      new Promise<CheckResponse>((resolve) => held.push({ area: geometry, give: resolve, signal })),
  } as unknown as Api
  return { held, proposal: createProposal({ api, range: () => ({ from: null, to: null }) }) }
}
const found = (sha256: string) => ({ sha256 }) as CheckResponse
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a proposal while it is drawn', () => {
  it('is checked at each change, and only the last check counts', async () => {
    const { held, proposal } = heldProposal()
    proposal.draft.set(triangle(10))
    proposal.draft.set(triangle(11))
    expect(held.map(({ area, signal }) => [area, signal.aborted])).toEqual([
      [triangle(10), true],
      [triangle(11), false],
    ])
    held[1]!.give(found('second'))
    held[0]!.give(found('first'))
    await settled()
    expect(proposal.check.state.value.value?.found.sha256).toBe('second')
    expect(proposal.changed.value).toBe(false)
  })

  it('says that its figures are of another outline until the new ones have come', async () => {
    const { held, proposal } = heldProposal()
    proposal.draft.set(triangle(10))
    held[0]!.give(found('first'))
    await settled()
    expect(proposal.changed.value).toBe(false)
    proposal.draft.set(triangle(11))
    expect(proposal.changed.value).toBe(true)
    expect(proposal.check.state.value).toMatchObject({ phase: 'loading', value: { area: triangle(10) } })
    held[1]!.give(found('second'))
    await settled()
    expect(proposal.changed.value).toBe(false)
  })

  it('has no figures and nothing lit once its area is gone', async () => {
    const { held, proposal } = heldProposal()
    proposal.draft.set(triangle(10))
    held[0]!.give(found('first'))
    await settled()
    proposal.spotlight.keep('cameras')
    proposal.draft.undo()
    expect(proposal.check.state.value.value).toBeNull()
    expect(proposal.spotlight.lit.value).toBeNull()
  })
})
