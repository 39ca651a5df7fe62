import { type Config, isLoopback } from './config.ts'
import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'
import type { CityChoice } from './city.ts'

/**
 * Checks the listening address of the settings; returns warnings for the operator, a line each.
 *
 * @throws DomainError `invalid-setting` for the demo city beyond loopback: its passwords are known to everybody
 */
export function checkListening(
  { host, publicUrl, trustedProxies }: Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>,
  { demo }: Pick<CityChoice, 'demo'>,
): readonly Texts[] {
  if (isLoopback(host)) return []
  if (demo) {
    const line = demoBeyond(host)
    const problems = [{ field: 'HOST', value: host, rule: line.en, sv: line.sv }]
    throw new DomainError('invalid-setting', line, { problems })
  }
  return [...(publicUrl === null ? [NO_PUBLIC_URL] : []), ...(trustedProxies.length === 0 ? [NO_PROXY] : [])]
}

const demoBeyond = (host: string): Texts => ({
  sv: `HOST=${host}: demostaden lyssnar bara på den här maskinen, för alla känner dess lösenord. Sätt DEMO=off för en egen stad.`,
  en: `HOST=${host}: the demo city listens on this machine alone, for everybody knows its passwords. Set DEMO=off for a city of your own.`,
})
const NO_PUBLIC_URL: Texts = {
  sv: 'HOST går utanför den här maskinen och PUBLIC_URL är inte satt: bara adresser i siffror når servern.',
  en: 'HOST is beyond this machine and PUBLIC_URL is not set: only addresses in figures reach the server.',
}
const NO_PROXY: Texts = {
  sv: 'HOST går utanför den här maskinen och TRUST_PROXY är inte satt: lösenord går i klartext, och inget begränsar ett näts anslutningar. Ställ en proxy som talar HTTPS framför servern (nginx.conf är en), och sätt TRUST_PROXY till dess adress.',
  en: 'HOST is beyond this machine and TRUST_PROXY is not set: passwords travel in clear, and nothing limits the connections of a network. Put a proxy that speaks HTTPS before the server (nginx.conf is one), and set TRUST_PROXY to its address.',
}
