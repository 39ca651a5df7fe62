const C1 = 0x239b961b
const C2 = 0xab0e9789
const C3 = 0x38b34ae5
const C4 = 0xa1e38b93

/**
 * MurmurHash3 x86 128 (Austin Appleby 2011, public domain): four 32-bit words into `out`.
 *
 * @param words the bytes as little-endian words; bytes of the last word beyond `byteLength` are ignored
 * @param byteLength number of bytes that count, ≤ 4 × words.length
 * @param out receives the hash; at least four words
 */
export function murmurHash128(words: Uint32Array, byteLength: number, seed: number, out: Uint32Array): void {
  let h1 = seed | 0
  let h2 = seed | 0
  let h3 = seed | 0
  let h4 = seed | 0
  const blocks = byteLength >>> 4
  for (let block = 0; block < blocks; block++) {
    const at = block * 4
    h1 = rotate(h1 ^ mix(words[at]!, C1, 15, C2), 19)
    h1 = (Math.imul((h1 + h2) | 0, 5) + 0x561ccd1b) | 0
    h2 = rotate(h2 ^ mix(words[at + 1]!, C2, 16, C3), 17)
    h2 = (Math.imul((h2 + h3) | 0, 5) + 0x0bcaa747) | 0
    h3 = rotate(h3 ^ mix(words[at + 2]!, C3, 17, C4), 15)
    h3 = (Math.imul((h3 + h4) | 0, 5) + 0x96cd1c35) | 0
    h4 = rotate(h4 ^ mix(words[at + 3]!, C4, 18, C1), 13)
    h4 = (Math.imul((h4 + h1) | 0, 5) + 0x32ac3b17) | 0
  }
  const rest = byteLength & 15
  const at = blocks * 4
  if (rest > 12) h4 ^= mix(firstBytes(words[at + 3]!, rest - 12), C4, 18, C1)
  if (rest > 8) h3 ^= mix(firstBytes(words[at + 2]!, rest - 8), C3, 17, C4)
  if (rest > 4) h2 ^= mix(firstBytes(words[at + 1]!, rest - 4), C2, 16, C3)
  if (rest > 0) h1 ^= mix(firstBytes(words[at]!, rest), C1, 15, C2)
  finish(h1 ^ byteLength, h2 ^ byteLength, h3 ^ byteLength, h4 ^ byteLength, out)
}

function mix(word: number, before: number, turn: number, after: number): number {
  return Math.imul(rotate(Math.imul(word, before), turn), after)
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

function firstBytes(word: number, bytes: number): number {
  return bytes >= 4 ? word : word & ((1 << (bytes * 8)) - 1)
}

function finish(a: number, b: number, c: number, d: number, out: Uint32Array): void {
  let h1 = (a + b + c + d) | 0
  let h2 = (b + h1) | 0
  let h3 = (c + h1) | 0
  let h4 = (d + h1) | 0
  h1 = avalanche(h1)
  h2 = avalanche(h2)
  h3 = avalanche(h3)
  h4 = avalanche(h4)
  h1 = (h1 + h2 + h3 + h4) | 0
  out[0] = h1
  out[1] = h2 + h1
  out[2] = h3 + h1
  out[3] = h4 + h1
}

function avalanche(word: number): number {
  let h = word ^ (word >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}
