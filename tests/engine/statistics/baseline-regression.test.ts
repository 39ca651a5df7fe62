import { describe, expect, it } from 'vitest'
import { baselineRegression } from '../../../server/engine/statistics/baseline-regression.ts'

/** Baselines with 1/(b + ½) = 0.01, 0.02 and 0.03. */
const BEFORES = [99.5, 49.5, 1 / 0.03 - 0.5]

describe('the regression of log ratios on baselines', () => {
  it('has the line and the error computed by hand', () => {
    const regression = baselineRegression({
      logs: Float64Array.of(0.1, -0.1, -0.3),
      befores: Float64Array.from(BEFORES),
      weights: Float64Array.of(50, 50, 50),
      disjoint: 1.5,
    })
    // Slope −20, level 0.3: at b → ∞ it is 0.3, at 1/(b + ½) = 0.04 it is −0.5.
    expect(regression.expectedAt(24.5)).toBeCloseTo(-0.5, 12)
    // N/D = 2; Σw = 150; Σw(x − x̄)² = 50 · 2 · 0.01² = 0.01; (0.04 − 0.02)² / 0.01 = 0.04.
    expect(regression.errorAt(24.5)).toBeCloseTo(2 * (Math.PI / 2 / 150 + 0.04), 12)
  })

  it('has no rising slope, as the falls of a few busy places would make it', () => {
    const regression = baselineRegression({
      logs: Float64Array.of(-0.3, -0.1, 0.1),
      befores: Float64Array.from(BEFORES),
      weights: Float64Array.of(50, 50, 50),
      disjoint: 1.5,
    })
    expect(regression.expectedAt(24.5)).toBe(-0.1)
    expect(regression.expectedAt(2000)).toBe(-0.1)
  })

  it('has no slope among places of one baseline, and the median as its level, whatever one place did', () => {
    const regression = baselineRegression({
      logs: Float64Array.of(0.1, 0.1, 9, 0, 0.1),
      befores: new Float64Array(5).fill(70),
      weights: new Float64Array(5).fill(3),
      disjoint: 5,
    })
    expect(regression.expectedAt(2000)).toBe(0.1)
    expect(regression.errorAt(2000)).toBeCloseTo(Math.PI / 2 / 15, 12)
  })
})
