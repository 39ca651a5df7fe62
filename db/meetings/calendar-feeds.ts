import type { CalendarFeedRepository } from '../../server/meetings/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'

interface FeedRow {
  readonly account_id: number
  readonly token_hash: string | null
  readonly made_at: Date
}

/** Secret addresses of calendars, one an account. */
export function createCalendarFeedRepository({ knex }: DatabaseHandle): CalendarFeedRepository {
  const feeds = () => knex<FeedRow>('calendar_feed')
  return {
    async madeAt(accountId) {
      const row = await feeds().where({ account_id: accountId }).whereNotNull('token_hash').first()
      return row?.made_at.toISOString() ?? null
    },
    async put(accountId, tokenHash, madeAt) {
      await knex('calendar_feed')
        .insert({ account_id: accountId, token_hash: tokenHash, made_at: madeAt })
        .onConflict('account_id')
        .merge()
    },
    async revoke(accountId) {
      await feeds().where({ account_id: accountId }).update({ token_hash: null })
    },
    findAccount: async (tokenHash) =>
      (await feeds().where({ token_hash: tokenHash }).first())?.account_id ?? null,
  }
}
