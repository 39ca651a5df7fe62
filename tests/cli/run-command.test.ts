import { parseArgs } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import type { Command, CommandContext } from '../../server/cli/command.ts'
import type { ExitCode } from '../../server/platform/exit-code.ts'
import { commandsFor } from '../../server/cli/commands.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import { parseConfig } from '../../server/config/config.ts'
import { USAGE_MESSAGES } from '../../server/cli/usage-messages.ts'
import { DomainError, type ErrorCode, invalidParameter } from '../../server/engine/errors.ts'

function contextOf(written: { out: string; err: string }): CommandContext {
  return {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    config: () => parseConfig({}),
    open: () => Promise.reject(new Error('no database here')),
    signal: new AbortController().signal,
  }
}

const command = (run: Command['run']): Command => ({
  name: 'greet',
  summary: { sv: 'Säg hej', en: 'Say hello' },
  help: { sv: 'Användning: lagesbild greet NAMN', en: 'Usage: lagesbild greet NAME' },
  run,
})

async function run(argv: string[], body: Command['run'] = () => Promise.resolve(0)) {
  const written = { out: '', err: '' }
  const code = await runCommand(argv, [command(body)], contextOf(written))
  return { code, ...written }
}

describe('the command line', () => {
  it('lists the commands when asked for help', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/greet\s+Say hello/)
  })

  it('takes no command at all for a fault of the call', async () => {
    expect((await run([])).code).toBe(2)
  })

  it('names an unknown command in one line', async () => {
    const { code, err } = await run(['gret'])
    expect(code).toBe(2)
    expect(err).toBe('There is no command "gret"; lagesbild --help lists them.\n')
  })

  it.each([
    [['greet', '--loud'], 'There is no option --loud.', 'Flaggan --loud finns inte.'],
    [['greet', '--name'], 'The option --name lacks its value.', 'Flaggan --name saknar sitt värde.'],
    [
      ['greet', '--name', '--plain'],
      'The value after --name begins with a dash: write --name=VALUE if that is meant.',
      'Värdet efter --name börjar med streck: skriv --name=VÄRDE om det är menat så.',
    ],
    [['greet', '--plain=1'], 'The option --plain takes no value.', 'Flaggan --plain tar inget värde.'],
    [
      ['greet', 'Ada'],
      'Ada does not belong there: the command takes options alone.',
      'Ada hör inte dit: kommandot tar bara flaggor.',
    ],
    [
      ['greet', '--name', 'Ada'],
      '--name: is one of Bo, Eva (given: Ada).',
      '--name: är något av Bo, Eva (angivet: Ada).',
    ],
  ])(
    'says what is wrong with the call %j and where to read on, in the caller’s language',
    async (argv, en, sv) => {
      const body: Command['run'] = async (words) => {
        const options = { name: { type: 'string' }, plain: { type: 'boolean' } } as const
        const { values } = parseArgs({ args: [...words], options })
        throw invalidParameter('--name', values.name, USAGE_MESSAGES.oneOf(['Bo', 'Eva']))
      }
      for (const [language, said] of [
        ['en_GB.UTF-8', `${en} lagesbild greet --help tells more.\n`],
        ['sv_SE.UTF-8', `${sv} lagesbild greet --help säger mer.\n`],
      ] as const) {
        vi.stubEnv('LC_ALL', language)
        expect(await run(argv, body)).toMatchObject({ code: 2, err: said })
      }
      vi.unstubAllEnvs()
    },
  )

  it('tells the help of a command without running it', async () => {
    const { code, out } = await run(['greet', '--help'], () => Promise.reject(new Error('ran')))
    expect({ code, out }).toEqual({ code: 0, out: 'Usage: lagesbild greet NAME\n' })
  })

  it('hands on the words after the name and the exit code', async () => {
    const { code, out } = await run(['greet', 'Ada'], (argv, { stdout }) => {
      stdout.write(`Hello ${argv[0]}`)
      return Promise.resolve(1 as ExitCode)
    })
    expect({ code, out }).toEqual({ code: 1, out: 'Hello Ada' })
  })

  it.each<[ErrorCode, ExitCode]>([
    ['invalid-file', 1],
    ['not-found', 1],
    ['invalid-setting', 2],
    ['demo-refused', 2],
    ['database-unavailable', 3],
    ['busy', 3],
  ])('tells a %s in one line and ends with %i', async (code, expected) => {
    const outcome = await run(['greet'], () => Promise.reject(new DomainError(code, 'First line.\nSecond.')))
    expect(outcome).toEqual({ code: expected, out: '', err: 'First line.\n' })
  })

  it('tells the operator why the database does not answer', async () => {
    const away = (cause: unknown) =>
      new DomainError('database-unavailable', 'The database is away.', { cause })
    const reported = async (cause: unknown) => (await run(['greet'], () => Promise.reject(away(cause)))).err
    expect(await reported(new Error('select 1 - role "vera" is not permitted to log in'))).toBe(
      'The database is away. (role "vera" is not permitted to log in)\n',
    )
    expect(await reported(Object.assign(new Error(''), { code: 'ECONNREFUSED' }))).toBe(
      'The database is away. (ECONNREFUSED)\n',
    )
    expect(await reported(away(undefined))).toBe('The database is away.\n')
  })

  it('tells what the database said of a statement, not the statement', async () => {
    const refusal = Object.assign(new Error('CREATE TABLE a (\n);\n - permission denied for schema public'), {
      severity: 'ERROR',
      code: '42501',
    })
    const outcome = await run(['greet'], () => Promise.reject(refusal))
    const err = 'The database refused a statement: permission denied for schema public (42501)\n'
    expect(outcome).toEqual({ code: 3, out: '', err })
  })

  it('takes a defect for a fault of the system, without a stack trace', async () => {
    const outcome = await run(['greet'], () => Promise.reject(new TypeError('x is not a function')))
    expect(outcome).toEqual({ code: 3, out: '', err: 'x is not a function\n' })
  })
})

describe('the commands', () => {
  it('are each found by their own name, and all by any other', async () => {
    const all = await commandsFor(undefined)
    expect(all.length).toBeGreaterThan(10)
    for (const { name } of all) expect((await commandsFor(name)).map((one) => one.name)).toEqual([name])
    expect(await commandsFor('constructor')).toHaveLength(all.length)
  })
})
