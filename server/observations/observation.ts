import type { ObservationKind, ObservationState } from './observation-kinds.ts'

/** Who did something to an observation or link, and when. */
export interface Step {
  readonly at: string
  /** `account/3`, `link/2`. */
  readonly by: string
  readonly name: string | null
}

/** Metres in the city's CRS. */
export interface PlanarPosition {
  readonly x: number
  readonly y: number
}

/** What became of an observation, at one revision. */
export interface ObservationStatus {
  readonly state: ObservationState
  /** In words: to whom, what was done, why nothing is; null where nobody said. */
  readonly outcome: string | null
  readonly revision: number
  readonly changed: Step
}

/** An observation that is not stored yet. */
export interface NewObservation {
  /** Made by whoever reports: the same one is stored once. */
  readonly reportId: string
  readonly areaId: number
  readonly kind: ObservationKind
  readonly position: PlanarPosition | null
  readonly seenAt: string
  /** Through which link; null with an account. */
  readonly linkId: number | null
  readonly text: string | null
  readonly reported: Step
}

export interface Observation extends Omit<NewObservation, 'reported'>, ObservationStatus {
  readonly id: number
  readonly receivedAt: string
}

/** A link by which one reports about an area without an account: a QR code on a wall. */
export interface ReportLink {
  readonly id: number
  readonly areaId: number
  /** The party whose it is; null for none. */
  readonly organisationId: number | null
  readonly label: string
  readonly made: Step
  readonly revokedAt: string | null
}
