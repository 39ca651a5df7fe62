import { stirlingError } from './log-gamma.ts'

const TWO_PI = 2 * Math.PI
const NEARLY_EQUAL = 0.1

/** The deviance a ln(a/m) + m − a ≥ 0 without cancellation where a ≈ m (Loader 2000). */
function deviance(a: number, m: number): number {
  if (Math.abs(a - m) >= NEARLY_EQUAL * (a + m)) return a * Math.log(a / m) + m - a
  const v = (a - m) / (a + m)
  const square = v * v
  let sum = (a - m) * v
  let term = 2 * a * v
  for (let k = 1; ; k++) {
    term *= square
    const next = sum + term / (2 * k + 1)
    if (next === sum) return sum
    sum = next
  }
}

/**
 * mᵃ e^−m / Γ(a + 1): the Poisson probability of a at mean m, for any a ≥ 0 (whole or not) and m > 0 (Loader 2000).
 */
export function poissonDensity(a: number, mean: number): number {
  if (a === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(a) - deviance(a, mean)) / Math.sqrt(TWO_PI * a)
}

/**
 * Γ(a+b+1) / (Γ(a+1) Γ(b+1)) · pᵃ (1−p)ᵇ: the binomial probability of a in a + b trials, for any a, b > 0 and
 * 0 < p < 1 (Loader 2000). The complement of p is given beside it, for accuracy near 1.
 */
export function binomialDensity(a: number, b: number, p: number, complement: number): number {
  const n = a + b
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * complement)
  return Math.exp(exponent) * Math.sqrt(n / (TWO_PI * a * b))
}
