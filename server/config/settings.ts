import { availableParallelism } from 'node:os'
import { parseTrustedProxies } from '../platform/http/trust-proxy.ts'
import { parseOrigins } from './settings-origins.ts'
import { parseIssuer, parseRoleMappings } from './settings-openid.ts'

/** How one environment variable is read. `rule` completes the sentence "NAME must be …". */
export interface Setting<T> {
  readonly description: string
  readonly rule: string
  /** The default, as text to be parsed; null when absence has its own meaning. */
  readonly fallback: string | null
  /** The value, or undefined when the text breaks the rule. */
  parse(text: string): T | undefined
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

const oneOf = <const T extends readonly string[]>(values: T) => ({
  rule: `one of ${values.join(', ')}`,
  parse: (text: string): T[number] | undefined => values.find((value) => value === text),
})

const wholeNumber = (low: number, high: number) => ({
  rule: `a whole number from ${low} to ${high}`,
  parse: (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= low && value <= high ? value : undefined
  },
})

const PORT_NUMBER = wholeNumber(0, 65_535)

const urlOf = (protocols: readonly string[], rule: string) => ({
  rule,
  parse: (text: string): string | undefined => {
    if (!URL.canParse(text)) return undefined
    return protocols.includes(new URL(text).protocol) ? text : undefined
  },
})

const text = (rule: string, pattern: RegExp) => ({
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
    description: 'PostGIS to keep the data in; absent = the embedded database under DATA_DIR.',
    fallback: null,
    ...urlOf(['postgres:', 'postgresql:'], 'an address such as postgres://user:password@host:5432/name'),
  },
  MIGRATION_DATABASE_URL: {
    description:
      'The same PostGIS as another role, one that may change the schema and erase: then DATABASE_URL needs no such rights, and gets those that serving takes.',
    fallback: null,
    ...urlOf(['postgres:', 'postgresql:'], 'an address such as postgres://owner:password@host:5432/name'),
  },
  DATA_DIR: {
    description: 'Folder of the embedded database, the demo city and secrets.',
    fallback: './data',
    ...text('the path of a folder', /\S/),
  },
  HOST: {
    description:
      'Address to listen on; 0.0.0.0 = every one of this machine. Set PUBLIC_URL and TRUST_PROXY, too, then.',
    fallback: '127.0.0.1',
    ...text('an IP address or host name', /^[A-Za-z0-9.:_-]{1,253}$/),
  },
  PORT: {
    description: 'Port to listen on; 0 = any free one.',
    fallback: '8080',
    ...PORT_NUMBER,
  },
  ADMIN_HOST: {
    description:
      'Address for metrics and the details of readiness, and the name under which they are asked for. They are open to whoever reaches it.',
    fallback: '127.0.0.1',
    ...text('an IP address or host name', /^[A-Za-z0-9.:_-]{1,253}$/),
  },
  ADMIN_PORT: {
    description: 'Port for these; 0 = any free one, none = no such port.',
    fallback: '8081',
    rule: `none, or ${PORT_NUMBER.rule}`,
    parse: (value: string): number | null | undefined => (value === 'none' ? null : PORT_NUMBER.parse(value)),
  },
  CITY_CRS: {
    description: 'EPSG code of the city’s coordinate system: projected, in metres, not Web Mercator.',
    fallback: '3006',
    rule: 'an EPSG code such as 3006 or EPSG:3006',
    parse: (value: string): number | undefined => {
      const code = /^(?:EPSG:)?(\d{4,6})$/i.exec(value)?.[1]
      return code === undefined ? undefined : Number(code)
    },
  },
  CITY_NAME: {
    description: 'What the city is called, beside the name of the product on every page; absent = nothing.',
    fallback: null,
    ...text('a text of 1 to 60 characters', /^(?=.*\S)[^\p{Cc}]{1,60}$/u),
  },
  CITY_TIMEZONE: {
    description: 'Time zone of the city; hours and bare dates are local to it.',
    fallback: 'Europe/Stockholm',
    rule: 'an IANA time zone such as Europe/Stockholm',
    parse: (value: string): string | undefined => (isZone(value) ? value : undefined),
  },
  PUBLIC_URL: {
    description: 'Address under which people reach the server; its host is then accepted beside loopback.',
    fallback: null,
    ...urlOf(['http:', 'https:'], 'an http or https address such as https://karta.example.se'),
  },
  CORS_ORIGINS: {
    description:
      'Sites whose scripts may ask with a key, separated by commas: exact origins, without a path. Cookies never count there.',
    fallback: 'none',
    rule: 'none, or a list such as https://intranet.example.se, http://localhost:3000',
    parse: parseOrigins,
  },
  TRUST_PROXY: {
    description:
      'Proxies whose X-Forwarded-For is believed: loopback, linklocal, uniquelocal, addresses and networks, separated by commas.',
    fallback: 'none',
    rule: 'none, or a list such as loopback, 10.0.0.0/8',
    parse: parseTrustedProxies,
  },
  SECURITY_CONTACT: {
    description: 'Where holes are reported; told by /.well-known/security.txt.',
    fallback: null,
    ...urlOf(['mailto:', 'https:'], 'an address such as mailto:sakerhet@example.se'),
  },
  CITY_REPORT_URL: {
    description:
      'Where the city takes reports of broken lights, litter and graffiti; absent = the page names the service without a link.',
    fallback: null,
    ...urlOf(['https:'], 'an https address such as https://felanmalan.example.se'),
  },
  OBSERVATION_ERASURE_DECISION: {
    description:
      'The city’s decision (gallringsbeslut) by which texts of observations are erased after 150 days; absent = they are kept, and the page says so.',
    fallback: null,
    ...text('the name of a decision, 1 to 200 characters', /^.{1,200}$/),
  },
  PAPER_TEMPLATE: {
    description:
      'Path of a JSON file with the city’s own headings of papers, in its order (docs/paper-template.json); absent = ours.',
    fallback: null,
    ...text('the path of a .json file', /\.json$/),
  },
  SMTP_URL: {
    description:
      'Mail server for minutes: smtps://user:password@host:465, or smtp:// with STARTTLS; absent = nothing is sent by mail.',
    fallback: null,
    ...urlOf(['smtp:', 'smtps:'], 'an address such as smtps://user:password@mail.example.se:465'),
  },
  MAIL_FROM: {
    description: 'Sender of what is sent by mail.',
    fallback: null,
    ...text(
      'an address such as Lägesbild <lagesbild@example.se>',
      /^[^\r\n<>]{0,100}<?[^\s<>@]+@[^\s<>@]+>?$/,
    ),
  },
  SESSION_SECRET: {
    description: 'Secret that signs sessions; made and kept under DATA_DIR when absent and embedded.',
    fallback: null,
    ...text('at least 32 characters', /^.{32,}$/s),
  },
  OIDC_ISSUER: {
    description: 'OpenID Connect provider through which people may sign in; absent = passwords alone.',
    fallback: null,
    rule: 'the https address of an issuer (http on this machine alone)',
    parse: parseIssuer,
  },
  OIDC_CLIENT_ID: { description: 'Our name at that provider.', fallback: null, ...text('a text', /\S/) },
  OIDC_CLIENT_SECRET: { description: 'Our secret there.', fallback: null, ...text('a text', /\S/) },
  OIDC_ROLE_CLAIM: {
    description: 'Claim that tells a person’s roles or groups.',
    fallback: 'roles',
    ...text('the name of a claim', /^\S{1,200}$/),
  },
  OIDC_ROLES: {
    description:
      'What that claim’s values mean here, the first that fits counts: trygghet-analytiker=analyst, trygghet=planner.',
    fallback: null,
    rule: 'a list such as trygghet-analytiker=analyst, trygghet=planner, of the roles partner, planner, coordinator, analyst, admin',
    parse: parseRoleMappings,
  },
  OIDC_TITLE: {
    description: 'What the button that leads there says.',
    fallback: 'OpenID Connect',
    ...text('1 to 80 characters', /^.{1,80}$/),
  },
  BASEMAP_STYLE_URL: {
    description:
      'Address of a MapLibre style by somebody else to lay below the city; browsers then fetch its tiles there.',
    fallback: null,
    ...urlOf(['http:', 'https:'], 'an http or https address'),
  },
  BASEMAP_PMTILES: {
    description:
      'Path of a PMTiles file in the schema of Protomaps, for example an extract of OpenStreetMap, to lay below the city.',
    fallback: null,
    ...text('the path of a .pmtiles file', /\.pmtiles$/),
  },
  LOG_LEVEL: { description: 'How much is logged.', fallback: 'info', ...oneOf(LOG_LEVELS) },
  WORKERS: {
    description: 'Worker threads for heavy computing; absent = one fewer than the processors, at least one.',
    fallback: String(Math.max(1, Math.min(8, availableParallelism() - 1))),
    ...wholeNumber(1, 64),
  },
  RELEASE_APPROVALS: {
    description:
      'Persons that a release needs: 2 = another one than who prepared it approves it; 1 = one may do both.',
    fallback: '2',
    rule: '1 or 2',
    parse: (value: string): 1 | 2 | undefined => (value === '1' ? 1 : value === '2' ? 2 : undefined),
  },
  REVIEW_SECOND_PERSON: {
    description:
      'on = a review is locked, and published unless a board has decided it, by another person than those who wrote it; off = one may do all.',
    fallback: 'on',
    ...oneOf(['on', 'off']),
  },
  UNITS_CUT_DAY: {
    description:
      'Day of the month, 1–28, from which the figures of planners and coordinators are renewed, once a month; none = by hand alone (lagesbild units cut).',
    fallback: '5',
    rule: 'a whole number from 1 to 28, or none',
    parse: (value: string): number | 'none' | undefined =>
      value === 'none' ? value : wholeNumber(1, 28).parse(value),
  },
  DEMO: {
    description: 'auto = with no DATABASE_URL and no city in DATA_DIR, the demo city runs; off = never.',
    fallback: 'auto',
    ...oneOf(['auto', 'off']),
  },
} as const satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof SETTINGS
