import type { DigestChoice, DigestMail, DigestRepository } from '../../server/digests/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'

interface ChoiceRow {
  readonly account_id: number
  readonly language: DigestChoice['language']
  readonly off_token: string
}

interface MailRow {
  readonly account_id: number
  readonly week: string
  readonly tries: number
}

const QUEUE = `
INSERT INTO digest_mail (account_id, week_on, next_at)
SELECT account_id, :weekOn::date, :chosenBy::timestamptz FROM digest_choice WHERE chosen_at <= :chosenBy::timestamptz
ON CONFLICT DO NOTHING`

/**
 * The letter that comes first, of which no two processes take the same while it is being sent. One that is not settled
 * by then was taken by a process that has ended: it is sent again, under its Message-ID.
 */
const TAKE = `
UPDATE digest_mail AS mail SET state = 'sending', tries = tries + 1, next_at = :at::timestamptz + interval '10 minutes'
FROM (
  SELECT account_id, week_on FROM digest_mail
  WHERE state IN ('waiting', 'sending') AND week_on = :weekOn::date AND next_at <= :at
  ORDER BY next_at, account_id
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) AS first
WHERE mail.account_id = first.account_id AND mail.week_on = first.week_on
RETURNING mail.account_id, mail.week_on::text AS week, mail.tries`

/** Who gets the weekly letter, and the letters on their way. */
export function createDigestRepository({ knex }: DatabaseHandle): DigestRepository {
  const choices = () => knex<ChoiceRow>('digest_choice')
  return {
    async choice(accountId) {
      const row = await choices().where({ account_id: accountId }).first()
      return row === undefined ? null : choiceOf(row)
    },
    async choose({ accountId, language, offToken }, at) {
      await knex('digest_choice')
        .insert({ account_id: accountId, language, off_token: offToken, chosen_at: at })
        .onConflict('account_id')
        .merge(['language'])
    },
    async off(accountId) {
      await choices().where({ account_id: accountId }).delete()
    },
    offByToken: async (offToken) => (await choices().where({ off_token: offToken }).delete()) > 0,
    async queue(weekOn, chosenBy) {
      await knex.raw(QUEUE, { weekOn, chosenBy })
    },
    async take(weekOn, at) {
      const { rows } = await knex.raw<{ rows: readonly MailRow[] }>(TAKE, { weekOn, at })
      return rows[0] === undefined ? null : mailOf(rows[0])
    },
    async settle({ accountId, weekOn }, outcome) {
      const change =
        'sentAt' in outcome
          ? { state: 'sent', sent_at: outcome.sentAt, fault: null }
          : {
              fault: outcome.fault,
              ...(outcome.nextAt === null
                ? { state: 'failed' }
                : { state: 'waiting', next_at: outcome.nextAt }),
            }
      await knex('digest_mail')
        .where({ account_id: accountId, week_on: weekOn, state: 'sending' })
        .update(change)
    },
  }
}

const choiceOf = ({ account_id, language, off_token }: ChoiceRow): DigestChoice => ({
  accountId: account_id,
  language,
  offToken: off_token,
})

const mailOf = ({ account_id, week, tries }: MailRow): DigestMail => ({
  accountId: account_id,
  weekOn: week,
  tries,
})
