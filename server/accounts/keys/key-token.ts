import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32
const PREFIX_CHARACTERS = 8
/** 32 characters that cannot be mistaken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz123456789'
const TOKEN = /^lb_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/

/** A new API key: the token for its owner, and what is stored of it. */
export interface MadeToken {
  /** `lb_`, eight characters that name it, `_`, and 256 random bits in base64url. */
  readonly token: string
  readonly prefix: string
  readonly sha256: string
}

/** Generates a key. */
export function makeToken(): MadeToken {
  const prefix = [...randomBytes(PREFIX_CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  const token = `lb_${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}`
  return { token, prefix, sha256: hashToken(token) }
}

/** Whether a text has the form of a key; others need no look-up. */
export function isTokenLike(text: string): boolean {
  return TOKEN.test(text)
}

/**
 * SHA-256 of a key, hexadecimal: what is stored and looked up. A slow hash, as for passwords, would add no security
 * to 256 random bits, and every call would pay for it.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
