import type { ConsultationLink } from '../../server/reviews/consultation-links/link.ts'
import type { ConsultationLinkRepository } from '../../server/reviews/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'

interface LinkRow {
  readonly id: number
  readonly review_id: number
  readonly number: number
  readonly question: string
  readonly last_day: string
  readonly made_at: Date
  readonly made_by: string
  readonly made_name: string | null
  readonly revoked_at: Date | null
}

/** Links to respond by, found by the hash of their token. */
export function createConsultationLinkRepository({ knex }: DatabaseHandle): ConsultationLinkRepository {
  const links = () =>
    knex<LinkRow & { readonly token_hash: string }>('consultation_link').select<LinkRow[]>(
      '*',
      knex.raw(`to_char(last_day, 'YYYY-MM-DD') AS last_day`),
    )
  const find = async (key: object) => {
    const [row] = await links().where(key)
    return row === undefined ? null : linkOf(row)
  }
  return {
    async insert({ reviewId, number, question, lastDay, made }, tokenHash) {
      const row = {
        token_hash: tokenHash,
        review_id: reviewId,
        number,
        question,
        last_day: lastDay,
        made_at: made.at,
        made_by: made.by,
        made_name: made.name,
      }
      const [stored] = await refusing(async () => await knex('consultation_link').insert(row).returning('id'))
      return (await find({ id: (stored as { readonly id: number }).id }))!
    },
    findByHash: (tokenHash) => find({ token_hash: tokenHash }),
    find: (id) => find({ id }),
    list: async (reviewId) => (await links().where({ review_id: reviewId }).orderBy('id')).map(linkOf),
    async revoke(id, { at, by, name }) {
      await knex('consultation_link')
        .where({ id })
        .whereNull('revoked_at')
        .update({ revoked_at: at, revoked_by: by, revoked_name: name })
      return find({ id })
    },
  }
}

function linkOf(row: LinkRow): ConsultationLink {
  const { id, review_id, number, question, last_day, made_at, made_by, made_name, revoked_at } = row
  return {
    id,
    reviewId: review_id,
    number,
    question,
    lastDay: last_day,
    made: { at: made_at.toISOString(), by: made_by, name: made_name },
    revokedAt: revoked_at?.toISOString() ?? null,
  }
}
