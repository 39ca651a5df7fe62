import { pathToFileURL } from 'node:url'
import { type ExitCode, exitCodeOf, lineOf } from './platform/exit-code.ts'
import { namedLanguage } from './platform/shell-language.ts'
import { startServer } from './composition/start-server.ts'
import { openLog } from './composition/log.ts'
import { untilSignal } from './composition/until-signal.ts'
import { withEnvFile } from './config/env-file.ts'
import { parseConfig } from './config/config.ts'

/** Draining is bounded by itself; this is for a database that does not let go. */
const MAX_CLOSE_MS = 15_000

const LANGUAGES = ['sv', 'en'] as const

interface Options {
  /** Resolves when the page is built; its address is printed only then. */
  readonly pageReady?: Promise<void>
}

/**
 * The server as a process: settings → database → snapshot → services → listen, until SIGINT or SIGTERM (or SIGHUP,
 * when its terminal closes) ends it cleanly; any other end is reported.
 *
 * @returns the exit code; an error is printed in one line
 */
export async function main({ pageReady = Promise.resolve() }: Options = {}): Promise<ExitCode> {
  const say = (line: string) => console.log(line)
  const ended = reportUnexpectedEnd()
  try {
    const environment = withEnvFile(process.env)
    const config = parseConfig(environment)
    const log = openLog(config.logLevel, { quiet: process.stderr.isTTY && !environment.LOG_LEVEL })
    const stop = untilSignal({
      maxCloseMs: MAX_CLOSE_MS,
      say: console.error,
      end: () => {
        ended()
        process.exit(3)
      },
    })
    const server = await startServer(config, {
      log,
      clock: { nowMs: () => Date.now() },
      say,
      signal: stop.signal,
    })
    await Promise.race([pageReady, stop.aborted])
    if (!stop.signal.aborted) say(`\n  ${server.url}\n`)
    await stop.aborted
    say(`Closing (${String(stop.signal.reason)})…`)
    await server.close()
    return 0
  } catch (error) {
    for (const line of faultLines(error)) console.error(line)
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    return exitCodeOf(error)
  } finally {
    ended()
  }
}

/** An error in the language of the shell; in both where that names none, as in the log of a container. */
function faultLines(error: unknown): readonly string[] {
  const language = namedLanguage(process.env)
  return [...new Set((language === null ? LANGUAGES : [language]).map((one) => lineOf(error, one)))]
}

/**
 * Reports an unexpected end: an uncaught error, an exit from elsewhere, an empty event loop. A closed reader of the
 * progress lines ends nothing.
 *
 * @returns a function to call before an expected end
 */
function reportUnexpectedEnd(): () => void {
  const onExit = (code: number) => console.error(`The server ended unexpectedly (exit code ${code}).`)
  process.on('exit', onExit)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  return () => process.off('exit', onExit)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
