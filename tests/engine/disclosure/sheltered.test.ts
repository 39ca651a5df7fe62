import { describe, expect, it } from 'vitest'
import { createShelter } from '../../../server/engine/disclosure/sheltered.ts'
import { type ContextKind, PREMISES_KINDS } from '../../../server/engine/snapshot/features.ts'

const point = (kind: ContextKind) => ({ kind, planar: { type: 'Point' as const, coordinates: [1000, 1000] } })
const isNear = (kind: ContextKind, metresEast: number) =>
  createShelter([point(kind)])(100_000 + metresEast * 100, 100_000)

describe('premises', () => {
  it.each(PREMISES_KINDS)('of kind %s shelter positions within fifty metres', (kind) => {
    expect([0, 49, 52].map((metres) => isNear(kind, metres))).toEqual([true, true, false])
  })

  it('do not include stations, houses or lamps', () => {
    for (const kind of ['station', 'building', 'lamp', 'place_name'] as const) {
      expect(isNear(kind, 0)).toBe(false)
    }
  })

  it('given by their outline shelter its inside and fifty metres around it', () => {
    const ring = [
      [0, 0],
      [1200, 0],
      [1200, 900],
      [0, 900],
      [0, 0],
    ]
    const near = createShelter([{ kind: 'clinic', planar: { type: 'Polygon', coordinates: [ring] } }])
    expect([near(60_000, 45_000), near(124_900, 45_000), near(125_200, 45_000)]).toEqual([true, true, false])
  })
})
