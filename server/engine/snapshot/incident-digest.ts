import { murmurHash128 } from '../hashes/murmur-hash.ts'
import type { IncidentBatch } from './incident-batch.ts'

/** The content columns of a row: not its id, revision, source ordinal or anything derived. */
export type ContentColumns = Pick<
  IncidentBatch,
  | 'hashLow'
  | 'hashHigh'
  | 'xCm'
  | 'yCm'
  | 'fromMinute'
  | 'toMinute'
  | 'category'
  | 'flags'
  | 'place'
  | 'weight'
>

/** A sum of 128-bit hashes, mod 2^128, as four words, the least first. */
export type Digest = readonly [number, number, number, number]

/**
 * A digest over rows that does not depend on their order and supports removal: each row's content is hashed to 128
 * bits, and the hashes are added mod 2^128 (Bellare & Micciancio 1997, AdHash). Equal rows count as often as they
 * occur.
 */
export interface IncidentDigest {
  add(columns: ContentColumns, row: number): void
  subtract(columns: ContentColumns, row: number): void
  value(): Digest
}

const ROW_BYTES = 32
const SEED = 0x6c616765

/** A digest that begins with `start`, default that of no rows. */
export function createIncidentDigest(start: Digest = [0, 0, 0, 0]): IncidentDigest {
  const words = new Uint32Array(ROW_BYTES / 4)
  const hash = new Uint32Array(4)
  const sum = Uint32Array.from(start)
  const hashRow = (c: ContentColumns, row: number) => {
    words[0] = c.hashLow[row]!
    words[1] = c.hashHigh[row]!
    words[2] = c.xCm[row]!
    words[3] = c.yCm[row]!
    words[4] = c.fromMinute[row]!
    words[5] = c.toMinute[row]!
    words[6] = c.category[row]! | (c.flags[row]! << 8) | (c.place[row]! << 16)
    words[7] = c.weight[row]!
    murmurHash128(words, ROW_BYTES, SEED, hash)
  }
  return {
    add(columns, row) {
      hashRow(columns, row)
      let carry = 0
      for (let word = 0; word < 4; word++) {
        const total = sum[word]! + hash[word]! + carry
        sum[word] = total
        carry = total >= 2 ** 32 ? 1 : 0
      }
    },
    subtract(columns, row) {
      hashRow(columns, row)
      let borrow = 0
      for (let word = 0; word < 4; word++) {
        const rest = sum[word]! - hash[word]! - borrow
        sum[word] = rest
        borrow = rest < 0 ? 1 : 0
      }
    },
    value: () => [sum[0]!, sum[1]!, sum[2]!, sum[3]!],
  }
}
