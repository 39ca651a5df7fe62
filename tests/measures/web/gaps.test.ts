import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../../web/measures/gaps.ts'
import type { PlaceWork } from '../../../web/measures/measure-calls.ts'

const work = (state: string): PlaceWork =>
  ({
    problems: [],
    evaluations: [],
    evidence: [],
    causes: [{ id: 1, why: 'Mörkt', state: 'supported' }],
    goals: [{ id: 2, what: 'Färre', dueOn: null, baseline: 12, indicatorKind: 'released' }],
    measures: [
      { title: 'Lampor', state, causeIds: [1], goalIds: [2], money: { amountSek: 1 } },
      { title: 'Vakter', state, causeIds: [], goalIds: [], money: null },
    ],
  }) as unknown as PlaceWork

describe('the gaps of a place', () => {
  it('are listed for decided measures, their goals and their causes', () => {
    expect(gapsOf(work('decided')).map(({ kind, title }) => `${title}: ${kind}`)).toEqual([
      'Vakter: no-cause',
      'Vakter: no-goal',
      'Vakter: no-money',
      'Färre: no-day',
      'Mörkt: no-evidence',
    ])
  })

  it('are not listed for proposed measures', () => {
    expect(gapsOf(work('proposed'))).toEqual([])
  })
})
