import type { ReleaseComputer } from '../../domain/release/release-computer.ts'
import type { ReleaseRepository } from '../../domain/release/release.ts'
import type { GivesAway } from '../review-workflow/lock-review.ts'

/** Attacks everything released, or about to be, together with what handlings tell. */
export function createGivesAway({
  computer,
  releases,
}: {
  readonly computer: Pick<ReleaseComputer, 'attack'>
  readonly releases: Pick<ReleaseRepository, 'list'>
}): GivesAway {
  return async (figures) => {
    const told = await releases.list(['prepared', 'approved', 'published', 'withdrawn'])
    const { breaches } = await computer.attack(
      told.map(({ contents }) => contents),
      figures,
    )
    return breaches.length > 0
  }
}
