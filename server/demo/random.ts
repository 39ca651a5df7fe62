import { randomOfState } from '../engine/statistics/seeded-random.ts'

/** A stream of pseudo-random numbers: equal seeds give equal streams on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** A whole number, 0 ≤ n < count. */
  below(count: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Normal with mean 0 and standard deviation 1 (sum of twelve uniforms: no transcendental function involved). */
  normal(): number
  /** An independent stream: drawing from one does not shift the others. */
  fork(label: string): Random
}

/**
 * A seeded generator, its state filled from a hash of the seed.
 *
 * @param seed any text; labels of forks are appended to it
 */
export function createRandom(seed: string): Random {
  const next = randomOfState(...hashWords(seed))
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)]!,
    normal: () => {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += next()
      return sum
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  }
}

/** Three words from a text (FNV-1a with three offsets, each finished by the mixer of MurmurHash3). */
function hashWords(text: string): readonly [number, number, number] {
  return [hashWord(text, 0x811c9dc5), hashWord(text, 0x9e3779b9), hashWord(text, 0x243f6a88)]
}

function hashWord(text: string, offset: number): number {
  let hash = offset
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
