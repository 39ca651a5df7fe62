import { actorReference, type Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError } from '../engine/errors.ts'
import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import { type ReleaseComputer, type ReleaseRepository, retryOnDisclosureConflict } from '../releases/index.ts'

export interface PlacePublishingDeps {
  readonly releases: Pick<ReleaseRepository, 'disclosures' | 'list' | 'publishPlace' | 'withdrawPlace'>
  readonly computer: Pick<ReleaseComputer, 'attack'>
  readonly clock: Clock
}

const MAX_ATTEMPTS = 4

interface NamedPlace {
  readonly id: number
  readonly name: string
}

/**
 * Allows the published figures of a place in public documents. First attacks everything ever published with the
 * place's figures as the newest: they must not make a hidden figure derivable. Later releases are attacked as usual.
 *
 * @throws DomainError `conflict` when a hidden figure would become derivable, or the place's figures are public
 * already
 */
export function publishPlace(
  { releases, computer, clock }: PlacePublishingDeps,
  { id, name }: NamedPlace,
  board: BoardDecision,
  principal: Principal,
): Promise<void> {
  return retryOnDisclosureConflict(MAX_ATTEMPTS, async () => {
    const disclosures = await releases.disclosures()
    const published = await releases.list(['published', 'withdrawn'])
    const others = published.filter(({ placeId }) => placeId !== id)
    const own = published.filter(({ placeId }) => placeId === id)
    const contents = [...others, ...own].map((release) => release.contents)
    const { breaches } = await computer.attack(contents, others.length)
    if (breaches.length > 0) {
      const why = `With the figures of ${name}, ${breaches.length} hidden figures could be narrowed down; they stay with its partners.`
      throw new DomainError('conflict', why)
    }
    await releases.publishPlace({ placeId: id, board, published: stepOf(principal, clock) }, disclosures)
  })
}

/**
 * Excludes a place's figures from documents filed from now on. @throws DomainError `conflict` where they are not
 * public
 */
export function withdrawPlace(
  { releases, clock }: Pick<PlacePublishingDeps, 'releases' | 'clock'>,
  { id }: NamedPlace,
  reason: string,
  principal: Principal,
): Promise<void> {
  return releases.withdrawPlace(id, { ...stepOf(principal, clock), reason })
}

function stepOf({ actor }: Principal, clock: Clock) {
  return {
    by: actorReference(actor),
    name: 'name' in actor ? actor.name : null,
    at: new Date(clock.nowMs()).toISOString(),
  }
}
