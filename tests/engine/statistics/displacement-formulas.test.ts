import { describe, expect, it } from 'vitest'
import {
  displacementDifference,
  displacementQuotient,
  relativeEffect,
} from '../../../server/engine/statistics/displacement-formulas.ts'

const of = (before: number, after: number) => ({ before, after })
/** Wheeler & Ratcliffe 2018, table 2. */
const PUBLISHED = {
  treated: of(207, 110),
  control: of(308, 318),
  displacement: of(178, 157),
  displacementControl: of(150, 140),
}

describe('the published formulas of displacement', () => {
  it('give the weighted displacement difference of the published examples', () => {
    const small = displacementDifference({ treated: of(20, 10), control: of(20, 20) })
    expect(small.difference).toBe(-10)
    expect(small.standardError).toBeCloseTo(8.3666, 4)
    expect(small.z).toBeCloseTo(-1.19523, 5)
    const large = displacementDifference(PUBLISHED)
    expect(large.difference).toBe(-118)
    expect(large.standardError).toBeCloseTo(Math.sqrt(1568), 10)
    expect(large.z).toBeCloseTo(-2.98, 2)
    expect(Math.round(large.interval.low)).toBe(-196)
    expect(Math.round(large.interval.high)).toBe(-40)
  })

  it('divide counts of unequal periods by their lengths', () => {
    const unequal = displacementDifference({ treated: of(80, 20), control: of(100, 50) }, [2, 1])
    expect(unequal.difference).toBe(-20)
    expect(unequal.standardError).toBeCloseTo(Math.sqrt(115), 10)
  })

  it('give the relative effect size and the displacement quotient of the published counts', () => {
    const effect = relativeEffect(PUBLISHED)!
    expect(effect.ratio).toBeCloseTo(1.942916, 6)
    expect(effect.interval.low).toBeCloseTo(1.4694, 4)
    expect(effect.interval.high).toBeCloseTo(2.569, 4)
    expect(displacementQuotient(PUBLISHED)).toBeCloseTo(0.258186, 6)
  })

  it('give null for a count of 0 and a treated area that did not improve', () => {
    expect(relativeEffect({ treated: of(10, 0), control: of(10, 10) })).toBeNull()
    const worse = { ...PUBLISHED, treated: of(100, 140) }
    expect(displacementQuotient(worse)).toBeNull()
    expect(displacementQuotient({ ...PUBLISHED, control: of(0, 10) })).toBeNull()
  })
})
