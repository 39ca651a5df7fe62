import { binomialDensity, poissonDensity } from './densities.ts'
import { betaTails } from './incomplete-beta.ts'
import { gammaTails } from './incomplete-gamma.ts'
import { logGamma } from './log-gamma.ts'
import { roughNormalQuantile } from './normal.ts'
import { solveTail } from './solve-tail.ts'

const EXPANSION_FROM = 10

/** Which tail of a distribution holds the probability. */
export type Tail = 'lower' | 'upper'

/**
 * The x at which the lower tail P(a, x), or the upper tail Q(a, x), is p.
 *
 * @param a shape, > 0
 * @param p 0 < p < 1
 */
export function gammaQuantile(tail: Tail, a: number, p: number): number {
  const start = firstGuess(a, tail === 'lower' ? p : 1 - p)
  const logX = solveTail(p, Math.log(start), (t) => {
    const x = Math.exp(t)
    const [lower, upper] = gammaTails(a, x)
    const slope = a * poissonDensity(a, x)
    return tail === 'lower' ? [lower, slope] : [upper, -slope]
  })
  return Math.exp(logX)
}

/**
 * A first guess: for large shapes the expansion of Cornish & Fisher as Goldberg & Levine (1946) give it for χ², good to
 * 1e-5 at a = 20 and 1e-9 at a = 400; else Wilson & Hilferty (1931); for small shapes the leading term of the series.
 */
function firstGuess(a: number, p: number): number {
  const z = roughNormalQuantile(p)
  if (a >= EXPANSION_FROM && Math.abs(z) < 3) return expansion(a, z)
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  if (a > 0.5 && root > 0.2) return a * root ** 3
  return Math.max(Number.MIN_VALUE, Math.exp((Math.log(p) + logGamma(a + 1)) / a))
}

function expansion(a: number, z: number): number {
  const freedom = 2 * a
  const root = Math.sqrt(2 * freedom)
  const square = z * z
  return (
    (freedom +
      root * z +
      (2 / 3) * (square - 1) +
      (z * (square - 7)) / (9 * root) -
      (6 * square * square + 14 * square - 32) / (405 * freedom) +
      (z * (9 * square * square + 256 * square - 433)) / (2430 * root * freedom)) /
    2
  )
}

/**
 * The x at which the lower tail I(x; a, b), or the upper tail, is p.
 *
 * @param a, b shapes, > 0
 * @param p 0 < p < 1
 */
export function betaQuantile(tail: Tail, a: number, b: number, p: number): number {
  const logit = solveTail(p, Math.log(a / b), (t) => {
    const x = 1 / (1 + Math.exp(-t))
    const complement = 1 / (1 + Math.exp(t))
    const [lower, upper] = betaTails(a, b, x, complement)
    const slope = ((a * b) / (a + b)) * binomialDensity(a, b, x, complement)
    return tail === 'lower' ? [lower, slope] : [upper, -slope]
  })
  return 1 / (1 + Math.exp(-logit))
}
