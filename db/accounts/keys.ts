import type { ApiKey } from '../../server/accounts/keys/keys.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { within } from '../client/statement-class.ts'
import { areasSql } from './organisations.ts'
import { membershipOf } from './sessions.ts'
import type { KeyRepository } from '../../server/accounts/keys/repository.ts'

interface KeyRow {
  readonly id: number
  readonly prefix: string
  readonly name: string
  readonly role: ApiKey['role']
  readonly scopes: ApiKey['scopes']
  readonly organisation_id: number | null
  readonly created_by: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly last_used_at: Date | null
  readonly revoked_at: Date | null
}

type FoundRow = KeyRow & Parameters<typeof membershipOf>[0]

const MEMBERSHIP = `
  (SELECT kind FROM organisation WHERE id = api_key.organisation_id) AS organisation_kind,
  ${areasSql('api_key.organisation_id')} AS organisation_areas`

/** API keys. Ended keys stay listed, so that the audit log can refer to them. */
export function createKeyRepository({ knex }: DatabaseHandle): KeyRepository {
  const find = async (id: number) => {
    const row = await knex<KeyRow>('api_key').where({ id }).first()
    return row === undefined ? null : fromRow(row)
  }
  return {
    find,
    async insert(key) {
      const row = {
        prefix: key.prefix,
        sha256: key.sha256,
        name: key.name,
        role: key.role,
        scopes: [...key.scopes],
        organisation_id: key.organisationId,
        created_by: key.createdBy,
        created_at: key.createdAt,
        expires_at: key.expiresAt,
      }
      const [stored] = await refusing(async () => await knex('api_key').insert(row).returning('*'))
      return fromRow(stored as KeyRow)
    },
    async list() {
      return (await knex<KeyRow>('api_key').orderBy('id', 'desc')).map(fromRow)
    },
    async findByHash(sha256) {
      const query = knex('api_key').where({ sha256 }).first('*', knex.raw(MEMBERSHIP))
      const row = (await within('quick', query)) as FoundRow | undefined
      return row === undefined ? null : { ...fromRow(row), organisation: membershipOf(row) }
    },
    async revoke(id, at) {
      await knex('api_key').where({ id }).whereNull('revoked_at').update({ revoked_at: at })
      return find(id)
    },
    async touch(uses) {
      for (const { id, at } of uses)
        await within(
          'quick',
          knex('api_key')
            .where({ id })
            // Several servers record uses of one key: the latest is kept.
            .update({ last_used_at: knex.raw('greatest(last_used_at, ?::timestamptz)', [at]) }),
        )
    },
  }
}

function fromRow(row: KeyRow): ApiKey {
  return {
    id: row.id,
    prefix: row.prefix,
    name: row.name,
    role: row.role,
    scopes: row.scopes,
    organisationId: row.organisation_id,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }
}
