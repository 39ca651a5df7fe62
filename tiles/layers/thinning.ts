/**
 * A scrambled id: different ids give different values, and the lowest values are spread evenly over all ids
 * (finaliser of MurmurHash3, Appleby 2011; a bijection of 32 bits).
 */
export function scrambleId(id: number): number {
  let hash = id
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * The scrambled value below which `limit` of the ids lie, so that thinning by it keeps the same incidents whenever
 * and wherever it is done; 2^32 when there are no more than `limit`.
 *
 * @param ids unique, at least `count` entries
 */
export function thinningThreshold(ids: Uint32Array, count: number, limit: number): number {
  if (count <= limit) return 2 ** 32
  const counts = new Uint32Array(1 << 16)
  for (let position = 0; position < count; position++) counts[scrambleId(ids[position]!) >>> 16]!++
  let below = 0
  let bucket = 0
  while (below + counts[bucket]! <= limit) below += counts[bucket++]!
  const last: number[] = []
  for (let position = 0; position < count; position++) {
    const hash = scrambleId(ids[position]!)
    if (hash >>> 16 === bucket) last.push(hash)
  }
  last.sort((a, b) => a - b)
  return last[limit - below]!
}
