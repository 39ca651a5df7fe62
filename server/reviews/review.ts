import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import type { Perspective } from '../platform/perspectives.ts'
import type { FilledChecklist } from './checklist/checklist.ts'
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

/**
 * The subject of a review: a building proposal, or a measure by its type. A targeted social measure has no place, and
 * so no review.
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

/** The weighing so far; a decision needs all of it, trade-offs only for physical subjects. */
export interface Weighing {
  readonly subject: ReviewSubject
  readonly tradeOffs: Readonly<Partial<Record<TradeOff, WeighedInterest>>>
  /** A note each; null = not relevant here. */
  readonly perspectives: Readonly<Partial<Record<Perspective, string | null>>>
  /** Conditions of the support. */
  readonly conditions: readonly string[]
  /** The author's assessment of the place, for the public document. */
  readonly assessment: string | null
}

/** The mark of the secret annex: the provision claimed, and the authority. */
export interface AnnexClaim {
  readonly statute: string
  readonly authority: string
}

/** One consulted party. */
export interface Consultation {
  /** From 1, in the order of the log. */
  readonly number: number
  readonly party: string
  /** Days. */
  readonly askedOn: string
  readonly answeredOn: string | null
  readonly summary: string | null
}

/** A decision with its grounds, and the board, if any. */
export interface ReviewDecision {
  readonly decision: Decision
  readonly note: string | null
  /** Absent from decisions before boards were recorded. */
  readonly board?: BoardDecision | null
}

/** An event of a review; the log of events is the review. */
export type ReviewEventContent =
  | { readonly kind: 'opened'; readonly detail: Readonly<Record<string, never>> }
  | { readonly kind: 'computed'; readonly detail: { readonly version: number } }
  | {
      readonly kind: 'moved'
      readonly detail: {
        readonly note: string | null
        /** Given with the lock; absent from earlier locks and other steps. */
        readonly caseNumber?: string | null
        readonly annex?: AnnexClaim | null
      }
    }
  /** The earliest events lack subject (all were proposals) and assessment. */
  | {
      readonly kind: 'weighed'
      readonly detail: Omit<Weighing, 'subject' | 'assessment'> & Partial<Weighing>
    }
  | { readonly kind: 'checklist_filled'; readonly detail: FilledChecklist }
  | { readonly kind: 'consulted'; readonly detail: Omit<Consultation, 'number'> }
  | {
      readonly kind: 'answered'
      readonly detail: { readonly number: number; readonly answeredOn: string; readonly summary: string }
    }
  | {
      readonly kind: 'decided'
      /** The case number where the lock had none. */
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

/** A stored review: its subject and all events, in order. */
export interface StoredReview {
  readonly id: number
  readonly proposalId: number | null
  readonly createdAt: string
  readonly events: readonly ReviewEvent[]
}

/** A version of a review's evidence, with what recomputing it needs. */
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
  /** JSON of `KeptSurroundings`; `null` for evidence that predates public documents. */
  readonly surroundings: string
}

/** The lock of an evidence: the salt, 32 hex digits, and SHA-256 of the salt's bytes followed by the evidence's. */
export interface Seal {
  readonly version: number
  /** Null once the evidence is erased. */
  readonly salt: string | null
  readonly sha256: string
}

/** A stored public document. */
export interface StoredDocument {
  readonly id: number
  readonly reviewId: number
  readonly stage: DocumentStage
  readonly createdAt: string
  /** RFC 8785 bytes. */
  readonly text: string
  readonly sha256: string
  /** GeoJSON geometry in metres of the city's CRS. */
  readonly footprint: string
}

/** What is stored together with an event, in the same transaction. */
export interface ReviewAttachments {
  readonly evidence?: Omit<StoredEvidence, 'reviewId'>
  readonly seal?: Seal & { readonly salt: string }
  readonly publicDocument?: Omit<StoredDocument, 'id' | 'reviewId' | 'createdAt'>
}
