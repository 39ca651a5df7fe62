import { describe, expect, it } from 'vitest'
import { stepSums } from '../../../server/engine/time/month-sums.ts'

const MONTHS = { first: 671, last: 678 } as const
const BY_MONTH = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)

describe('sums by step of months', () => {
  it('begin in January, take in a first step of which months are missing, and leave out one that has not ended', () => {
    expect(stepSums(BY_MONTH, MONTHS, 3)).toEqual([
      { first: 669, sum: 1 },
      { first: 672, sum: 9 },
      { first: 675, sum: 18 },
    ])
  })

  it('are the months themselves for steps of one', () => {
    expect(stepSums(BY_MONTH, MONTHS, 1).map(({ sum }) => sum)).toEqual([...BY_MONTH])
  })
})
