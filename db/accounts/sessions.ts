import type { Knex } from 'knex'
import type { StoredMembership, StoredSession } from '../../server/accounts/people/accounts.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { sessionFindSql } from './session-find.ts'
import { SESSION_INSERT_SQL } from './session-insert.ts'
import { within } from '../client/statement-class.ts'
import { type AccountRow, fromAccountRow } from './people-rows.ts'
import type { AccessChanges, SessionRepository } from '../../server/accounts/people/repository.ts'

type FoundRow = AccountRow & {
  readonly session_id: number
  readonly session_last_used_at: Date
  readonly session_expires_at: Date
  readonly organisation_kind: StoredMembership['kind'] | null
  readonly organisation_areas: StoredMembership['areas']
}

/** Sessions, found by the hash of their token. */
export function createSessionRepository({ knex }: DatabaseHandle): SessionRepository {
  async function found(column: 'id' | 'token_hash', value: string | number): Promise<StoredSession | null> {
    const { rows } = await within('quick', knex.raw(sessionFindSql(column), [value]))
    const row = rows[0] as FoundRow | undefined
    if (row === undefined) return null
    return {
      id: row.session_id,
      account: fromAccountRow(row),
      organisation: membershipOf(row),
      lastUsedAtMs: row.session_last_used_at.getTime(),
      expiresAtMs: row.session_expires_at.getTime(),
    }
  }

  async function used(sessions: Knex.QueryBuilder, atMs: number, latestEndMs: number): Promise<void> {
    const at = new Date(atMs)
    await sessions.update({
      last_used_at: at,
      created_at: knex.raw('least(created_at, ?::timestamptz)', [at]),
      expires_at: knex.raw('least(expires_at, ?::timestamptz)', [new Date(latestEndMs)]),
    })
  }

  return {
    async insert({ createdAtMs, expiresAtMs, ...session }) {
      const times = { created: new Date(createdAtMs), expires: new Date(expiresAtMs) }
      const { rows } = await knex.raw(SESSION_INSERT_SQL, { ...session, ...times } as never)
      return (rows[0] as { id: number } | undefined)?.id ?? null
    },
    find: (tokenHash) => found('token_hash', tokenHash),
    findById: (id) => found('id', id),
    touch: (id, atMs, latestEndMs) => used(knex('session').where({ id }), atMs, latestEndMs),
    holdToNow: (nowMs, latestEndMs) =>
      used(knex('session').where('last_used_at', '>', new Date(nowMs)), nowMs, latestEndMs),
    async remove(id) {
      await knex('session').where({ id }).delete()
    },
    async removeOfAccount(accountId) {
      return knex('session').where({ user_id: accountId }).delete()
    },
    async sweep(nowMs, idleSinceMs) {
      return knex('session')
        .where('expires_at', '<=', new Date(nowMs))
        .orWhere('last_used_at', '<=', new Date(idleSinceMs))
        .delete()
    },
  }
}

const ACCESS_CHANNEL = 'lagesbild_access'

/** The counter of changed rights. */
export function createAccessChanges({ knex, notifications }: DatabaseHandle): AccessChanges {
  return {
    async version() {
      const { rows } = await within('quick', knex.raw('SELECT version::text AS version FROM access_change'))
      return (rows[0] as { version: string } | undefined)?.version ?? '0'
    },
    onNotification: (callback) => notifications.listen(ACCESS_CHANNEL, () => callback()),
  }
}

/** The organisation of a row of an account or key; null for none. */
export function membershipOf(row: {
  readonly organisation_id: number | null
  readonly organisation_kind: StoredMembership['kind'] | null
  readonly organisation_areas: StoredMembership['areas']
}): StoredMembership | null {
  const { organisation_id: id, organisation_kind: kind, organisation_areas: areas } = row
  return id === null || kind === null ? null : { id, kind, areas }
}
