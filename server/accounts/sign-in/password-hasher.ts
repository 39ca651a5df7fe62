import { randomBytes } from 'node:crypto'
import * as argon2id from '@node-rs/argon2'
import { DomainError } from '../../engine/errors.ts'
import { normalizePassword } from '../password-rules.ts'

/** Argon2id as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane. About 10 ms of a core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const
/**
 * Concurrent hashes. Argon2 runs on libuv's four threads, which compression and files need as well: half of them stay
 * free.
 */
const AT_ONCE = 2
/** Queue limit: a third of a second of work. */
const MAX_WAITING = 64

export interface PasswordHasher {
  /** @throws DomainError `busy` when too many wait already */
  hash(password: string): Promise<string>
  /**
   * Whether a password matches a hash, and whether it should be rehashed with the current parameters.
   *
   * @param stored null = no password: takes as long, and matches nothing
   * @throws DomainError `busy` when too many wait already
   */
  verify(
    stored: string | null,
    password: string,
  ): Promise<{ readonly matches: boolean; readonly outdated: boolean }>
}

interface Options {
  /** The implementation; tests count its calls. */
  readonly argon2?: Pick<typeof argon2id, 'hash' | 'verify'>
  readonly atOnce?: number
  readonly maxWaiting?: number
}

/** Hashes passwords a few at a time, so that a flood of sign-ins is refused instead of starving other work. */
export function createPasswordHasher({
  atOnce = AT_ONCE,
  maxWaiting = MAX_WAITING,
  argon2 = argon2id,
}: Options = {}): PasswordHasher {
  const inTurn = createTurns(atOnce, maxWaiting)
  /** Hash of a random password, compared with where an account has none. */
  let decoy: Promise<string> | null = null
  const decoyHash = () => (decoy ??= argon2.hash(randomBytes(32), PARAMETERS))
  void decoyHash().catch(() => {})
  return {
    hash: (password) => inTurn(() => argon2.hash(normalizePassword(password), PARAMETERS)),
    async verify(stored, password) {
      const compared = stored ?? (await decoyHash())
      const matches = await inTurn(() => argon2.verify(compared, normalizePassword(password)))
      return { matches: matches && stored !== null, outdated: isOutdated(compared) }
    },
  }
}

function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism, outputLen } = argon2id.parseOptions(stored)
  return (
    memoryCost !== PARAMETERS.memoryCost ||
    timeCost !== PARAMETERS.timeCost ||
    parallelism !== PARAMETERS.parallelism ||
    outputLen !== PARAMETERS.outputLen
  )
}

/** Limits concurrent work: `atOnce` run, `maxWaiting` wait, others are refused. */
function createTurns(atOnce: number, maxWaiting: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) {
        throw new DomainError('busy', 'Too many people are signing in just now; try again in a moment.', {
          retryAfterSeconds: 2,
        })
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
