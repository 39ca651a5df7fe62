import { createInterface } from 'node:readline/promises'
import { ENV_FILE, withEnvFile } from '../config/env-file.ts'
import { parseConfig } from '../config/config.ts'
import type { CommandContext } from './command.ts'
import { commandsFor } from './commands.ts'
import { exitCodeOf, lineOf } from '../platform/exit-code.ts'
import { languageOf, takeLanguage } from './language.ts'
import { runCommand } from './run-command.ts'

/** The command line: the words and settings of this process, turned into a command and its exit code. */
async function commandLine(): Promise<void> {
  const cancel = new AbortController()
  process.once('SIGINT', () => cancel.abort())
  process.once('SIGTERM', () => cancel.abort())
  let environment = withEnvFile(process.env)
  const config = memo(() => parseConfig(environment))
  const clock = { nowMs: () => Date.now() }
  // Most of the server's code: only a command that opens a session waits for it.
  const opened = memo(async () => {
    const { openSession } = await import('./open-session.ts')
    return openSession(config(), clock, (line) => process.stderr.write(`${line}\n`))
  })
  const context: CommandContext = {
    stdout: process.stdout,
    stderr: process.stderr,
    signal: cancel.signal,
    config,
    setup: {
      envFile: ENV_FILE,
      prompt: process.stdin.isTTY ? promptOnTerminal(cancel.signal) : null,
      settle: (settings) => (environment = { ...environment, ...settings }),
      hasSetting: (name) => Boolean(environment[name]?.trim()),
    },
    open: async () => (await opened()).session,
  }
  const argv = wordsInLanguage(process.argv.slice(2))
  if (argv === null) return
  process.exitCode = await runCommand(argv, await commandsFor(argv[0]), context)
  if (opened.used()) await (await opened().catch(() => null))?.close()
}

/** The words of the call but for its language, which holds for whatever this process says; null when it is refused. */
function wordsInLanguage(argv: readonly string[]): readonly string[] | null {
  try {
    const { words, locale } = takeLanguage(argv)
    if (locale !== null) process.env.LC_ALL = locale
    return words
  } catch (error) {
    process.stderr.write(`${lineOf(error, languageOf(process.env))}\n`)
    process.exitCode = exitCodeOf(error)
    return null
  }
}

/** Each question a line of its own, and its answer. */
function promptOnTerminal(signal: AbortSignal): (question: string) => Promise<string> {
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      return await terminal.question(question, { signal })
    } finally {
      terminal.close()
    }
  }
}

function memo<T>(make: () => T): (() => T) & { used(): boolean } {
  let made: { readonly value: T } | null = null
  const get = () => (made ??= { value: make() }).value
  return Object.assign(get, { used: () => made !== null })
}

await commandLine()
