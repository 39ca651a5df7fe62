import type { Clock } from '../../platform/clock.ts'
import { createThrottle } from './throttle.ts'

/** Where an attempt comes from. */
export interface AttemptOrigin {
  /** The network's address: one of IPv4, a /56 of IPv6. */
  readonly network: string
  /** A browser that the account has been signed in to before, by its name; null = a stranger's. */
  readonly device: string | null
}

/** An attempt that was let through. Exactly one of its ends is called, or none when it was a failure. */
export interface Attempt {
  succeeded(): void
  /** It could not be told whether it was right: the work was refused or broke. */
  undecided(): void
}

/** Slows down whoever guesses passwords, without a way to lock somebody else out. */
export interface Attempts {
  /** @throws DomainError `rate-limited` when one must wait first */
  begin(account: string, origin: AttemptOrigin): Attempt
}

const MINUTE = 60
/** One account from one network: what a person who has forgotten his password needs, and then waits that grow. */
const PAIR = { free: 5, maxSeconds: 30 * MINUTE }
/** One network, whatever the account: a whole office behind one address mistypes, too. */
const NETWORK = { free: 40, maxSeconds: 5 * MINUTE }
/** A browser that is known to the account: nobody else's failures count there. */
const DEVICE = { free: 10, maxSeconds: 15 * MINUTE }

/**
 * Counts by account and network together, and by network; a known device counts by itself alone. Never by account alone:
 * a stranger who guesses at somebody's password elsewhere costs that person nothing. Kept in memory, each process for
 * itself: addresses are not stored, and a restart forgives.
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
