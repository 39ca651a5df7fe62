import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import type { Decision, DocumentStage } from './documents/document-stages.ts'

export type { BoardDecision }

/** The states of a review in their order. */
export const REVIEW_STATES = [
  'draft',
  'screening',
  'evidence_locked',
  'consultation',
  'weighing',
  'decided',
  'followed_up',
] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** The four interests that a safety measure is weighed against. */
export const TRADE_OFFS = ['street_life', 'noise', 'accessibility', 'traffic_safety'] as const
export type TradeOff = (typeof TRADE_OFFS)[number]
export const JUDGEMENTS = ['better', 'unchanged', 'worse', 'unknown'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** What permeates all work, a note each: gender equality, children, disability, lgbtq people, the elderly, Agenda 2030. */
export const PERSPECTIVES = ['gender', 'child', 'disability', 'lgbtq', 'elderly', 'sustainability'] as const
export type Perspective = (typeof PERSPECTIVES)[number]

/**
 * What a review is of: a building proposal, or a measure by its type. A targeted social measure has no place, and so no
 * review.
 */
export const REVIEW_SUBJECTS = [
  'proposal',
  'lighting',
  'sight_lines',
  'vehicle_barrier',
  'guard_area',
  'camera',
  'cleaning',
  'redesign',
  'activation',
  'presence',
  'police_operation',
  'social_universal',
  'communication',
] as const
export type ReviewSubject = (typeof REVIEW_SUBJECTS)[number]

export interface WeighedInterest {
  readonly judgement: Judgement
  readonly note: string
}

/** What has been weighed so far; a decision needs all of it, trade-offs where something physical is weighed. */
export interface Weighing {
  readonly subject: ReviewSubject
  readonly tradeOffs: Readonly<Partial<Record<TradeOff, WeighedInterest>>>
  /** A note each; null = it does not matter here. */
  readonly perspectives: Readonly<Partial<Record<Perspective, string | null>>>
  /** What support depends on. */
  readonly conditions: readonly string[]
  /** What its author makes of the place, for the public document. */
  readonly assessment: string | null
}

/** What is written on the secret annex: the secrecy that is claimed, and who claims it. */
export interface AnnexClaim {
  readonly statute: string
  readonly authority: string
}

/** One party that was asked. */
export interface Consultation {
  /** From 1, in the order of the log. */
  readonly number: number
  readonly party: string
  /** Days. */
  readonly askedOn: string
  readonly answeredOn: string | null
  readonly summary: string | null
}

/** What was decided, why, and by which board when it was one. */
export interface ReviewDecision {
  readonly decision: Decision
  readonly note: string | null
  /** Absent from what was decided before boards were recorded. */
  readonly board?: BoardDecision | null
}

/** What happened to a review; the log of them is the review. */
export type ReviewEventContent =
  | { readonly kind: 'opened'; readonly detail: Readonly<Record<string, never>> }
  | { readonly kind: 'computed'; readonly detail: { readonly version: number } }
  | {
      readonly kind: 'moved'
      readonly detail: {
        readonly note: string | null
        /** Said with the lock; absent from earlier locks and from other steps. */
        readonly caseNumber?: string | null
        readonly annex?: AnnexClaim | null
      }
    }
  /** The earliest say nothing of their subject: they are of proposals. Nor was there an assessment then. */
  | {
      readonly kind: 'weighed'
      readonly detail: Omit<Weighing, 'subject' | 'assessment'> & Partial<Weighing>
    }
  | { readonly kind: 'consulted'; readonly detail: Omit<Consultation, 'number'> }
  | {
      readonly kind: 'answered'
      readonly detail: { readonly number: number; readonly answeredOn: string; readonly summary: string }
    }
  | {
      readonly kind: 'decided'
      /** The case number where the lock told none. */
      readonly detail: ReviewDecision & { readonly caseNumber?: string | null }
    }
  | { readonly kind: 'followed_up'; readonly detail: { readonly note: string } }
  /** Again after a withdrawal, with the reason. */
  | {
      readonly kind: 'published'
      readonly detail: { readonly stage: DocumentStage; readonly reason?: string }
    }
  | { readonly kind: 'withdrawn'; readonly detail: { readonly reason: string } }

export type ReviewEvent = ReviewEventContent & {
  /** From 1 without a gap. */
  readonly revision: number
  /** The state after it. */
  readonly state: ReviewState
  readonly at: string
  /** `account/3`, `key/2` or `operator`. */
  readonly actor: string
  readonly actorName: string | null
}

/** A review as it is kept: what it is of, and everything that happened to it, first to last. */
export interface StoredReview {
  readonly id: number
  readonly proposalId: number | null
  readonly createdAt: string
  readonly events: readonly ReviewEvent[]
}

/** A version of a review's evidence, with what computing it again needs. */
export interface StoredEvidence {
  readonly reviewId: number
  /** From 1; only the last one counts. */
  readonly version: number
  readonly snapshotVersion: string
  /** `pg_current_snapshot()` text that goes with the snapshot version. */
  readonly visible: string
  readonly epoch: string
  readonly computedAt: string
  /** RFC 8785 bytes of the evidence, exactly as hashed. */
  readonly evidence: string
  readonly sha256: string
  /** JSON of `KeptSurroundings`; `null` for evidence of a time before handlings. */
  readonly surroundings: string
}

/** The lock of an evidence: the salt, 32 hex digits, and SHA-256 of the salt's bytes followed by the evidence's. */
export interface Seal {
  readonly version: number
  /** Null once the evidence is erased. */
  readonly salt: string | null
  readonly sha256: string
}

/** A handling as it is kept. */
export interface StoredDocument {
  readonly id: number
  readonly reviewId: number
  readonly stage: DocumentStage
  readonly createdAt: string
  /** RFC 8785 bytes. */
  readonly handling: string
  readonly sha256: string
  /** GeoJSON geometry in metres of the city's CRS. */
  readonly footprint: string
}

/** What goes into the log together with an event, in the same transaction. */
export interface ReviewAttachments {
  readonly evidence?: Omit<StoredEvidence, 'reviewId'>
  readonly seal?: Seal & { readonly salt: string }
  readonly handling?: Omit<StoredDocument, 'id' | 'reviewId' | 'createdAt'>
}
