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
    // Of 36 of 39 placebos L = m = 0, so τ² is 0 but for its standard error; with one baseline there is no slope, and
    // the median's squared error is π/2 · (u + τ²)/D, with u = 1/100.5 + 1/200.5.
    const u = 1 / 100.5 + 1 / 200.5
    const between = (2.33 * u) / Math.sqrt(25)
    expect(found.between).toBeCloseTo(between + ((Math.PI / 2) * (u + between)) / 25, 12)
    expect(found.difference).toBeCloseTo(Math.log(60.5 / 100.5), 12)
    const t = (after: number) =>
      Math.log((after + 0.5) / 100.5) / Math.sqrt(1 / (after + 0.5) + 1 / 200.5 + between)
    // |t|: 3.9 of 50, 6.4 of 200, 2.9 of 150; the place's own 2.8: three of 39 are as large.
    expect(found.p).toBeCloseTo(4 / 40, 12)
    // Rank ⌈0.95 · 40⌉ = 38 of 39, ascending: that of 50.
    expect(found.critical).toBeCloseTo(Math.abs(t(50)), 12)
    const spread = Math.sqrt(1 / 60.5 + 1 / 200.5 + found.between)
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

  it('expects of a busy place what quiet ones would do at its baseline', () => {
    // Placebos that fell by 30/b each, as where busier places are rarer: a place of 1,000 is expected to fall by 3 %.
    const placebos = Array.from({ length: 100 }, (_, k) => {
      const before = 60 + 2 * k
      return { before, after: (before / 2 + 0.5) * Math.exp(0.01 - 30 / (before + 0.5)) - 0.5 }
    })
    const place = { before: 1000, after: 500.5 * Math.exp(0.01 - 30 / 1000.5) - 0.5 }
    const found = compareWithPlacebos(place, placebos, { baselines: 2, disjoint: 40 })
    expect(found.median).toBeCloseTo(0.01 - 30 / 1000.5, 9)
    expect(found.ratio).toBeCloseTo(1, 9)
    // Without it, their median fall of a fifth would be taken for the place's, which would have risen more.
    expect(found.interval.low).toBeLessThan(1)
  })

  it('holds 1 in the interval exactly where p is above 5 %', () => {
    const random = seededRandom(5)
    const counts = () => ({ before: 60 + Math.floor(random() * 200), after: 20 + Math.floor(random() * 140) })
    for (let city = 0; city < 200; city++) {
      const { interval, p } = compareWithPlacebos(counts(), Array.from({ length: 60 }, counts), {
        baselines: 2,
        disjoint: 30,
      })
      expect(interval.low <= 1 && interval.high >= 1).toBe(p > 0.05)
    }
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
