import { pino } from 'pino'
import type { Config } from '../config/config.ts'
import type { Log } from '../platform/log.ts'

/**
 * What is logged of an error: never what the database tells in `detail` or `where`, for there it cites the whole row
 * that it refused, incidents' texts and people's addresses too.
 */
const LOGGED_OF_ERRORS = [
  'type',
  'message',
  'stack',
  'code',
  'severity',
  'table',
  'column',
  'constraint',
] as const

/**
 * The log of a process: JSON lines on stderr.
 *
 * @param options.quiet leaves warnings and errors only: for a terminal, where the progress lines tell the rest
 */
export function openLog(level: Config['logLevel'], { quiet }: { readonly quiet: boolean }): Log {
  const options = { level: quiet ? 'warn' : level, base: null, serializers: { err: errorForLog } }
  return pino(options, pino.destination({ dest: 2, sync: true }))
}

/** An error as it is logged. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const known = pino.stdSerializers.err(error)
  return Object.fromEntries(LOGGED_OF_ERRORS.flatMap((name) => (name in known ? [[name, known[name]]] : [])))
}
