import { DomainError } from '../engine/errors.ts'

/**
 * How often anything was told that counts for the attack: a release published. Whoever attacks what he
 * is about to tell reads the count first, and tells only if it is still the same: two who tell at the same moment cannot
 * both be unknown to each other.
 */
export interface DisclosureCount {
  disclosures(): Promise<number>
}

/** Something else was told between the attack and the telling: the attack must begin anew. */
export class DisclosureConflict extends DomainError {
  constructor() {
    super('precondition-failed', 'Something else was published meanwhile; try again.')
    this.name = 'DisclosureConflict'
  }
}

/**
 * Attacks and tells, from the beginning again when it was overtaken.
 *
 * @throws DisclosureConflict when that happened every time
 */
export async function retryOnDisclosureConflict<T>(
  attempts: number,
  attackAndPublish: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attackAndPublish()
    } catch (error) {
      if (!(error instanceof DisclosureConflict) || attempt >= attempts) throw error
    }
  }
}
