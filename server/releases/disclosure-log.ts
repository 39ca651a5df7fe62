import { DomainError } from '../engine/errors.ts'

/**
 * The number of disclosures that an attack must include: published releases, and requests for public records whose
 * figures were given out. A publisher reads it before the attack and publishes only if it is unchanged, so that of two
 * concurrent disclosures the later one includes the earlier.
 */
export interface DisclosureCount {
  disclosures(): Promise<number>
}

/** Something else was disclosed between attack and publication: the attack must be repeated. */
export class DisclosureConflict extends DomainError {
  constructor() {
    super('precondition-failed', 'Something else was published meanwhile; try again.')
    this.name = 'DisclosureConflict'
  }
}

/**
 * Attacks and publishes, starting again after a conflict.
 *
 * @throws DisclosureConflict when every attempt conflicted
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
