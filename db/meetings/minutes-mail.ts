import type { MinutesMail, MinutesMailRepository } from '../../server/meetings/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'

interface MailRow {
  readonly meeting_id: number
  readonly account_id: number
  readonly state: MinutesMail['state']
  readonly tries: number
  readonly sent_at: Date | null
  readonly fault: string | null
}

/** Waits that come first, of which no two processes take the same. */
const TAKE = `
UPDATE minutes_mail AS mail SET tries = tries + 1, next_at = :nextAt
FROM (
  SELECT meeting_id, account_id FROM minutes_mail
  WHERE state = 'waiting' AND next_at <= :at
  ORDER BY next_at, meeting_id, account_id
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) AS first
WHERE mail.meeting_id = first.meeting_id AND mail.account_id = first.account_id
RETURNING mail.*`

/** Minutes on their way by mail. */
export function createMinutesMailRepository({ knex }: DatabaseHandle): MinutesMailRepository {
  return {
    async queue(meetingId, accountIds, at) {
      if (accountIds.length === 0) return
      const rows = accountIds.map((id) => ({
        meeting_id: meetingId,
        account_id: id,
        queued_at: at,
        next_at: at,
      }))
      await knex('minutes_mail')
        .insert(rows)
        .onConflict(['meeting_id', 'account_id'])
        .merge({ state: 'waiting', tries: 0, next_at: at, fault: null })
        .where('minutes_mail.state', 'failed')
    },
    async list(meetingId) {
      const rows = await knex<MailRow>('minutes_mail').where({ meeting_id: meetingId }).orderBy('account_id')
      return rows.map(mailOf)
    },
    async take(at, nextAt) {
      const { rows } = await knex.raw<{ rows: readonly MailRow[] }>(TAKE, { at, nextAt })
      return rows[0] === undefined ? null : mailOf(rows[0])
    },
    async settle({ meetingId, accountId }, outcome) {
      const change =
        'sentAt' in outcome
          ? { state: 'sent', sent_at: outcome.sentAt, fault: null }
          : {
              fault: outcome.fault,
              ...(outcome.nextAt === null ? { state: 'failed' } : { next_at: outcome.nextAt }),
            }
      await knex('minutes_mail')
        .where({ meeting_id: meetingId, account_id: accountId, state: 'waiting' })
        .update(change)
    },
  }
}

function mailOf({ meeting_id, account_id, state, tries, sent_at, fault }: MailRow): MinutesMail {
  return {
    meetingId: meeting_id,
    accountId: account_id,
    state,
    tries,
    sentAt: sent_at?.toISOString() ?? null,
    fault,
  }
}
