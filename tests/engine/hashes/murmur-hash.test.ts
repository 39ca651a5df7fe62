import { describe, expect, it } from 'vitest'
import { murmurHash128 } from '../../../server/engine/hashes/murmur-hash.ts'

function hashBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(bytes.length / 16) * 4)
  new Uint8Array(words.buffer).set(bytes)
  const out = new Uint32Array(4)
  murmurHash128(words, bytes.length, seed, out)
  return new Uint8Array(out.buffer)
}

describe('MurmurHash3 x86 128', () => {
  it('gives the verification value that SMHasher publishes (0xB3ECE62A)', () => {
    const hashes = new Uint8Array(256 * 16)
    for (let n = 0; n < 256; n++) {
      const key = Uint8Array.from({ length: n }, (_, at) => at)
      hashes.set(hashBytes(key, 256 - n), n * 16)
    }
    const all = hashBytes(hashes, 0)
    expect(new DataView(all.buffer).getUint32(0, true)).toBe(0xb3ece62a)
  })
})
