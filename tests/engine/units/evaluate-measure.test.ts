import { describe, expect, it } from 'vitest'
import { evaluateMeasure } from '../../../server/engine/units/evaluate-measure.ts'
import { calibrate } from '../../bench/evaluation-calibration.ts'
import { diskAt, insideCells, nullCity, sumOf } from '../../support/cities/null-city.ts'
import { denseIndex } from '../../../server/engine/lattice/lattice.ts'

const CITIES = 60
/** The count that a binomial of `CITIES` with a share exceeds once in a thousand. */
const upperCount = (share: number) => CITIES * share + 3.1 * Math.sqrt(CITIES * share * (1 - share)) + 0.5

/** A city, a busy disk of it, and its counts with a part of the disk's incidents taken away, or moved to the ring. */
function treatedCity(kept: number, moved: boolean) {
  const city = nullCity(11, 60, 'poisson')
  const { population: block, before, years } = city
  // An ordinary disk: without the treatment neither it nor its ring is significant, so that findings are the planted
  // ones.
  const isOrdinary = (at: number) => {
    const sum = sumOf(before, diskAt(block, at).site, block)
    if (sum <= 80 || sum >= 140) return false
    const periods = { before, after: years[2], baselines: 2 }
    const { comparison } = evaluateMeasure(diskAt(block, at), block, periods, [])
    const parts = [comparison!.site, comparison!.ring, comparison!.both]
    return parts.every(({ ratio }) => ratio > 0.9 && ratio < 1.1)
  }
  const treated = diskAt(block, insideCells(block).find(isOrdinary)!)
  const after = years[2].slice()
  let gone = 0
  for (const { i, j } of treated.site) {
    const at = denseIndex(block, i, j)
    const left = Math.round(after[at]! * kept)
    gone += after[at]! - left
    after[at] = left
  }
  const ring = treated.ring.map(({ i, j }) => denseIndex(block, i, j))
  for (let k = 0; moved && k < gone; k++) after[ring[k % ring.length]!]! += 1
  return { block, treated, periods: { before, after, baselines: 2 } }
}

describe('the evaluation of a measure', () => {
  it.each(['random', 'rose', 'busiest'] as const)(
    'finds no more falls than its level in untreated places chosen as %s',
    (choice) => {
      for (const family of ['poisson', 'overdispersed', 'autocorrelated'] as const) {
        const row = calibrate({ family, side: 40, choice }, CITIES)
        const allowed = choice === 'random' ? 0.05 : choice === 'rose' ? 0.075 : 0.1
        expect(row.falseFalls * row.compared).toBeLessThanOrEqual(upperCount(allowed))
        expect((1 - row.coverage) * row.compared).toBeLessThanOrEqual(upperCount(0.1))
      }
    },
    60_000,
  )

  it('finds a planted fall, without displacement into the ring', () => {
    const { block, treated, periods } = treatedCity(0.25, false)
    const { conclusion, comparison } = evaluateMeasure(treated, block, periods, [])
    expect(conclusion).toBe('fell-more')
    expect(comparison!.site.interval.low).toBeLessThan(0.3)
    expect(comparison!.site.interval.high).toBeLessThan(0.6)
    expect(comparison!.ring.interval.low).toBeLessThan(1)
    expect(comparison!.ring.interval.high).toBeGreaterThan(1)
  })

  it('shows a displaced fall as a rise in the ring, and both together as inconclusive', () => {
    const { block, treated, periods } = treatedCity(0.25, true)
    const { conclusion, comparison } = evaluateMeasure(treated, block, periods, [])
    expect(conclusion).toBe('fell-more')
    expect(comparison!.ring.ratio).toBeGreaterThan(1)
    expect(comparison!.both.interval.low).toBeLessThan(1)
    expect(comparison!.both.interval.high).toBeGreaterThan(1)
  })

  it('concludes too few for a baseline below 20, and no comparable places when there are none', () => {
    const { block, treated, periods } = treatedCity(1, false)
    const none = { ...periods, before: new Float64Array(periods.before.length) }
    expect(evaluateMeasure(treated, block, none, [])).toMatchObject({
      conclusion: 'too-few',
      comparison: null,
    })
    const small = { ...block, landArea: block.landArea.map((area, at) => (at < 12 * block.rows ? area : 0)) }
    const inSmall = diskAt(small, 6 * small.rows + 20)
    const busy = { ...periods, before: periods.before.map(() => 5) }
    expect(evaluateMeasure(inSmall, small, busy, [])).toMatchObject({
      conclusion: 'no-comparable-places',
      comparison: null,
    })
  })
})
