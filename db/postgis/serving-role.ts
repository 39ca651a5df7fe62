import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type { Log } from '../../server/platform/log.ts'

/** Name and password of a role, as a connection address gives them. */
export interface RoleCredentials {
  readonly role: string
  readonly password: string
}

/** The credentials in a connection address. */
export function credentialsOf(url: string): RoleCredentials {
  const { username, password } = new URL(url)
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) }
}

interface RoleRow {
  readonly exists: boolean
  readonly may_create: boolean
  readonly too_strong: boolean
}

const ROLE_SQL = `
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :role) AS exists,
  (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS may_create,
  EXISTS (SELECT FROM pg_roles WHERE rolname = :role
    AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
      OR pg_has_role(oid, current_user, 'MEMBER'))) AS too_strong`

/**
 * Makes sure that the serving role exists; creates it, with no right but to sign in, where the owner may.
 *
 * @param knex as the owner of the schema
 * @throws DomainError `invalid-setting` with the statement to run when somebody else must create it
 */
export async function ensureRole(knex: Knex, { role, password }: RoleCredentials, log: Log): Promise<void> {
  const { rows } = await knex.raw(ROLE_SQL, { role })
  const found = rows[0] as RoleRow
  if (found.too_strong)
    log.warn({ role }, 'the role of DATABASE_URL may do more than serve: give it a role of its own')
  if (found.exists) return
  if (!found.may_create) {
    throw new DomainError(
      'invalid-setting',
      `DATABASE_URL: there is no role ${role}; have a database administrator run CREATE ROLE ${role} LOGIN PASSWORD '…'.`,
    )
  }
  if (password === '') throw new DomainError('invalid-setting', 'DATABASE_URL: must hold a password.')
  const verifier = scramVerifier(password)
  await knex.raw(`CREATE ROLE ?? LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${verifier}'`, [role])
  log.info({ role }, 'made the role that serves')
}

const ITERATIONS = 4096

/**
 * What PostgreSQL stores of a password (RFC 5803), so that the password itself is in no statement and no log. Only for
 * passwords that SASLprep leaves alone: others go to the server as they are written, normalised.
 *
 * @param password of any characters; compared by PostgreSQL after the same NFKC
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
