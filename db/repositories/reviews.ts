import type { ReviewRepository, StoredReview } from '../../server/domain/ports.ts'
import type { DatabaseHandle } from '../handle.ts'
import { refusing } from '../refusal.ts'

interface ReviewRow {
  readonly id: number
  readonly proposal_id: number | null
  readonly snapshot_version: string
  readonly visible: string
  readonly epoch: string
  readonly state: string
  readonly created_at: Date
  readonly evidence: string
  readonly sha256: string
}

/** Reviews as they were hashed: the database refuses evidence that does not match its hash, and every change. */
export function createReviewRepository({ knex }: DatabaseHandle): ReviewRepository {
  return {
    async insert(review) {
      const row = {
        proposal_id: review.proposalId,
        snapshot_version: review.snapshotVersion,
        visible: review.visible,
        epoch: review.epoch,
        state: review.state,
        created_at: review.createdAt,
        evidence: review.evidence,
        sha256: review.sha256,
      }
      const [stored] = await refusing(async () => await knex('review').insert(row).returning('*'))
      return fromRow(stored as ReviewRow)
    },
    async find(id) {
      const row = await knex<ReviewRow>('review').where({ id }).first()
      return row === undefined ? null : fromRow(row)
    },
    async listForProposal(proposalId) {
      const rows = await knex<ReviewRow>('review').where({ proposal_id: proposalId }).orderBy('id')
      return rows.map(fromRow)
    },
  }
}

function fromRow(row: ReviewRow): StoredReview {
  return {
    id: row.id,
    proposalId: row.proposal_id,
    snapshotVersion: row.snapshot_version,
    visible: row.visible,
    epoch: row.epoch,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    evidence: row.evidence,
    sha256: row.sha256,
  }
}
