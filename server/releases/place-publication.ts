import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import type { ReleaseStep } from './release.ts'

/** A board lets the figures that are published of a place stand in public documents. */
export interface PlacePublication {
  readonly placeId: number
  readonly board: BoardDecision
  readonly published: ReleaseStep
}

/** The places whose figures are public. */
export interface PlacePublications {
  /** By id. */
  publicPlaces(): Promise<readonly PlacePublication[]>
  /**
   * @param disclosed the count when the attack began
   * @throws DomainError `conflict` where a place's figures are public, `DisclosureConflict` when something was told that the attack
   *   does not know of
   */
  publishPlace(publication: PlacePublication, disclosed: number): Promise<void>
  /** Documents that are filed keep the figures. @throws DomainError `conflict` where they are not public */
  withdrawPlace(placeId: number, step: ReleaseStep & { readonly reason: string }): Promise<void>
}
