import { type Config, isLoopback } from './config.ts'
import { DomainError } from '../engine/errors.ts'
import type { CityChoice } from './city.ts'

/**
 * Whether a city may listen where the settings say, and what the operator should hear about it; null = nothing.
 *
 * @throws DomainError `invalid-setting` for the demo city beyond loopback: its passwords are known to everybody
 */
export function checkListening(
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
  { demo }: Pick<CityChoice, 'demo'>,
): string | null {
  if (isLoopback(host)) return null
  if (demo) {
    const line = `HOST=${host}: the demo city listens on this machine alone, for everybody knows its passwords. Set DEMO=off for a city of your own.`
    throw new DomainError('invalid-setting', line, { problems: [{ field: 'HOST', value: host, rule: line }] })
  }
  if (publicUrl !== null) return null
  return 'HOST is beyond this machine and PUBLIC_URL is not set: only addresses in figures reach the server, and passwords travel in clear. Put a proxy that speaks HTTPS before it and set PUBLIC_URL.'
}
