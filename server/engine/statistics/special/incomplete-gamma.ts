import { poissonDensity } from './densities.ts'

const TINY = 1e-300
const EPSILON = 2 ** -53

/** A distribution function and its complement; the smaller one is accurate in itself, not by subtraction. */
export type Tails = readonly [lower: number, upper: number]

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, to about 1e-13 relative (the smaller of them).
 *
 * Series below x = a + 1, Lentz's continued fraction above (DLMF 8.7.1, 8.9.2). Takes about 8·√a steps where x ≈ a.
 *
 * @param a ≥ 0; P(0, x) is 1
 * @param x ≥ 0
 */
export function gammaTails(a: number, x: number): Tails {
  if (Number.isNaN(a + x)) return [Number.NaN, Number.NaN]
  if (a === 0 || x === Infinity) return [1, 0]
  if (x === 0) return [0, 1]
  const density = poissonDensity(a, x)
  if (x < a + 1) {
    const lower = density === 0 ? 0 : Math.min(1, density * lowerSeries(a, x))
    return [lower, 1 - lower]
  }
  const upper = density === 0 ? 0 : Math.min(1, density * a * upperFraction(a, x))
  return [1 - upper, upper]
}

function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * EPSILON; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let k = 1; ; k++) {
    const numerator = -k * (k - a)
    b += 2
    d = 1 / nonZero(numerator * d + b)
    c = nonZero(b + numerator / c)
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) <= 2 * EPSILON) return value
  }
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
