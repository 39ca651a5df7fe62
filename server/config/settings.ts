import { availableParallelism } from 'node:os'
import { parseTrustedProxies } from '../platform/http/trust-proxy.ts'
import type { Texts } from '../engine/texts.ts'
import { FRAMING_ORIGINS, parseOrigins } from './settings-origins.ts'
import { parseIssuer, parseRoleMappings } from './settings-openid.ts'

/** How one environment variable is read. `rule` completes the sentence "NAME must be …" ("NAME ska vara …"). */
export interface Setting<T> {
  readonly rule: Texts
  /** The default, as text to be parsed; null when absence has its own meaning. */
  readonly fallback: string | null
  /** The value, or undefined when the text breaks the rule. */
  parse(text: string): T | undefined
}

const t = (sv: string, en: string): Texts => ({ sv, en })

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

const oneOf = <const T extends readonly string[]>(values: T) => ({
  rule: t(`något av ${values.join(', ')}`, `one of ${values.join(', ')}`),
  parse: (text: string): T[number] | undefined => values.find((value) => value === text),
})

const wholeNumber = (low: number, high: number) => ({
  rule: t(`ett heltal från ${low} till ${high}`, `a whole number from ${low} to ${high}`),
  parse: (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= low && value <= high ? value : undefined
  },
})

const PORT_NUMBER = wholeNumber(0, 65_535)

const urlOf = (protocols: readonly string[], rule: Texts) => ({
  rule,
  parse: (text: string): string | undefined => {
    if (!URL.canParse(text)) return undefined
    return protocols.includes(new URL(text).protocol) ? text : undefined
  },
})

const text = (rule: Texts, pattern: RegExp) => ({
  rule,
  parse: (value: string): string | undefined => (pattern.test(value) ? value : undefined),
})

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Every setting of the product. */
export const SETTINGS = {
  DATABASE_URL: {
    fallback: null,
    ...urlOf(
      ['postgres:', 'postgresql:'],
      t(
        'en adress som postgres://användare:lösenord@värd:5432/namn',
        'an address such as postgres://user:password@host:5432/name',
      ),
    ),
  },
  MIGRATION_DATABASE_URL: {
    fallback: null,
    ...urlOf(
      ['postgres:', 'postgresql:'],
      t(
        'en adress som postgres://ägare:lösenord@värd:5432/namn',
        'an address such as postgres://owner:password@host:5432/name',
      ),
    ),
  },
  DATA_DIR: {
    fallback: './data',
    ...text(t('sökvägen till en mapp', 'the path of a folder'), /\S/),
  },
  HOST: {
    fallback: '127.0.0.1',
    ...text(t('en IP-adress eller ett värdnamn', 'an IP address or host name'), /^[A-Za-z0-9.:_-]{1,253}$/),
  },
  PORT: {
    fallback: '8080',
    ...PORT_NUMBER,
  },
  ADMIN_HOST: {
    fallback: '127.0.0.1',
    ...text(t('en IP-adress eller ett värdnamn', 'an IP address or host name'), /^[A-Za-z0-9.:_-]{1,253}$/),
  },
  ADMIN_PORT: {
    fallback: '8081',
    rule: t(`none, eller ${PORT_NUMBER.rule.sv}`, `none, or ${PORT_NUMBER.rule.en}`),
    parse: (value: string): number | null | undefined => (value === 'none' ? null : PORT_NUMBER.parse(value)),
  },
  CITY_CRS: {
    fallback: '3006',
    rule: t('en EPSG-kod som 3006 eller EPSG:3006', 'an EPSG code such as 3006 or EPSG:3006'),
    parse: (value: string): number | undefined => {
      const code = /^(?:EPSG:)?(\d{4,6})$/i.exec(value)?.[1]
      return code === undefined ? undefined : Number(code)
    },
  },
  CITY_NAME: {
    fallback: null,
    ...text(t('en text på 1 till 60 tecken', 'a text of 1 to 60 characters'), /^(?=.*\S)[^\p{Cc}]{1,60}$/u),
  },
  CITY_TIMEZONE: {
    fallback: 'Europe/Stockholm',
    rule: t('en tidszon ur IANA:s lista, som Europe/Stockholm', 'an IANA time zone such as Europe/Stockholm'),
    parse: (value: string): string | undefined => (isZone(value) ? value : undefined),
  },
  PUBLIC_URL: {
    fallback: null,
    ...urlOf(
      ['http:', 'https:'],
      t(
        'en http- eller https-adress som https://karta.example.se',
        'an http or https address such as https://karta.example.se',
      ),
    ),
  },
  CORS_ORIGINS: {
    fallback: 'none',
    rule: t(
      'none, eller en lista som https://intranet.example.se, http://localhost:3000',
      'none, or a list such as https://intranet.example.se, http://localhost:3000',
    ),
    parse: parseOrigins,
  },
  EMBED_ORIGINS: { fallback: 'none', ...FRAMING_ORIGINS },
  TRUST_PROXY: {
    fallback: 'none',
    rule: t('none, eller en lista som loopback, 10.0.0.0/8', 'none, or a list such as loopback, 10.0.0.0/8'),
    parse: parseTrustedProxies,
  },
  SECURITY_CONTACT: {
    fallback: null,
    ...urlOf(
      ['mailto:', 'https:'],
      t('en adress som mailto:sakerhet@example.se', 'an address such as mailto:sakerhet@example.se'),
    ),
  },
  CITY_REPORT_URL: {
    fallback: null,
    ...urlOf(
      ['https:'],
      t(
        'en https-adress som https://felanmalan.example.se',
        'an https address such as https://felanmalan.example.se',
      ),
    ),
  },
  OBSERVATION_ERASURE_DECISION: {
    fallback: null,
    ...text(
      t('namnet på ett beslut, 1 till 200 tecken', 'the name of a decision, 1 to 200 characters'),
      /^.{1,200}$/,
    ),
  },
  PAPER_TEMPLATE: {
    fallback: null,
    ...text(t('sökvägen till en .json-fil', 'the path of a .json file'), /\.json$/),
  },
  SMTP_URL: {
    fallback: null,
    ...urlOf(
      ['smtp:', 'smtps:'],
      t(
        'en adress som smtps://användare:lösenord@mail.example.se:465',
        'an address such as smtps://user:password@mail.example.se:465',
      ),
    ),
  },
  MAIL_FROM: {
    fallback: null,
    ...text(
      t(
        'en adress som Lägesbild <lagesbild@example.se>',
        'an address such as Lägesbild <lagesbild@example.se>',
      ),
      /^[^\r\n<>]{0,100}<?[^\s<>@]+@[^\s<>@]+>?$/,
    ),
  },
  SESSION_SECRET: {
    fallback: null,
    ...text(t('minst 32 tecken', 'at least 32 characters'), /^.{32,}$/s),
  },
  OIDC_ISSUER: {
    fallback: null,
    rule: t(
      'https-adressen till en utfärdare (http bara på den här maskinen)',
      'the https address of an issuer (http on this machine alone)',
    ),
    parse: parseIssuer,
  },
  OIDC_CLIENT_ID: { fallback: null, ...text(t('en text', 'a text'), /\S/) },
  OIDC_CLIENT_SECRET: { fallback: null, ...text(t('en text', 'a text'), /\S/) },
  OIDC_ROLE_CLAIM: {
    fallback: 'roles',
    ...text(t('namnet på en uppgift (claim)', 'the name of a claim'), /^\S{1,200}$/),
  },
  OIDC_ROLES: {
    fallback: null,
    rule: t(
      'en lista som trygghet-analytiker=analyst, trygghet=planner, av rollerna partner, planner, coordinator, analyst, admin',
      'a list such as trygghet-analytiker=analyst, trygghet=planner, of the roles partner, planner, coordinator, analyst, admin',
    ),
    parse: parseRoleMappings,
  },
  OIDC_TITLE: {
    fallback: 'OpenID Connect',
    ...text(t('1 till 80 tecken', '1 to 80 characters'), /^.{1,80}$/),
  },
  BASEMAP_STYLE_URL: {
    fallback: null,
    ...urlOf(['http:', 'https:'], t('en http- eller https-adress', 'an http or https address')),
  },
  BASEMAP_PMTILES: {
    fallback: null,
    ...text(t('sökvägen till en .pmtiles-fil', 'the path of a .pmtiles file'), /\.pmtiles$/),
  },
  LOG_LEVEL: { fallback: 'info', ...oneOf(LOG_LEVELS) },
  WORKERS: {
    fallback: String(Math.max(1, Math.min(8, availableParallelism() - 1))),
    ...wholeNumber(1, 64),
  },
  RELEASE_APPROVALS: {
    fallback: '2',
    rule: t('1 eller 2', '1 or 2'),
    parse: (value: string): 1 | 2 | undefined => (value === '1' ? 1 : value === '2' ? 2 : undefined),
  },
  REVIEW_SECOND_PERSON: { fallback: 'on', ...oneOf(['on', 'off']) },
  UNITS_CUT_DAY: {
    fallback: '5',
    rule: t('ett heltal från 1 till 28, eller none', 'a whole number from 1 to 28, or none'),
    parse: (value: string): number | 'none' | undefined =>
      value === 'none' ? value : wholeNumber(1, 28).parse(value),
  },
  DEMO: { fallback: 'auto', ...oneOf(['auto', 'off']) },
} as const satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof SETTINGS
