import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../server/checks/contract.ts'
import { subjectsOf } from '../../../web/checks/map-subjects.ts'

const zones = [0, 1, 2].map((zone) => ({ zone }))
const evidence = {
  zones,
  counts: [
    { id: 'count-people-0', zone: 0 },
    { id: 'count-people-1', zone: 1 },
  ],
  ranks: [{ id: 'rank-people' }],
  cells: [{ id: 'cell-people-3-4' }, { id: 'cell-order-3-4' }],
  profiles: [{ id: 'profile-people' }],
  cameras: {
    id: 'cameras',
    cameras: [
      { id: 7, zone: 0 },
      { id: 9, zone: 2 },
    ],
  },
  patrols: [{ id: 'patrol-2', zoneId: 2 }],
  touches: [
    { id: 'touch-areas-11', layer: 'areas', featureId: 11 },
    { id: 'touch-focus-areas-11', layer: 'focus-areas', featureId: 11 },
  ],
} as unknown as Evidence

const of = (...named: readonly string[]) => subjectsOf({ evidence: named }, evidence)
const NOTHING = { zones: [], cells: [], features: {} }

describe('what a finding speaks of on the map', () => {
  it.each([
    ['the zone of a count', ['count-people-1'], { ...NOTHING, zones: [1] }],
    ['the site, for its place among others', ['rank-people'], { ...NOTHING, zones: [0] }],
    ['the site and its first ring, for hours', ['profile-people'], { ...NOTHING, zones: [0, 1] }],
    ['the cell of its group alone', ['cell-people-3-4'], { ...NOTHING, cells: ['cell-people-3-4'] }],
    [
      'cameras with their views',
      ['cameras'],
      { ...NOTHING, features: { cameras: [7, 9], 'camera-views': [7, 9] } },
    ],
    ['a permit area of guards', ['patrol-2'], { ...NOTHING, features: { 'patrol-zones': [2] } }],
    [
      'an area of its own layer, whatever other layer has the same number',
      ['touch-focus-areas-11'],
      { ...NOTHING, features: { 'focus-areas': [11] } },
    ],
    ['the site, where it names no evidence', [], { ...NOTHING, zones: [0] }],
  ])('is %s', (_, named, subjects) => {
    expect(of(...named)).toEqual(subjects)
  })

  it('is everywhere that no camera was found', () => {
    const without = { ...evidence, cameras: { ...evidence.cameras, cameras: [] } }
    expect(subjectsOf({ evidence: ['cameras'] }, without)).toEqual({ ...NOTHING, zones: [0, 1, 2] })
  })
})
