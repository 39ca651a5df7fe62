/**
 * Adjusted p-values by the step-up procedure of Benjamini & Hochberg (1995): q₍ₖ₎ = min over l ≥ k of p₍ₗ₎·m/l, at
 * most 1. Rejecting q ≤ α keeps the expected share of false discoveries at or below α.
 *
 * @param p one p-value a test, each within 0–1; NaN is not allowed
 * @returns one q a test, in the order of `p`
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const tests = p.length
  const sorted = p.slice().sort()
  const adjusted = new Float64Array(tests)
  let min = 1
  for (let rank = tests; rank >= 1; rank--) {
    min = Math.min(min, (sorted[rank - 1]! * tests) / rank)
    adjusted[rank - 1] = min
  }
  return p.map((value) => (value === 1 ? 1 : adjusted[firstAtLeast(sorted, value)]!))
}

/** Index of the first of some ascending values that is not below `value`. Equal p share one q, so any of them does. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
