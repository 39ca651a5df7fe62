import type { ReleaseComputer } from '../release-computer.ts'
import type { Breach } from '../release.ts'
import type { ReleaseRepository } from '../repository.ts'
import type { ReviewFigure } from '../review-figure.ts'

/**
 * Whether somebody who has read these fresh figures of a handling, those of all others, and everything that was ever released
 * could narrow a hidden figure down further than it may be, and further than without the fresh ones.
 */
export type GivesAway = (known: readonly ReviewFigure[], fresh: readonly ReviewFigure[]) => Promise<boolean>

/**
 * Attacks everything released, or about to be, together with what handlings tell. What could be worked out without the new figures
 * is not held against them; what there was no time to tell, is.
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
    return tellsMore(breaches, before.breaches)
  }
}

/** Whether any breach is not among those of before, or narrows its figure down otherwise. Names may be shared. */
function tellsMore(after: readonly Breach[], before: readonly Breach[]): boolean {
  const known = before.filter(({ low }) => low >= 0).map(findingOf)
  return after.some((breach) => {
    const at = known.indexOf(findingOf(breach))
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

function findingOf({ figure, low, high, excluded = [] }: Breach): string {
  return JSON.stringify([figure, low, high, excluded])
}
