import { type Config, isLoopback } from './config.ts'
import { DomainError } from '../engine/errors.ts'
import type { CityChoice } from './city.ts'

/**
 * Checks the listening address of the settings; returns warnings for the operator, a line each.
 *
 * @throws DomainError `invalid-setting` for the demo city beyond loopback: its passwords are known to everybody
 */
export function checkListening(
  { host, publicUrl, trustedProxies }: Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>,
  { demo }: Pick<CityChoice, 'demo'>,
): readonly string[] {
  if (isLoopback(host)) return []
  if (demo) {
    const line = `HOST=${host}: the demo city listens on this machine alone, for everybody knows its passwords. Set DEMO=off for a city of your own.`
    throw new DomainError('invalid-setting', line, { problems: [{ field: 'HOST', value: host, rule: line }] })
  }
  return [...(publicUrl === null ? [NO_PUBLIC_URL] : []), ...(trustedProxies.length === 0 ? [NO_PROXY] : [])]
}

const NO_PUBLIC_URL =
  'HOST is beyond this machine and PUBLIC_URL is not set: only addresses in figures reach the server.'
const NO_PROXY =
  'HOST is beyond this machine and TRUST_PROXY is not set: passwords travel in clear, and nothing limits the connections of a network. Put a proxy that speaks HTTPS before the server (nginx.conf is one), and set TRUST_PROXY to its address.'
