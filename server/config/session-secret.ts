import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'

const NAME = 'session-secret'
const OWNER_ONLY = 0o600
const NEEDED: Texts = {
  sv: 'SESSION_SECRET: måste sättas tillsammans med DATABASE_URL, till minst 32 tecken som ingen kan gissa (openssl rand -base64 32).',
  en: 'SESSION_SECRET: must be set beside DATABASE_URL, to at least 32 characters that nobody can guess (openssl rand -base64 32).',
}

/**
 * The secret that sessions are signed with: SESSION_SECRET, else, on the embedded database, one generated once and
 * stored under DATA_DIR, readable by its owner only.
 *
 * @throws DomainError `invalid-setting` on PostGIS without SESSION_SECRET: every process on it must have the same
 */
export function readSessionSecret({
  sessionSecret,
  databaseUrl,
  dataDir,
}: Pick<Config, 'sessionSecret' | 'databaseUrl' | 'dataDir'>): string {
  if (sessionSecret !== null) return sessionSecret
  if (databaseUrl !== null) {
    const problems = [{ field: 'SESSION_SECRET', rule: NEEDED.en, sv: NEEDED.sv }]
    throw new DomainError('invalid-setting', NEEDED, { problems })
  }
  return kept(dataDir) ?? made(dataDir)
}

function kept(dataDir: string): string | null {
  try {
    return readFileSync(join(dataDir, NAME), 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Created atomically; of two concurrent processes the first one's secret is kept. */
function made(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  const draft = join(dataDir, `${NAME}.${process.pid}`)
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: OWNER_ONLY })
  try {
    linkSync(draft, join(dataDir, NAME))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return kept(dataDir)!
}
