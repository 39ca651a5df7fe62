import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaTails } from '../../../../server/engine/statistics/special/incomplete-beta.ts'
import { gammaTails } from '../../../../server/engine/statistics/special/incomplete-gamma.ts'
import { logGamma } from '../../../../server/engine/statistics/special/log-gamma.ts'
import {
  normalLower,
  normalQuantile,
  twoSidedNormal,
} from '../../../../server/engine/statistics/special/normal.ts'
import { betaQuantile, gammaQuantile } from '../../../../server/engine/statistics/special/quantiles.ts'
import {
  BETA_QUANTILES,
  BETA_TAILS,
  GAMMA_QUANTILES,
  GAMMA_TAILS,
  LOG_GAMMA,
  NORMAL_LOWER,
  NORMAL_QUANTILES,
} from '../../../fixtures/special-functions.ts'

const DIGITS = 1e-10

/** Relative error; the known value may be 0, or too small for a double. */
function error(value: number, known: number): number {
  return known === 0 || value === known ? Math.abs(value - known) : Math.abs(value / known - 1)
}

/** The smaller of two tails is held to relative accuracy, the larger one follows from it. */
function expectTails(found: readonly [number, number], lower: number, upper: number): void {
  const [value, known] = lower < upper ? [found[0], lower] : [found[1], upper]
  expect(error(value, known)).toBeLessThan(DIGITS)
  expect(found[0] + found[1]).toBeCloseTo(1, 14)
}

describe('the special functions', () => {
  it.each(LOG_GAMMA)('ln Γ(%d) = %d', (x, known) => {
    expect(error(logGamma(x), known)).toBeLessThan(DIGITS)
  })

  it.each(GAMMA_TAILS)('incomplete gamma at a = %d, x = %d', (a, x, lower, upper) => {
    expectTails(gammaTails(a, x), lower, upper)
  })

  it.each(BETA_TAILS)('incomplete beta at a = %d, b = %d, x = %d', (a, b, x, lower, upper) => {
    expectTails(betaTails(a, b, x), lower, upper)
  })

  it.each(NORMAL_LOWER)('Φ(%d) = %d', (z, known) => {
    expect(error(normalLower(z), known)).toBeLessThan(DIGITS)
  })

  it.each(NORMAL_QUANTILES)('the share %d of the normal lies below %d', (p, known) => {
    expect(error(normalQuantile(p), known)).toBeLessThan(DIGITS)
  })

  it.each(GAMMA_QUANTILES)('the %s tail of Γ(%d) is %d at %d', (tail, a, p, known) => {
    expect(error(gammaQuantile(tail, a, p), known)).toBeLessThan(DIGITS)
  })

  it.each(BETA_QUANTILES)('the %s tail of B(%d, %d) is %d at %d', (tail, a, b, p, known) => {
    expect(error(betaQuantile(tail, a, b, p), known)).toBeLessThan(DIGITS)
  })

  it('invert the incomplete gamma function', () => {
    const shapes = fc.double({ min: 0.05, max: 5000, noNaN: true })
    const shares = fc.double({ min: 1e-6, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(shapes, shares, fc.constantFrom('lower' as const, 'upper' as const), (a, p, tail) => {
        const x = gammaQuantile(tail, a, p)
        expect(error(gammaTails(a, x)[tail === 'lower' ? 0 : 1], p)).toBeLessThan(1e-9)
      }),
    )
  })

  it('return NaN where there is no value', () => {
    expect(gammaTails(Number.NaN, 1)[0]).toBeNaN()
    expect(twoSidedNormal(Number.NaN)).toBeNaN()
    expect(twoSidedNormal(Infinity)).toBe(0)
    expect(betaTails(1, 2, Number.NaN)[1]).toBeNaN()
  })
})
