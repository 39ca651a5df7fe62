import { binomialDensity } from './densities.ts'
import type { Tails } from './incomplete-gamma.ts'

const TINY = 1e-300
const EPSILON = 2 ** -53

/**
 * The regularised incomplete beta function I(x; a, b) and its complement, to about 1e-13 relative (the smaller of
 * them), by Lentz's continued fraction (DLMF 8.17.22).
 *
 * @param a, b > 0
 * @param x 0 ≤ x ≤ 1
 * @param complement 1 − x, where the caller knows it better
 */
export function betaTails(a: number, b: number, x: number, complement: number = 1 - x): Tails {
  if (Number.isNaN(a + b + x)) return [Number.NaN, Number.NaN]
  if (x <= 0) return [0, 1]
  if (complement <= 0) return [1, 0]
  const density = binomialDensity(a, b, x, complement)
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, ((density * b) / (a + b)) * fraction(a, b, x))
    return [lower, 1 - lower]
  }
  const upper = Math.min(1, ((density * a) / (a + b)) * fraction(b, a, complement))
  return [1 - upper, upper]
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let k = 1; ; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    value *= c * d
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) <= 2 * EPSILON) return value
  }
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
