import type { Audience } from '../platform/access/audience.ts'

/** A party that was consulted in a review of a proposal at an area. */
export interface ReviewConsultation {
  /** Of the proposal. */
  readonly title: string
  readonly party: string
  readonly askedOn: string
  readonly answeredOn: string | null
  readonly summary: string | null
  /** Whether the review's public document is open to more than the city's own staff. */
  readonly isPublished: boolean
  readonly isDecided: boolean
}

/** Those of every review at an area; none for whoever does not read reviews. */
export type ReviewConsultations = (
  audience: Audience,
  areaId: number,
) => Promise<readonly ReviewConsultation[]>
