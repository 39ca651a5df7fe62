import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../server/config/config.ts'
import { checkListening } from '../../server/config/listening.ts'
import { SETTINGS } from '../../server/config/settings.ts'

const text = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8')

interface Service {
  readonly environment: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes: readonly string[]
}
const { services } = parse(text('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<'database' | 'migrate' | 'server' | 'proxy', Service>>
}
const image = Object.fromEntries(
  [...text('Dockerfile').matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs]) =>
    pairs!.split(' ').map((pair) => pair.split('=')),
  ),
)

/** What the image settles, and what has no place in a container: the demo city listens on loopback alone. */
const ELSEWHERE = ['HOST', 'PORT', 'DATA_DIR', 'DEMO']

/** The settings as compose hands them to a container, of variables that stand in .env. */
function settingsOf(service: Service, variables: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(service.environment).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, variable: string, otherwise = '') => {
      return variables[variable] ?? otherwise
    }),
  ])
  return { ...image, ...Object.fromEntries(given) }
}
const REQUIRED = { POSTGRES_PASSWORD: 'a', SERVING_PASSWORD: 'b', SESSION_SECRET: 's'.repeat(64) }

describe('docker compose', () => {
  it.each(['server', 'migrate'] as const)('passes every setting on to the container: %s', (name) => {
    const settled = Object.keys(services[name].environment)
    const expected = Object.keys(SETTINGS).filter((setting) => !ELSEWHERE.includes(setting))
    expect(settled.toSorted()).toEqual(expected.toSorted())
  })

  it('passes the values of .env, and the product’s defaults otherwise', () => {
    const plain = parseConfig(settingsOf(services.server, REQUIRED))
    expect(plain).toMatchObject({ cityCrs: 3006, timezone: 'Europe/Stockholm', logLevel: 'info' })
    const given = { CITY_CRS: '3011', LOG_LEVEL: 'warn', WORKERS: '3', SECURITY_CONTACT: 'mailto:a@b.se' }
    expect(parseConfig(settingsOf(services.server, { ...REQUIRED, ...given }))).toMatchObject({
      cityCrs: 3011,
      logLevel: 'warn',
      workers: 3,
      securityContact: 'mailto:a@b.se',
    })
  })

  it('starts the server without warnings', () => {
    const config = parseConfig(settingsOf(services.server, REQUIRED))
    expect([config.host, checkListening(config, { demo: false })]).toEqual(['0.0.0.0', []])
  })

  it('gives the role that owns the schema to the jobs, not to the server', () => {
    expect(parseConfig(settingsOf(services.migrate, REQUIRED)).migrationDatabaseUrl).toContain('lagesbild:a@')
    expect(parseConfig(settingsOf(services.server, REQUIRED)).migrationDatabaseUrl).toBeNull()
  })

  it('publishes the proxy only, by default on this machine only', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined)
    expect(published.map(([name]) => name)).toEqual(['proxy'])
    expect(services.proxy.ports).toEqual([
      expect.stringMatching(/^\$\{\w+:-127\.0\.0\.1:8080\}:8080$/),
      expect.stringMatching(/^\$\{\w+:-127\.0\.0\.1:8443\}:8443$/),
    ])
  })

  it('gives the proxy the configuration that is tested, its certificates, and a place for bodies', () => {
    expect(services.proxy.volumes).toEqual([
      './nginx.conf:/etc/nginx/nginx.conf:ro',
      expect.stringMatching(/:\/etc\/nginx\/certificates:ro$/),
      '/var/cache/nginx',
    ])
  })
})
