import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'
import type { MailSettings } from '../platform/mail/mailer.ts'
import { SETTINGS, type Setting, type SettingName } from './settings.ts'

type ValueOf<N extends SettingName> = Exclude<ReturnType<(typeof SETTINGS)[N]['parse']>, undefined>

/** The settings of a run, read once. */
export interface Config {
  readonly databaseUrl: string | null
  /** Address of the role that owns the schema; null = the role of `databaseUrl` does. */
  readonly migrationDatabaseUrl: string | null
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly adminHost: string
  /** Null = no such port. */
  readonly adminPort: number | null
  /** EPSG code. */
  readonly cityCrs: number
  readonly timezone: string
  readonly cityName: string | null
  readonly publicUrl: string | null
  /** Origins whose scripts may use a key. */
  readonly corsOrigins: readonly string[]
  /** Sites that may frame the page for other sites; `*` = every one. */
  readonly embedOrigins: readonly string[]
  readonly trustedProxies: readonly string[]
  readonly securityContact: string | null
  /** The city's page for reporting faults. */
  readonly cityReportUrl: string | null
  /** The decision by which texts of observations are erased. */
  readonly observationErasureDecision: string | null
  /** Path of the city's headings of papers; null = ours. */
  readonly paperTemplatePath: string | null
  /** Null = nothing is sent by mail. */
  readonly mail: MailSettings | null
  readonly sessionSecret: string | null
  /** Null = sign-in by password only. */
  readonly openIdConnect: OpenIdConnectConfig | null
  readonly basemapStyleUrl: string | null
  readonly basemapPmtiles: string | null
  readonly logLevel: ValueOf<'LOG_LEVEL'>
  readonly workers: number
  readonly releaseApprovals: 1 | 2
  readonly reviewSecondPerson: 'on' | 'off'
  /** Day of the month from which cuts are made automatically. */
  readonly unitsCutDay: number | 'none'
  readonly demo: 'auto' | 'off'
}

/** A provider of OpenID Connect, and the mapping of its claims. */
export interface OpenIdConnectConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly roleClaim: string
  readonly roles: ValueOf<'OIDC_ROLES'>
  /** The button's label. */
  readonly title: string
}

type Environment = Readonly<Record<string, string | undefined>>

const HIDDEN = '***'
const setWith = (other: string): Texts => ({ sv: `satt tillsammans med ${other}`, en: `set beside ${other}` })

/** Prefixes of this product's settings: an unknown name with one is a misspelling. */
const OURS = /^(LAGESBILD|CITY|BASEMAP|DEMO|OIDC|UNITS|OBSERVATION|PAPER|SMTP|MAIL)(_|$)/

/**
 * The settings in an environment. Empty means absent.
 *
 * @throws DomainError `invalid-setting` with one line that names the setting, its value and the rule; a variable that
 * is one slip away from a setting (`DATABSE_URL`, `CITY_CRS_CODE`) is refused too, for it would otherwise do nothing
 */
export function parseConfig(env: Environment): Config {
  refuseUnknown(env)
  return {
    databaseUrl: read(env, 'DATABASE_URL'),
    migrationDatabaseUrl: read(env, 'MIGRATION_DATABASE_URL'),
    dataDir: read(env, 'DATA_DIR')!,
    host: read(env, 'HOST')!,
    port: read(env, 'PORT')!,
    adminHost: read(env, 'ADMIN_HOST')!,
    adminPort: read(env, 'ADMIN_PORT'),
    cityCrs: read(env, 'CITY_CRS')!,
    timezone: read(env, 'CITY_TIMEZONE')!,
    cityName: read(env, 'CITY_NAME'),
    publicUrl: read(env, 'PUBLIC_URL'),
    corsOrigins: read(env, 'CORS_ORIGINS')!,
    embedOrigins: read(env, 'EMBED_ORIGINS')!,
    trustedProxies: read(env, 'TRUST_PROXY')!,
    securityContact: read(env, 'SECURITY_CONTACT'),
    cityReportUrl: read(env, 'CITY_REPORT_URL'),
    observationErasureDecision: read(env, 'OBSERVATION_ERASURE_DECISION'),
    paperTemplatePath: read(env, 'PAPER_TEMPLATE'),
    mail: readMail(env),
    sessionSecret: read(env, 'SESSION_SECRET'),
    openIdConnect: readOpenIdConnect(env),
    basemapStyleUrl: read(env, 'BASEMAP_STYLE_URL'),
    basemapPmtiles: read(env, 'BASEMAP_PMTILES'),
    logLevel: read(env, 'LOG_LEVEL')!,
    workers: read(env, 'WORKERS')!,
    releaseApprovals: read(env, 'RELEASE_APPROVALS')!,
    reviewSecondPerson: read(env, 'REVIEW_SECOND_PERSON')!,
    unitsCutDay: read(env, 'UNITS_CUT_DAY')!,
    demo: read(env, 'DEMO')!,
  }
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}

function readOpenIdConnect(env: Environment): OpenIdConnectConfig | null {
  const issuer = read(env, 'OIDC_ISSUER')
  if (issuer === null) return null
  const needed = <N extends 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_ROLES'>(name: N) => {
    const value = read(env, name)
    if (value === null) throw invalid(name, '', setWith('OIDC_ISSUER'))
    return value
  }
  return {
    issuer,
    clientId: needed('OIDC_CLIENT_ID'),
    clientSecret: needed('OIDC_CLIENT_SECRET'),
    roleClaim: read(env, 'OIDC_ROLE_CLAIM')!,
    roles: needed('OIDC_ROLES'),
    title: read(env, 'OIDC_TITLE')!,
  }
}

/** Letters name the address of the page: `PUBLIC_URL` is needed for them. */
function readMail(env: Environment): MailSettings | null {
  const url = read(env, 'SMTP_URL')
  if (url === null) return null
  const needed = (name: 'MAIL_FROM' | 'PUBLIC_URL') => {
    const value = read(env, name)
    if (value === null) throw invalid(name, '', setWith('SMTP_URL'))
    return value
  }
  needed('PUBLIC_URL')
  return { url, from: needed('MAIL_FROM') }
}

function read<N extends SettingName>(env: Environment, name: N): ValueOf<N> | null {
  const setting: Setting<unknown> = SETTINGS[name]
  const text = env[name]?.trim() || setting.fallback
  if (text === null) return null
  const value = setting.parse(text)
  if (value === undefined) throw invalid(name, name.match(/SECRET|URL/) ? HIDDEN : text, setting.rule)
  return value as ValueOf<N>
}

function invalid(name: string, value: string, rule: Texts): DomainError {
  return new DomainError(
    'invalid-setting',
    { sv: `${name}=${value}: ska vara ${rule.sv}.`, en: `${name}=${value}: must be ${rule.en}.` },
    { problems: [{ field: name, value, rule: rule.en, sv: rule.sv }] },
  )
}

function refuseUnknown(env: Environment): void {
  for (const name of Object.keys(env)) {
    if (Object.hasOwn(SETTINGS, name) || env[name] === undefined) continue
    const meant = Object.keys(SETTINGS).find((setting) => isMisspellingOf(name, setting))
    if (meant === undefined && !OURS.test(name)) continue
    const all = Object.keys(SETTINGS).join(', ')
    const hint =
      meant === undefined
        ? { sv: `inställningarna är ${all}`, en: `the settings are ${all}` }
        : { sv: `är ${meant} menad?`, en: `did you mean ${meant}?` }
    const line = { sv: `${name} är ingen inställning: ${hint.sv}`, en: `${name} is no setting: ${hint.en}` }
    throw new DomainError('invalid-setting', line, {
      problems: [{ field: name, rule: hint.en, sv: hint.sv }],
    })
  }
}

/**
 * True when a name is one letter (added, lost, changed or swapped) from a setting's. Short names such as HOST and PORT
 * are left alone: POST or SORT may well belong to another program.
 */
function isMisspellingOf(name: string, setting: string): boolean {
  if (setting.length < 7 || Math.abs(name.length - setting.length) > 1) return false
  let start = 0
  while (start < setting.length && name[start] === setting[start]) start++
  const [a, b] = [name.slice(start), setting.slice(start)]
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b || swapped
}
