import type { Knex } from 'knex'
import { DomainError, notFound } from '../../server/engine/errors.ts'
import type { ReviewAttachments, StoredReview } from '../../server/reviews/review.ts'
import type { DatabaseHandle, Executor } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { createDocumentReads } from './review-documents.ts'
import {
  eventColumns,
  type EvidenceRow,
  evidenceColumns,
  evidenceOfRow,
  type DocumentRow,
  documentOfRow,
  type ReviewEventRow,
  reviewsOfRows,
  type SealRow,
  sealOfRow,
} from './review-rows.ts'
import type { ReviewRepository } from '../../server/reviews/repository.ts'

/** Any number; the advisory lock serialises changes of a review. */
const REVIEW_LOCK = 0x4c42_0008

/** Reviews: the database refuses a gap in the log, a forbidden step, and new evidence after the lock. */
export function createReviewRepository(handle: DatabaseHandle): ReviewRepository {
  const { knex } = handle

  const find = async (id: number, db: Executor = knex): Promise<StoredReview | null> => {
    const rows = await withEvents(db).where('review.id', id).orderBy('event.revision')
    return reviewsOfRows(rows)[0] ?? null
  }

  return {
    ...createDocumentReads(handle),
    find: (id) => find(id),
    open: ({ proposalId, createdAt }, event, evidence) =>
      refusing(() =>
        knex.transaction(async (db) => {
          const row = { proposal_id: proposalId, created_at: createdAt }
          const [stored] = await db('review').insert(row).returning('id')
          const { id } = stored as { readonly id: number }
          await db('review_evidence').insert(evidenceColumns(id, evidence))
          await db('review_event').insert(eventColumns(id, event))
          return { id, proposalId, createdAt, events: [event] }
        }),
      ),
    async listForProposal(proposalId) {
      const rows = await withEvents(knex)
        .where('review.proposal_id', proposalId)
        .orderBy(['review.id', 'event.revision'])
      return reviewsOfRows(rows)
    },
    async latest(limit) {
      const newest = knex('review').select('id').orderBy('id', 'desc').limit(limit)
      const rows = await withEvents(knex)
        .whereIn('review.id', newest)
        .orderBy([{ column: 'review.id', order: 'desc' }, 'event.revision'])
      return reviewsOfRows(rows)
    },
    async evidence(reviewId) {
      const query = knex<EvidenceRow>('review_evidence').where({ review_id: reviewId })
      const row = await query.orderBy('version', 'desc').first()
      return row === undefined ? null : evidenceOfRow(row)
    },
    async seal(reviewId) {
      const row: SealRow | undefined = await knex('review_seal').where({ review_id: reviewId }).first()
      return row === undefined ? null : sealOfRow(row)
    },
    async publicDocument(reviewId, stage) {
      const query = knex('review_handling').where({ review_id: reviewId }).orderBy('id', 'desc')
      const row: DocumentRow | undefined = await (stage === undefined
        ? query
        : query.where({ stage })
      ).first()
      return row === undefined ? null : documentOfRow(row)
    },
    append: (reviewId, event, attachments = {}) =>
      refusing(() =>
        knex.transaction(async (db) => {
          await follow(db, reviewId, event.revision)
          // Evidence and seal are written before the event, because they are refused after it has locked the review.
          await attach(db, reviewId, event.at, attachments)
          await db('review_event').insert(eventColumns(reviewId, event))
          return (await find(reviewId, db))!
        }),
      ),
  }
}

function withEvents(db: Executor): Knex.QueryBuilder<ReviewEventRow, ReviewEventRow[]> {
  return db('review')
    .join('review_event AS event', 'event.review_id', 'review.id')
    .select(['review.proposal_id', 'review.created_at', 'event.*'])
}

/** Locks the review for this transaction; its next revision must be the caller's. */
async function follow(db: Knex.Transaction, reviewId: number, revision: number): Promise<void> {
  const present = await db('review').where({ id: reviewId }).first('id')
  if (present === undefined) throw notFound('review', reviewId)
  await db.raw('SELECT pg_advisory_xact_lock(?, ?)', [REVIEW_LOCK, reviewId])
  const last = await db('review_event').where({ review_id: reviewId }).max('revision AS revision').first()
  if (last?.revision === revision - 1) return
  throw new DomainError('precondition-failed', 'The review has changed meanwhile; read it again.')
}

async function attach(
  db: Knex.Transaction,
  reviewId: number,
  at: string,
  { evidence, seal, publicDocument }: ReviewAttachments,
): Promise<void> {
  if (evidence !== undefined) await db('review_evidence').insert(evidenceColumns(reviewId, evidence))
  if (seal !== undefined) {
    const { version, salt, sha256 } = seal
    await db('review_seal').insert({ review_id: reviewId, version, salt: Buffer.from(salt, 'hex'), sha256 })
  }
  if (publicDocument === undefined) return
  const { text, ...rest } = publicDocument
  await db('review_handling').insert({ review_id: reviewId, created_at: at, handling: text, ...rest })
}
