import { describe, expect, it } from 'vitest'
import { sealedSha256 } from '../../server/reviews/review-seal.ts'

const EXPECTED = 'f9b234fe3638bdd7671503b81bda6e249f96aea7e0d8ca758c8f5ab13096de90'

describe('the public hash of a seal', () => {
  it('is SHA-256 of the salt’s bytes and the evidence', () => {
    // printf '\x00…\x0f' and 'abc' through sha256sum.
    const salt = '000102030405060708090a0b0c0d0e0f'
    expect(sealedSha256(salt, 'abc')).toBe(EXPECTED)
    expect(sealedSha256(salt.replace('0f', '0e'), 'abc')).not.toBe(EXPECTED)
  })
})
