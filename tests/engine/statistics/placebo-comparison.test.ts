import { describe, expect, it } from 'vitest'
import { compareWithPlacebos, detectableFall } from '../../../server/engine/statistics/placebo-comparison.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'

const BASELINES = 2

describe('a place compared with places without the measure', () => {
  it('has the ratio, p and interval computed by hand from the formulas', () => {
    // Placebos whose counts are alike but for three, so that medians can be read off.
    const placebos = [
      ...Array.from({ length: 36 }, () => ({ before: 200, after: 100 })),
      { before: 200, after: 50 },
      { before: 200, after: 200 },
      { before: 200, after: 150 },
    ]
    const place = { before: 200, after: 60 }
    const found = compareWithPlacebos(place, placebos, { baselines: BASELINES, disjoint: 25 })
    expect(found.median).toBeCloseTo(Math.log(100.5 / 100.5), 12)
    expect(found.between).toBe(0)
    expect(found.difference).toBeCloseTo(Math.log(60.5 / 100.5), 12)
    const t = (after: number) => Math.log((after + 0.5) / 100.5) / Math.sqrt(1 / (after + 0.5) + 1 / 200.5)
    // |t|: 4.4 of 50, 8.1 of 200, 3.5 of 150; the place's own 3.4: three of 39 are as large.
    expect(found.p).toBeCloseTo(4 / 40, 12)
    // Rank ⌈0.95 · 40⌉ = 38 of 39, ascending: that of 50.
    expect(found.critical).toBeCloseTo(Math.abs(t(50)), 12)
    const spread = Math.sqrt(1 / 60.5 + 1 / 200.5)
    expect(found.interval.low).toBeCloseTo(Math.exp(found.difference - found.critical * spread), 12)
  })

  it('never has a p below 1 / (1 + disjoint places)', () => {
    const random = seededRandom(3)
    const placebos = Array.from({ length: 5000 }, () => ({
      before: 100 + Math.floor(random() * 5),
      after: 50 + Math.floor(random() * 5),
    }))
    const found = compareWithPlacebos({ before: 100, after: 0 }, placebos, { baselines: 2, disjoint: 30 })
    expect(found.p).toBe(1 / 31)
  })

  it('gives the smallest detectable fall: it satisfies the formula, a smaller one does not', () => {
    const terms = { baselines: 2, median: 0.1, between: 0.02, critical: 2.1 }
    for (const before of [40, 100, 400]) {
      const fall = detectableFall(before, terms)!
      const holds = (f: number) =>
        -Math.log(1 - f) >=
        (2.1 + 0.84) *
          Math.sqrt(1 / ((before / 2) * Math.exp(0.1) * (1 - f) + 0.5) + 1 / (before + 0.5) + 0.02)
      expect(holds(fall)).toBe(true)
      expect(holds(fall - 0.001)).toBe(false)
    }
  })

  it('detects smaller falls where counts are larger, near the prototype’s 71, 48 and 26 %', () => {
    const falls = [40, 100, 400].map(
      (before) => detectableFall(before, { baselines: 2, median: 0, between: 0, critical: 2 })!,
    )
    expect(falls[0]).toBeCloseTo(0.71, 1)
    expect(falls[1]).toBeCloseTo(0.48, 1)
    expect(falls[2]).toBeCloseTo(0.26, 1)
  })
})
