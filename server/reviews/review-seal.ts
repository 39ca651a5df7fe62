import { createHash } from 'node:crypto'

/** Bytes of a salt: 128 bits, so that the evidence cannot be guessed by comparing hashes. */
export const SALT_BYTES = 16

/**
 * SHA-256 of the salt's bytes followed by the evidence's UTF-8 bytes: the hash that may be published.
 *
 * @param salt 32 hex digits
 */
export function sealedSha256(salt: string, evidence: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(evidence, 'utf8').digest('hex')
}
