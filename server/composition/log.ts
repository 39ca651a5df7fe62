import { pino } from 'pino'
import type { Config } from '../config.ts'
import type { Log } from '../domain/log.ts'

/**
 * The log of a process: JSON lines on stderr.
 *
 * @param options.quiet leaves warnings and errors only: for a terminal, where the progress lines tell the rest
 */
export function openLog(level: Config['logLevel'], { quiet }: { readonly quiet: boolean }): Log {
  return pino({ level: quiet ? 'warn' : level, base: null }, pino.destination({ dest: 2, sync: true }))
}
