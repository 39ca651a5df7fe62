import type { LinkPurpose } from '../../server/accounts/people/accounts.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { type AccountRow, fromAccountRow } from './people-rows.ts'
import type { InvitationRepository } from '../../server/accounts/people/repository.ts'

type FoundRow = AccountRow & { readonly purpose: LinkPurpose; readonly link_expires_at: Date }

/** One-time links, found by the hash of their token; one open link an account. */
export function createInvitationRepository({ knex }: DatabaseHandle): InvitationRepository {
  return {
    async put({ accountId, tokenHash, purpose, createdAtMs, expiresAtMs }, options) {
      const row = {
        user_id: accountId,
        token_hash: tokenHash,
        purpose,
        created_at: new Date(createdAtMs),
        expires_at: new Date(expiresAtMs),
      }
      const put = knex('invitation').insert(row).onConflict('user_id').merge()
      const replaced =
        options?.unlessOpen === true ? put.where('invitation.expires_at', '<=', new Date(createdAtMs)) : put
      return (await refusing(async () => await replaced.returning('user_id'))).length > 0
    },
    async find(tokenHash) {
      const row = await knex('invitation')
        .join('app_user', 'app_user.id', 'invitation.user_id')
        .where({ token_hash: tokenHash })
        .first<FoundRow | undefined>('app_user.*', 'purpose', 'invitation.expires_at AS link_expires_at')
      if (row === undefined) return null
      return {
        account: fromAccountRow(row),
        purpose: row.purpose,
        expiresAtMs: row.link_expires_at.getTime(),
      }
    },
    async accept(tokenHash, passwordHash, nowMs) {
      return knex.transaction(async (trx) => {
        const [link] = await trx('invitation')
          .where({ token_hash: tokenHash })
          .where('expires_at', '>', new Date(nowMs))
          .delete()
          .returning<{ user_id: number }[]>('user_id')
        if (link === undefined) return null
        const [row] = await trx('app_user')
          .where({ id: link.user_id, disabled: false })
          .update({ password_hash: passwordHash })
          .returning<AccountRow[]>('*')
        await trx('session').where({ user_id: link.user_id }).delete()
        return row === undefined ? null : fromAccountRow(row)
      })
    },
    async sweep(nowMs) {
      return knex('invitation').where('expires_at', '<=', new Date(nowMs)).delete()
    },
  }
}
