import { solveTail } from './solve-tail.ts'
import { gammaTails } from './incomplete-gamma.ts'

/** P(Z ≤ z) of the standard normal, accurate in both tails: Φ(z) = ½ Q(½, z²/2) for z < 0 (DLMF 7.11.2). */
export function normalLower(z: number): number {
  const half = twoSidedNormal(z) / 2
  return z < 0 ? half : 1 - half
}

/** P(|Z| ≥ |z|) of the standard normal, accurate for any z. */
export function twoSidedNormal(z: number): number {
  return gammaTails(0.5, (z * z) / 2)[1]
}

/**
 * The z below which a share p of the standard normal lies.
 *
 * @param p 0 < p < 1; down to 1e-300 without loss
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0.5) return 0
  return solveTail(p, roughNormalQuantile(p), (z) => [
    normalLower(z),
    Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI),
  ])
}

/** The normal quantile to 4.5e-4, as a cheap start of an iteration (Hastings 1955, in Abramowitz & Stegun 26.2.23). */
export function roughNormalQuantile(p: number): number {
  if (p > 0.5) return -roughNormalQuantile(1 - p)
  const t = Math.sqrt(-2 * Math.log(p))
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328)
  return numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
}
