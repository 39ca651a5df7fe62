/** A sum of atoms: what one released figure adds up. Atoms in `minus` count against it. */
export interface Sum {
  readonly plus: readonly number[]
  readonly minus: readonly number[]
}

/**
 * What a reader of everything released knows: unknown whole numbers ≥ 0 (atoms), and sums of them with bounds, low ≤
 * Σ plus − Σ minus ≤ high. Bounds may be loosened while a system is worked on, never tightened.
 */
export interface SumSystem {
  readonly atoms: number
  readonly sums: readonly Sum[]
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Which sums hold an atom: entries `start[a]` … `start[a + 1] − 1` of the columns. */
export interface Membership {
  readonly start: Int32Array
  readonly sum: Int32Array
  /** +1 or −1. */
  readonly sign: Int8Array
}

/** True when a sum has no bounds. */
export function isFree({ low, high }: SumSystem, sum: number): boolean {
  return low[sum]! <= 0 && high[sum] === Infinity
}

/** The sums of every atom. */
export function membershipOf({ atoms, sums }: SumSystem): Membership {
  const start = new Int32Array(atoms + 1)
  for (const { plus, minus } of sums) {
    for (const atom of plus) start[atom + 1]!++
    for (const atom of minus) start[atom + 1]!++
  }
  for (let atom = 0; atom < atoms; atom++) start[atom + 1]! += start[atom]!
  const next = start.slice()
  const sum = new Int32Array(start[atoms]!)
  const sign = new Int8Array(start[atoms]!)
  sums.forEach(({ plus, minus }, at) => {
    for (const atom of plus) {
      sum[next[atom]!] = at
      sign[next[atom]!++] = 1
    }
    for (const atom of minus) {
      sum[next[atom]!] = at
      sign[next[atom]!++] = -1
    }
  })
  return { start, sum, sign }
}
