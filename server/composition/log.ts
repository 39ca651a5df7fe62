import { pino } from 'pino'
import type { Config } from '../config/config.ts'
import type { Log } from '../platform/log.ts'

/**
 * The logged fields of an error: never `detail` or `where` of the database, which cite the refused row, with
 * incidents' texts and people's addresses.
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
 * @param options.quiet logs warnings and errors only, for a terminal that shows progress lines
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
