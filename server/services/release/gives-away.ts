import type { ReleaseComputer } from '../../domain/release/release-computer.ts'
import type { ReleaseRepository } from '../../domain/release/release.ts'
import type { GivesAway } from '../review-workflow/lock-review.ts'

/**
 * Attacks everything released, or about to be, together with what handlings tell. What could be worked out without the new figures
 * is not held against them.
 */
export function createGivesAway({
  computer,
  releases,
}: {
  readonly computer: Pick<ReleaseComputer, 'attack'>
  readonly releases: Pick<ReleaseRepository, 'list'>
}): GivesAway {
  return async (known, fresh) => {
    const stored = await releases.list(['prepared', 'approved', 'published', 'withdrawn'])
    const told = stored.map(({ contents }) => contents)
    const { breaches } = await computer.attack(told, [...known, ...fresh])
    if (breaches.length === 0) return false
    const before = await computer.attack(told, known)
    return !breaches.every(({ figure, low, high }) =>
      before.breaches.some((was) => was.figure === figure && was.low === low && was.high === high),
    )
  }
}
