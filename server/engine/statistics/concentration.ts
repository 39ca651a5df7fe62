import { CELL_CLASSES, type CellClass } from './surface-types.ts'
import { garwoodInterval, poissonTwoSided } from './poisson.ts'
import type { Interval } from './interval.ts'

/** Level of the false discovery rate that classes rest on. */
export const ALPHA = 0.05
/** Below this many incidents, observed and expected, the class is `few`. */
const FEW = 5

/** Observed incidents of a neighbourhood against an even spread. */
export interface Concentration {
  /** Observed / expected. */
  readonly ratio: number
  /** 95 % interval of the ratio. */
  readonly low: number
  readonly high: number
  /** Two-sided Poisson p. */
  readonly p: number
}

const NO_RATIO: Concentration = { ratio: Number.NaN, low: Number.NaN, high: Number.NaN, p: 1 }

/**
 * Measures neighbourhoods of one map: ratio S/E with Garwood's interval and the two-sided Poisson p. Where nothing
 * can be expected (E = 0) the figures are NaN and p is 1.
 *
 * Intervals depend on S alone and most cells of a map share a few (S, E), so both are cached for the life of the
 * measure: make one for each map.
 */
export function createConcentrationMeasure(): (sum: number, expected: number) => Concentration {
  const intervals = new Map<number, Interval>()
  const byExpected = new Map<number, Map<number, Concentration>>()
  return (sum, expected) => {
    if (!(expected > 0)) return NO_RATIO
    let bySum = byExpected.get(expected)
    if (bySum === undefined) byExpected.set(expected, (bySum = new Map()))
    const known = bySum.get(sum)
    if (known !== undefined) return known
    let interval = intervals.get(sum)
    if (interval === undefined) intervals.set(sum, (interval = garwoodInterval(sum)))
    const measured = {
      ratio: sum / expected,
      low: interval.low / expected,
      high: interval.high / expected,
      p: poissonTwoSided(sum, expected),
    }
    bySum.set(sum, measured)
    return measured
  }
}

/**
 * The class of a cell, as its position in CELL_CLASSES. Every class but `even` and `few` needs q ≤ 0.05, so that on
 * pure noise at most one map in twenty has any; the ratio's interval then gives the degree.
 *
 * @param q adjusted over the whole population of cells
 */
export function classOf(
  sum: number,
  expected: number,
  { ratio, low, high }: Concentration,
  q: number,
): number {
  return CODE[nameOf(sum, expected, ratio, low, high, q)]
}

function nameOf(
  sum: number,
  expected: number,
  ratio: number,
  low: number,
  high: number,
  q: number,
): CellClass {
  if (Number.isNaN(ratio) || (sum < FEW && expected < FEW)) return 'few'
  if (q > ALPHA) return 'even'
  if (low >= 4) return 'high4'
  if (low >= 2) return 'high2'
  if (high <= 0.5) return 'below2'
  return ratio > 1 ? 'above' : 'below'
}

const CODE = Object.fromEntries(CELL_CLASSES.map((name, code) => [name, code])) as Record<CellClass, number>
