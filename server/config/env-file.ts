import { readFileSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { DomainError } from '../engine/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the settings of a city are kept beside the environment: in the folder that the product is started in. */
export const ENV_FILE = '.env'
const OWNER_ONLY = 0o600

/**
 * An environment with the settings of the file, where there is one; what the environment has itself counts. Tests know
 * nothing of it: a city that somebody begins in a checkout is none of theirs.
 */
export function withEnvFile(env: Environment, path: string = ENV_FILE): Environment {
  if (env.NODE_ENV === 'test') return env
  return { ...parseEnv(textOf(path)), ...env }
}

/**
 * Adds settings to the file, readable by its owner alone; what it has already stays as it is.
 *
 * @returns the names of those that were added
 * @throws DomainError `invalid-setting` for one that the file sets otherwise
 */
export function addToEnvFile(settings: Readonly<Record<string, string>>, path = ENV_FILE): readonly string[] {
  const text = textOf(path)
  const added = newSettings(settings, path)
  if (added.length === 0) return []
  const lines = added.map((name) => `${name}=${quoted(settings[name]!)}\n`)
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
  writeFileSync(path, before + lines.join(''), { mode: OWNER_ONLY })
  return added
}

/** The names of settings that the file has not. @throws as `addToEnvFile` */
export function newSettings(settings: Readonly<Record<string, string>>, path = ENV_FILE): readonly string[] {
  const known = parseEnv(textOf(path))
  const changed = Object.keys(settings).find((name) => (known[name] ?? settings[name]) !== settings[name])
  if (changed !== undefined) {
    const rule = `${path} sets ${changed} otherwise; change it there, or leave the option out`
    const sv = `${path} sätter ${changed} till något annat; ändra det där, eller utelämna flaggan`
    const problems = [{ field: changed, rule, sv }]
    throw new DomainError('invalid-setting', { sv: `${sv}.`, en: `${rule}.` }, { problems })
  }
  return Object.keys(settings).filter((name) => known[name] === undefined)
}

/** As the file and docker compose read it: single quotes keep everything as it stands. */
function quoted(value: string): string {
  if (/^[\w./:@+=,-]*$/.test(value)) return value
  return value.includes("'") ? `"${value}"` : `'${value}'`
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
