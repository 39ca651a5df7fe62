import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CommandContext } from '../../server/cli/command.ts'
import { commandsFor } from '../../server/cli/commands.ts'
import { FILE_MESSAGES } from '../../server/cli/file-messages.ts'
import { OUTPUT_MESSAGES } from '../../server/cli/output-messages.ts'
import { ERASURE_NAMES, PURGE_MESSAGES } from '../../server/cli/purge-messages.ts'
import { REFUSAL_MESSAGES, WRITE_FAULTS } from '../../server/cli/refusal-messages.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import { CALL_MESSAGES, USAGE_MESSAGES } from '../../server/cli/usage-messages.ts'
import { VERIFY_MESSAGES } from '../../server/cli/verify-messages.ts'
import { parseConfig } from '../../server/config/config.ts'
import { SETTING_DESCRIPTIONS } from '../../server/config/setting-descriptions.ts'
import { SETTINGS } from '../../server/config/settings.ts'
import type { Texts } from '../../server/engine/texts.ts'

const CLI = fileURLToPath(new URL('../../server/cli/bin.mjs', import.meta.url))
const commands = await commandsFor(undefined)
afterEach(() => vi.unstubAllEnvs())

async function run(language: string, ...argv: readonly string[]) {
  vi.stubEnv('LC_ALL', language)
  const written = { out: '', err: '' }
  const context: CommandContext = {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    config: () => parseConfig({}),
    open: () => Promise.reject(new Error('no database here')),
    signal: new AbortController().signal,
  }
  await runCommand(argv, commands, context)
  return written
}
const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].toSorted()

describe.each(commands.map(({ name }) => name))('the help of lagesbild %s', (name) => {
  it('is told in the language of the shell, with the same options in both', async () => {
    const [sv, en] = [await run('sv_SE.UTF-8', name, '--help'), await run('en_GB.UTF-8', name, '--help')]
    expect(sv.out).toMatch(new RegExp(`^Användning: lagesbild ${name}\\b`))
    expect(en.out).toMatch(new RegExp(`^Usage: lagesbild ${name}\\b`))
    expect(optionsIn(sv.out)).toEqual(optionsIn(en.out))
    expect(sv.out.split('\n\n').slice(1)).not.toEqual(en.out.split('\n\n').slice(1))
  })
})

describe('the list of commands', () => {
  it('is told in the language of the shell', async () => {
    const sv = (await run('sv_SE.UTF-8', '--help')).out
    const en = (await run('C', '--help')).out
    expect(sv).toContain('Användning: lagesbild')
    expect(en).toContain('Usage: lagesbild')
    for (const { name, summary } of commands) {
      expect(sv).toMatch(new RegExp(`^  ${name} +${summary.sv.slice(0, 10)}`, 'm'))
      expect(en).toMatch(new RegExp(`^  ${name} +${summary.en.slice(0, 10)}`, 'm'))
    }
  })

  it.each([
    [['--lang', 'sv', '--help'], 0, /^Användning: lagesbild/],
    [['--lang=sv', 'migrate', '--help'], 0, /^Användning: lagesbild migrate/],
    [['migrate', '--lang', 'sv', '--help'], 0, /^Användning: lagesbild migrate/],
    [['--lang', 'fi', '--help'], 2, /^--lang: is one of sv, en/],
  ])('is told in the language that the call %j names', (words, code, said) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'en_GB.UTF-8' } as NodeJS.ProcessEnv
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { env, encoding: 'utf8' })
    expect(status).toBe(code)
    expect(stdout + stderr).toMatch(said)
  })
})

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && 'sv' in value
/** Given to messages that take something in: any that make a message of it will do. */
const TEXTS = { sv: 'ett', en: 'one' }
const GIVEN = ['ett', 1, TEXTS, ['ett'], [TEXTS], 'area', 'prepared', 'erased']
const textsOf = (value: unknown): Texts => {
  if (isTexts(value)) return value
  const make = value as (...given: unknown[]) => unknown
  for (const [first, second] of GIVEN.flatMap((one) => GIVEN.map((other) => [one, other])))
    try {
      const made = make(first, second, 'tre', 4, true)
      if (isTexts(made) && !/undefined|\[object/.test(made.sv + made.en)) return made
    } catch {
      // It takes something else.
    }
  throw new Error('is no message in two languages')
}

describe.each(
  Object.entries({
    CALL_MESSAGES,
    FILE_MESSAGES,
    OUTPUT_MESSAGES,
    REFUSAL_MESSAGES,
    USAGE_MESSAGES,
    VERIFY_MESSAGES,
    PURGE_MESSAGES,
    ERASURE_NAMES,
    WRITE_FAULTS,
    SETTING_DESCRIPTIONS,
  }),
)('%s', (_, table) => {
  it.each(Object.keys(table))('says %s in both languages', (name) => {
    const { sv, en } = textsOf((table as Readonly<Record<string, unknown>>)[name])
    expect([sv.trim(), en.trim()]).not.toContain('')
    expect(sv).not.toBe(en)
  })
})

describe('a setting', () => {
  it.each(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[])('%s has its rule in both languages', (name) => {
    const { sv, en } = SETTINGS[name].rule
    expect([sv, en]).not.toContain('')
  })

  it('that is bad is told of in both', () => {
    const refused = () => parseConfig({ PORT: 'eighty' })
    expect(refused).toThrow(
      expect.objectContaining({
        texts: {
          sv: 'PORT=eighty: ska vara ett heltal från 0 till 65535.',
          en: 'PORT=eighty: must be a whole number from 0 to 65535.',
        },
      }),
    )
  })

  it('that does not exist is told of in both', () => {
    expect(() => parseConfig({ DATABSE_URL: 'x' })).toThrow(
      expect.objectContaining({
        texts: {
          sv: 'DATABSE_URL är ingen inställning: är DATABASE_URL menad?',
          en: 'DATABSE_URL is no setting: did you mean DATABASE_URL?',
        },
      }),
    )
  })
})
