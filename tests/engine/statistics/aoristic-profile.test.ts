import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToProfile, profileRows } from '../../../server/engine/statistics/aoristic-profile.ts'
import { APPORTION_UNITS } from '../../../server/engine/snapshot/compile-filter.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { STOCKHOLM } from '../../support/cities/make-columns.ts'

const local = (month: number, day: number, hour = 0, minute = 0) =>
  fromLocal(STOCKHOLM, 2024, month, day, hour, minute)

function profileOf(fromMinute: number, toMinute: number, weight = 1): readonly (readonly number[])[] {
  const profile = new Float64Array(168)
  addToProfile(profile, STOCKHOLM, { fromMinute, toMinute, weight })
  return profileRows(profile)
}

describe('the aoristic profile', () => {
  it('spreads an incident by the minutes that lie in each hour', () => {
    const friday = profileOf(local(1, 5, 20, 30), local(1, 5, 22, 30))[4]!
    expect(friday.slice(20, 23)).toEqual([0.25, 0.5, 0.25])
  })

  it('puts an incident without an end into its first hour, never at a midpoint', () => {
    expect(profileOf(local(1, 5, 20, 30), local(1, 5, 20, 30))[4]![20]).toBe(1)
  })

  it('gives every hour of the week 1/168 of an interval of a week or more', () => {
    for (const row of profileOf(local(2, 1), local(3, 1))) {
      for (const share of row) expect(share).toBeCloseTo(0.00595, 5)
    }
  })

  it('gives the repeated hour both its parts and the skipped hour none', () => {
    const autumn = profileOf(local(10, 27), local(10, 27, 6))[6]!
    expect(autumn[2]).toBeCloseTo(2 / 7, 5)
    expect(autumn[1]).toBeCloseTo(1 / 7, 5)
    const spring = profileOf(local(3, 31), local(3, 31, 6))[6]!
    expect(spring[2]).toBe(0)
    expect(spring[3]).toBeCloseTo(1 / 5, 5)
  })

  it('always adds up to the incident’s weight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: local(1, 1), max: local(12, 31) }),
        fc.integer({ min: 0, max: 12_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (fromMinute, length, weight) => {
          const profile = new Float64Array(168)
          addToProfile(profile, STOCKHOLM, { fromMinute, toMinute: fromMinute + length, weight })
          expect(profile.reduce((sum, part) => sum + part)).toBe(weight * APPORTION_UNITS)
          expect(Math.min(...profile)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
