import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarseWeek } from '../../../server/engine/statistics/coarse-week.ts'

const DAY = 24
const week = (counts: readonly (readonly [hourOfWeek: number, count: number])[]) => {
  const hours = new Float64Array(168)
  for (const [hour, count] of counts) hours[hour]! += count
  return hours
}
const coarse = (hours: Float64Array) => coarseWeek({ hours: [hours], known: [0], unknown: [0] }).hours[0]!

describe('a week told by parts', () => {
  it('keeps the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(167), fc.nat(50)), { maxLength: 40 }), (counts) => {
        const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
        expect(sum(coarse(week(counts)))).toBeCloseTo(sum(week(counts)), 9)
      }),
    )
  })

  it('is the same wherever in its part of the week something fell', () => {
    const [monday, friday, saturday, sunday] = [0, 4 * DAY, 5 * DAY, 6 * DAY]
    const fell = (hour: number) => [...coarse(week([[hour, 1]]))]
    expect(fell(monday + 6)).toEqual(fell(friday + 13))
    expect(fell(monday + 22)).toEqual(fell(saturday + 5))
    expect(fell(saturday + 22)).toEqual(fell(monday + 5))
    expect(fell(saturday + 14)).toEqual(fell(sunday + 21))
    expect(fell(friday + 21)).not.toEqual(fell(friday + 22))
    expect(fell(friday + 14)).not.toEqual(fell(saturday + 14))
  })

  it('spreads a part over its hours: 40 of a weekday’s evening, 16 of a weekend’s', () => {
    expect(coarse(week([[14, 80]]))[15]).toBe(2)
    expect(coarse(week([[5 * DAY + 14, 80]]))[6 * DAY + 21]).toBe(5)
  })
})
