import type {
  ReviewEvent,
  Seal,
  StoredEvidence,
  StoredDocument,
  StoredReview,
} from '../../server/reviews/review.ts'

/** A review with one of its events. */
export interface ReviewEventRow {
  readonly review_id: number
  readonly proposal_id: number | null
  readonly created_at: Date
  readonly revision: number
  readonly kind: ReviewEvent['kind']
  readonly state: ReviewEvent['state']
  readonly at: Date
  readonly actor: string
  readonly actor_name: string | null
  readonly detail: ReviewEvent['detail']
}

/** The reviews of rows that come in the order of reviews and, within each, of revisions. */
export function reviewsOfRows(rows: readonly ReviewEventRow[]): readonly StoredReview[] {
  const reviews = new Map<number, StoredReview & { readonly events: ReviewEvent[] }>()
  for (const row of rows) {
    const { review_id: id, proposal_id: proposalId, created_at } = row
    const review = reviews.get(id) ?? { id, proposalId, createdAt: created_at.toISOString(), events: [] }
    reviews.set(id, review)
    review.events.push(eventOfRow(row))
  }
  return [...reviews.values()]
}

function eventOfRow({ revision, kind, state, at, actor, actor_name, detail }: ReviewEventRow): ReviewEvent {
  const event = { revision, kind, state, at: at.toISOString(), actor, actorName: actor_name, detail }
  return event as ReviewEvent
}

export function eventColumns(reviewId: number, event: ReviewEvent) {
  const { revision, kind, state, at, actor, actorName, detail } = event
  return {
    review_id: reviewId,
    revision,
    kind,
    state,
    at,
    actor,
    actor_name: actorName,
    detail: JSON.stringify(detail),
  }
}

export interface EvidenceRow {
  readonly review_id: number
  readonly version: number
  readonly snapshot_version: string
  readonly visible: string
  readonly epoch: string
  readonly computed_at: Date
  readonly evidence: string
  readonly sha256: string
  readonly surroundings: string
}

export function evidenceOfRow(row: EvidenceRow): StoredEvidence {
  return {
    reviewId: row.review_id,
    version: row.version,
    snapshotVersion: row.snapshot_version,
    visible: row.visible,
    epoch: row.epoch,
    computedAt: row.computed_at.toISOString(),
    evidence: row.evidence,
    sha256: row.sha256,
    surroundings: row.surroundings,
  }
}

export function evidenceColumns(reviewId: number, evidence: Omit<StoredEvidence, 'reviewId'>) {
  return {
    review_id: reviewId,
    version: evidence.version,
    snapshot_version: evidence.snapshotVersion,
    visible: evidence.visible,
    epoch: evidence.epoch,
    computed_at: evidence.computedAt,
    evidence: evidence.evidence,
    sha256: evidence.sha256,
    surroundings: evidence.surroundings,
  }
}

export interface SealRow {
  readonly version: number
  readonly salt: Uint8Array | null
  readonly sha256: string
}

export function sealOfRow({ version, salt, sha256 }: SealRow): Seal {
  return { version, salt: salt && Buffer.from(salt).toString('hex'), sha256 }
}

export interface DocumentRow {
  readonly id: number
  readonly review_id: number
  readonly stage: StoredDocument['stage']
  readonly created_at: Date
  readonly handling: string
  readonly sha256: string
  readonly footprint: string
}

export function documentOfRow(row: DocumentRow): StoredDocument {
  const { id, review_id, stage, created_at, handling: text, sha256, footprint } = row
  return {
    id,
    reviewId: review_id,
    stage,
    createdAt: created_at.toISOString(),
    text,
    sha256,
    footprint,
  }
}
