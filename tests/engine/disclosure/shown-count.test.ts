import { describe, expect, it } from 'vitest'
import {
  bandOf,
  rangeOfBand,
  rangeOfShown,
  shownCount,
} from '../../../server/engine/disclosure/shown-count.ts'

describe('a released count', () => {
  it('is hidden as few up to four, zero included, else the nearest multiple of five', () => {
    const counts = [0, 1, 4, 5, 7, 8, 12, 13, 17, 18, 100, 102, 103]
    expect(counts.map(shownCount)).toEqual(['few', 'few', 'few', 5, 5, 10, 10, 15, 15, 20, 100, 100, 105])
  })

  it('implies exactly the range of counts that are released alike', () => {
    const counts = Array.from({ length: 60 }, (_, count) => count)
    for (const count of counts) {
      const { low, high } = rangeOfShown(shownCount(count))
      const alike = counts.filter((other) => shownCount(other) === shownCount(count))
      expect([low, high], `${count}`).toEqual([alike[0], count < 58 ? alike.at(-1) : 62])
    }
  })

  it('implies nothing when it is withheld', () => {
    expect(rangeOfShown('withheld')).toEqual({ low: 0, high: Infinity })
  })
})

describe('a cell', () => {
  const cell = { count: 10, positions: 5, largest: 5, people: 100 }
  it.each([
    ['b10', {}],
    ['b10', { count: 24 }],
    ['b25', { count: 25 }],
    ['b25', { count: 49 }],
    ['b50', { count: 50 }],
    ['not-shown', { count: 9, largest: 4 }],
    ['not-shown', { positions: 4 }],
    ['not-shown', { largest: 6 }],
    ['not-shown', { count: 11, largest: 6 }],
    ['not-shown', { people: 99 }],
  ] as const)('is %s with %o', (band, facts) => {
    expect(bandOf({ ...cell, ...facts })).toBe(band)
  })

  it('implies the range of its band, and nothing when it is not shown', () => {
    expect((['b10', 'b25', 'b50', 'not-shown'] as const).map(rangeOfBand)).toEqual([
      { low: 10, high: 24 },
      { low: 25, high: 49 },
      { low: 50, high: Infinity },
      { low: 0, high: Infinity },
    ])
  })
})
