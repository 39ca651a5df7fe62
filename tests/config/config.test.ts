import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../server/config/config.ts'
import { DomainError } from '../../server/engine/errors.ts'
import { SETTINGS } from '../../server/config/settings.ts'

function lineFor(env: Record<string, string>): string {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-setting') return error.message
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the settings', () => {
  it('have defaults for everything', () => {
    expect(parseConfig({})).toMatchObject({
      databaseUrl: null,
      dataDir: './data',
      host: '127.0.0.1',
      port: 8080,
      cityCrs: 3006,
      timezone: 'Europe/Stockholm',
      releaseApprovals: 2,
      reviewSecondPerson: 'on',
      demo: 'auto',
    })
  })

  it('are exactly those in .env.example', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]!)
    expect(named.toSorted()).toEqual(Object.keys(SETTINGS).toSorted())
  })

  it('take an empty setting as absent', () => {
    expect(parseConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: null, port: 8080 })
  })

  it('take an EPSG code with or without its prefix', () => {
    expect(parseConfig({ CITY_CRS: 'EPSG:3011' }).cityCrs).toBe(3011)
    expect(parseConfig({ CITY_CRS: '3011' }).cityCrs).toBe(3011)
  })

  it.each([
    ['PORT', '80800'],
    ['PORT', 'eight'],
    ['CITY_CRS', 'sweref'],
    ['CITY_TIMEZONE', 'Europe/Stokholm'],
    ['CITY_NAME', 'x'.repeat(61)],
    ['PAPER_TEMPLATE', 'rubriker.docx'],
    ['DEMO', 'on'],
    ['WORKERS', '0'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://x'],
    ['SESSION_SECRET', 'short'],
    ['PUBLIC_URL', 'example.se'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'https://*.example.se'],
    ['CORS_ORIGINS', 'https://intranet.example.se/karta'],
    ['CORS_ORIGINS', 'http://localhost:3000, intranet.example.se'],
    ['CORS_ORIGINS', 'https://intranet.example.se:443'],
  ])('refuse %s=%s in one line that names the setting and its rule', (name, value) => {
    const line = lineFor({ [name]: value })
    expect(line).toContain(`${name}=`)
    expect(line).toContain('must be')
    expect(line).not.toContain('\n')
  })

  it('never repeat a secret or a database address', () => {
    expect(lineFor({ SESSION_SECRET: 'hunter2' })).not.toContain('hunter2')
    expect(lineFor({ DATABASE_URL: 'http://user:hunter2@x' })).not.toContain('hunter2')
  })

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['CITY_TIMEZON', 'CITY_TIMEZONE'],
    ['LOG_LEVELS', 'LOG_LEVEL'],
    ['DATA_DRI', 'DATA_DIR'],
  ])('refuse %s as a misspelling and suggest %s', (name, meant) => {
    expect(lineFor({ [name]: 'x' })).toContain(`did you mean ${meant}?`)
  })

  it('refuse an unknown name with a prefix of ours', () => {
    expect(lineFor({ CITY_TITLE: 'Exempelstad' })).toContain('CITY_TITLE is no setting')
  })

  it('leave the variables of other programs alone', () => {
    const others = {
      PATH: '/bin',
      HOSTNAME: 'x',
      SESSION_MANAGER: 'y',
      LOGNAME: 'z',
      POST: '1',
      NODE_ENV: 'test',
    }
    expect(() => parseConfig(others)).not.toThrow()
  })

  it('name a template of papers by its path, or none', () => {
    expect(parseConfig({ PAPER_TEMPLATE: '/etc/rubriker.json' }).paperTemplatePath).toBe('/etc/rubriker.json')
    expect(parseConfig({}).paperTemplatePath).toBeNull()
    expect(lineFor({ PAPER_TEMPLATES: 'x' })).toContain('did you mean PAPER_TEMPLATE?')
    expect(lineFor({ PAPER_HEADINGS: 'x' })).toContain('PAPER_HEADINGS is no setting')
  })

  it('take several origins, each once', () => {
    const CORS_ORIGINS = 'https://a.example.se, http://localhost:3000,https://a.example.se'
    expect(parseConfig({ CORS_ORIGINS }).corsOrigins).toEqual([
      'https://a.example.se',
      'http://localhost:3000',
    ])
    expect(parseConfig({}).corsOrigins).toEqual([])
  })

  it('let listed sites frame a page, all of them, or none', () => {
    expect(parseConfig({}).embedOrigins).toEqual([])
    expect(parseConfig({ EMBED_ORIGINS: '*' }).embedOrigins).toEqual(['*'])
    expect(parseConfig({ EMBED_ORIGINS: 'https://a.example.se' }).embedOrigins).toEqual([
      'https://a.example.se',
    ])
    for (const EMBED_ORIGINS of [
      'https://*.example.se',
      'https://a.example.se/start',
      'example.se',
      '*, none',
    ])
      expect(() => parseConfig({ EMBED_ORIGINS })).toThrow(/EMBED_ORIGINS/)
  })

  it('may name any address to listen on', () => {
    expect(parseConfig({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
    expect(parseConfig({ HOST: '::1' }).host).toBe('::1')
  })
})

describe('the settings of OpenID Connect', () => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.se/city',
    OIDC_CLIENT_ID: 'lagesbild',
    OIDC_CLIENT_SECRET: 'hunter2',
    OIDC_ROLES: 'CN=Trygghet=analyst, trygghet=planner',
  }

  it('are absent where no issuer is named', () => {
    expect(parseConfig({ OIDC_CLIENT_ID: 'x' }).openIdConnect).toBeNull()
  })

  it('map the claim’s values to roles, in their order', () => {
    expect(parseConfig(whole).openIdConnect).toEqual({
      issuer: 'https://login.example.se/city',
      clientId: 'lagesbild',
      clientSecret: 'hunter2',
      roleClaim: 'roles',
      roles: [
        { value: 'CN=Trygghet', role: 'analyst' },
        { value: 'trygghet', role: 'planner' },
      ],
      title: 'OpenID Connect',
    })
  })

  it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'])('need %s beside the issuer', (name) => {
    expect(lineFor({ ...whole, [name]: '' })).toMatch(new RegExp(`^${name}=.*OIDC_ISSUER`))
  })

  it('accept plain HTTP on this machine only', () => {
    expect(lineFor({ ...whole, OIDC_ISSUER: 'http://login.example.se' })).toContain('https')
    expect(parseConfig({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:5556/x' }).openIdConnect).not.toBeNull()
  })

  it.each(['analyst', '=analyst', 'trygghet=boss', 'trygghet='])('refuse the mapping %s', (text) => {
    expect(lineFor({ ...whole, OIDC_ROLES: text })).toContain('OIDC_ROLES')
  })

  it('never print the client secret', () => {
    expect(lineFor({ ...whole, OIDC_ISSUER: 'x' })).not.toContain('hunter2')
  })
})

describe('settings of mail', () => {
  const whole = {
    SMTP_URL: 'smtps://stad:hunter2@mail.example.se',
    MAIL_FROM: 'Lägesbild <lagesbild@example.se>',
    PUBLIC_URL: 'https://karta.example.se',
  }

  it('send nothing unless a mail server is named, and need a sender and the address of the page beside it', () => {
    expect(parseConfig({ MAIL_FROM: whole.MAIL_FROM }).mail).toBeNull()
    expect(parseConfig(whole).mail).toEqual({ url: whole.SMTP_URL, from: whole.MAIL_FROM })
    for (const name of ['MAIL_FROM', 'PUBLIC_URL'])
      expect(lineFor({ ...whole, [name]: '' })).toMatch(new RegExp(`^${name}=.*SMTP_URL`))
  })

  it('refuse a sender in two lines, and never print the password of the mail server', () => {
    expect(lineFor({ ...whole, MAIL_FROM: 'a@example.se\r\nBcc: b@example.se' })).toContain('MAIL_FROM')
    expect(lineFor({ ...whole, SMTP_URL: 'https://stad:hunter2@mail.example.se' })).not.toContain('hunter2')
  })
})
