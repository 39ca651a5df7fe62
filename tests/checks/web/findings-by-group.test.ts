import { describe, expect, it } from 'vitest'
import type { Evidence, Finding } from '../../../server/checks/contract.ts'
import { findingsByGroup } from '../../../web/checks/findings-by-group.ts'

const finding = (id: string, ...evidence: readonly string[]): Finding => ({
  id,
  kind: 'change',
  sv: id,
  en: id,
  evidence,
  q: null,
  conclusive: true,
})

const rank = (id: string, group: string): Evidence['ranks'][number] => ({
  id,
  group,
  status: 'ok',
  places: 240,
  more: 18,
  placements: 9000,
  share: 0.075,
  interval: { low: 0.05, high: 0.11 },
  apart: true,
  whole: true,
  matchedOn: 'residents',
})

describe('findings by group', () => {
  it('are grouped by their evidence, in their original order', () => {
    const evidence = {
      findings: [
        finding('a', 'r1'),
        finding('b', 'r2'),
        finding('c', 'r1'),
        finding('d', 'cameras'),
        finding('e'),
      ],
      ranks: [rank('r1', 'people'), rank('r2', 'property')],
      counts: [],
      cells: [],
      profiles: [],
    }
    expect(
      findingsByGroup(evidence).map(({ group, findings }) => [group, findings.map(({ id }) => id)]),
    ).toEqual([
      ['people', ['a', 'c']],
      ['property', ['b']],
      [null, ['d', 'e']],
    ])
  })
})
