import type { Knex } from 'knex'
import { DomainError, notFound } from '../../server/engine/errors.ts'
import type { Account, AccountChanges } from '../../server/accounts/people/accounts.ts'
import type { DatabaseHandle, Executor } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { createOrganisations } from './organisations.ts'
import { type AccountRow, fromAccountRow, toAccountRow } from './people-rows.ts'
import type { PeopleRepository } from '../../server/accounts/people/repository.ts'

/** Accounts and organisations. */
export function createPeopleRepository(db: DatabaseHandle): PeopleRepository {
  const { knex } = db
  const rowWhere = (where: Partial<AccountRow>) => knex<AccountRow>('app_user').where(where).first()
  const accountWhere = async (where: Partial<AccountRow>) => {
    const row = await rowWhere(where)
    return row === undefined ? null : fromAccountRow(row)
  }
  const credentialsWhere = async (where: Partial<AccountRow>) => {
    const row = await rowWhere(where)
    return row === undefined ? null : { account: fromAccountRow(row), passwordHash: row.password_hash }
  }
  return {
    ...createOrganisations(db),
    find: (id) => accountWhere({ id }),
    findCredentials: (email) => credentialsWhere({ email }),
    findCredentialsById: (id) => credentialsWhere({ id }),
    findByOpenId: ({ issuer, subject }) => accountWhere({ openid_issuer: issuer, openid_subject: subject }),
    async list(after, limit) {
      const rows = await knex<AccountRow>('app_user').where('id', '>', after).orderBy('id').limit(limit)
      return rows.map(fromAccountRow)
    },
    async insert(account) {
      const [row] = await refusing(
        async () => await knex('app_user').insert(toAccountRow(account)).returning<AccountRow[]>('*'),
      )
      return fromAccountRow(row!)
    },
    update: (id, changes) => refusing(() => knex.transaction((trx) => updated(trx, id, changes))),
    setPassword: (id, passwordHash, from) =>
      knex.transaction(async (trx) => {
        const replaced = from === undefined ? { id } : { id, password_hash: from }
        const changed = await trx('app_user').where(replaced).update({ password_hash: passwordHash })
        if (changed > 0) await endAccess(trx, id)
        return changed > 0
      }),
    async rehash(id, from, to) {
      await knex('app_user').where({ id, password_hash: from }).update({ password_hash: to })
    },
    async signedIn(id, atMs) {
      await knex('app_user')
        .where({ id })
        .update({ last_sign_in_at: new Date(atMs) })
    },
    hasAdministrator: async () => (await administrators(knex)) > 0,
  }
}

async function updated(trx: Knex.Transaction, id: number, changes: AccountChanges): Promise<Account> {
  // One such change at a time: two administrators who disable each other must not both succeed.
  await trx.raw('LOCK TABLE app_user IN SHARE ROW EXCLUSIVE MODE')
  const before = await administrators(trx)
  const row = {
    ...(changes.name === undefined ? {} : { name: changes.name }),
    ...(changes.role === undefined ? {} : { role: changes.role }),
    ...(changes.organisationId === undefined ? {} : { organisation_id: changes.organisationId }),
    ...(changes.disabled === undefined ? {} : { disabled: changes.disabled }),
  }
  const stored = await (Object.keys(row).length === 0
    ? trx<AccountRow>('app_user').where({ id })
    : trx('app_user').where({ id }).update(row).returning<AccountRow[]>('*'))
  if (stored[0] === undefined) throw notFound('user', id)
  if (before > 0 && (await administrators(trx)) === 0)
    throw new DomainError('conflict', 'Nobody would be left who can sign in as an administrator.')
  if (changes.disabled === true) await endAccess(trx, id)
  return fromAccountRow(stored[0])
}

async function endAccess(trx: Knex.Transaction, accountId: number): Promise<void> {
  await trx('session').where({ user_id: accountId }).delete()
  await trx('invitation').where({ user_id: accountId }).delete()
}

/** Number of administrators who can sign in. */
async function administrators(db: Executor): Promise<number> {
  const [row] = await db('app_user')
    .where({ role: 'admin', disabled: false })
    .whereRaw('(password_hash IS NOT NULL OR openid_subject IS NOT NULL)')
    .count<{ count: string | number }[]>('* AS count')
  return Number(row!.count)
}
