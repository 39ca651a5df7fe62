import type { Clock } from '../../platform/clock.ts'
import { createThrottle } from './throttle.ts'

/** Where an attempt comes from. */
export interface AttemptOrigin {
  /** The network's address: one of IPv4, a /56 of IPv6. */
  readonly network: string
  /** Name of a browser in which the account has signed in before; null = unknown. */
  readonly device: string | null
}

/** An attempt that was let through. One of its methods is called, or none after a failure. */
export interface Attempt {
  succeeded(): void
  /** Undecided: the check was refused or failed. */
  undecided(): void
}

/** Slows down password guessing, without letting anyone lock another person out. */
export interface Attempts {
  /** @throws DomainError `rate-limited` when the caller must wait */
  begin(account: string, origin: AttemptOrigin): Attempt
}

const MINUTE = 60
/** One account from one network: a few free attempts for a forgotten password, then growing waits. */
const PAIR = { free: 5, maxSeconds: 30 * MINUTE }
/** One network, any account: allows for the mistakes of an office behind one address. */
const NETWORK = { free: 40, maxSeconds: 5 * MINUTE }
/** A browser known to the account: failures elsewhere do not count. */
const DEVICE = { free: 10, maxSeconds: 15 * MINUTE }

/**
 * Counts by account and network together, and by network; a known device counts by itself alone. Never by account
 * alone, so that guessing elsewhere does not slow its owner. Kept in the memory of each process: addresses are not
 * stored, and a restart resets the counts.
 */
export function createAttempts(clock: Clock): Attempts {
  const pairs = createThrottle(PAIR, clock)
  const networks = createThrottle(NETWORK, clock)
  const devices = createThrottle(DEVICE, clock)
  return {
    begin(account, { network, device }) {
      if (device !== null) {
        devices.attempt(device)
        return { succeeded: () => devices.succeed(device), undecided: () => devices.takeBack(device) }
      }
      const pair = JSON.stringify([account, network])
      pairs.attempt(pair)
      try {
        networks.attempt(network)
      } catch (error) {
        pairs.takeBack(pair)
        throw error
      }
      return {
        succeeded: () => {
          pairs.succeed(pair)
          networks.takeBack(network)
        },
        undecided: () => {
          pairs.takeBack(pair)
          networks.takeBack(network)
        },
      }
    },
  }
}
