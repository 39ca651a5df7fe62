import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import type { ReleaseStep } from './release.ts'

/** A board's decision that the published figures of a place may appear in public documents. */
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
   * @param disclosures the count when the attack began
   * @throws DomainError `conflict` where a place's figures are public, `DisclosureConflict` when something was
   * disclosed since the attack
   */
  publishPlace(publication: PlacePublication, disclosures: number): Promise<void>
  /** Filed documents keep the figures. @throws DomainError `conflict` where they are not public */
  withdrawPlace(placeId: number, step: ReleaseStep & { readonly reason: string }): Promise<void>
}
