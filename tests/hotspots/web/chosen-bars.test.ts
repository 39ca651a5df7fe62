import { describe, expect, it } from 'vitest'
import { chosenBars, movedBars } from '../../../web/hotspots/months/chosen-bars.ts'

const PERIODS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((from, k) => ({
  from,
  to: `2026-0${k + 2}-01`,
  incidents: k,
}))

describe('the bars of a period', () => {
  it('are those that it touches, its last day not included', () => {
    expect(chosenBars(PERIODS, { from: '2026-02-01', to: '2026-04-01' })).toEqual({ first: 1, last: 2 })
    expect(chosenBars(PERIODS, { from: '2026-01-31', to: '2026-02-02' })).toEqual({ first: 0, last: 1 })
  })

  it('are all without a period, and none outside what was counted', () => {
    expect(chosenBars(PERIODS, { from: null, to: null })).toEqual({ first: 0, last: 3 })
    expect(chosenBars(PERIODS, { from: '2027-01-01', to: '2028-01-01' })).toBeNull()
    expect(chosenBars(PERIODS, { from: '2024-01-01', to: '2025-01-01' })).toBeNull()
  })

  it('move together and stop at either end', () => {
    expect(movedBars({ first: 1, last: 2 }, 1, 4)).toEqual({ first: 2, last: 3 })
    expect(movedBars({ first: 2, last: 3 }, 1, 4)).toEqual({ first: 2, last: 3 })
    expect(movedBars({ first: 1, last: 2 }, -5, 4)).toEqual({ first: 0, last: 1 })
  })
})
