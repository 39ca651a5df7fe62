import crypto, { createHash } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Clock } from '../../server/platform/clock.ts'

/** Six weeks after the demo city's last day: its last quarter is not yet due, all before it are. */
export const FIXED_CLOCK: Clock = { nowMs: () => Date.parse('2026-12-15T09:30:00.000Z') }

/**
 * Makes the random bytes of this process a fixed sequence, one for each length: tokens, salts and the hashes over them
 * are then the same in every recording, and are compared rather than normalised.
 */
export function fixRandomBytes(): void {
  const counts = new Map<number, number>()
  const next = (size: number): Buffer => {
    const count = counts.get(size) ?? 0
    counts.set(size, count + 1)
    return createHash('shake256', { outputLength: size }).update(`${size} ${count}`).digest()
  }
  const fixed = (size: number, callback?: (error: Error | null, bytes: Buffer) => void) => {
    if (callback === undefined) return next(size)
    return callback(null, next(size))
  }
  crypto.randomBytes = fixed as typeof crypto.randomBytes
  syncBuiltinESMExports()
}
