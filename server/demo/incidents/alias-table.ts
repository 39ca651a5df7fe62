import type { Random } from '../random.ts'

/** Draws an index with given odds in constant time. */
export interface AliasTable {
  readonly total: number
  draw(random: Random): number
}

/** The alias method (Walker 1977, Vose 1991). Weights are ≥ 0 and not all zero. */
export function createAliasTable(weights: ArrayLike<number>): AliasTable {
  const size = weights.length
  let total = 0
  for (let i = 0; i < size; i++) total += weights[i]!
  const share = Float64Array.from({ length: size }, (_, i) => (weights[i]! * size) / total)
  const other = new Uint32Array(size)
  const small: number[] = []
  const large: number[] = []
  for (let i = 0; i < size; i++) (share[i]! < 1 ? small : large).push(i)
  while (small.length > 0 && large.length > 0) {
    const [low, high] = [small.pop()!, large.at(-1)!]
    other[low] = high
    share[high] = share[high]! - (1 - share[low]!)
    if (share[high] < 1) small.push(large.pop()!)
  }
  for (const rest of [...small, ...large]) share[rest] = 1
  return {
    total,
    draw: (random) => {
      const at = random.next() * size
      const index = Math.floor(at)
      return at - index < share[index]! ? index : other[index]!
    },
  }
}
