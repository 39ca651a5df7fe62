import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../server/config.ts'
import { DomainError } from '../../server/domain/errors.ts'

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
  it('need nothing to be set', () => {
    expect(parseConfig({})).toMatchObject({
      databaseUrl: null,
      dataDir: './data',
      host: '127.0.0.1',
      port: 8080,
      cityCrs: 3006,
      timezone: 'Europe/Stockholm',
      demo: 'auto',
    })
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
    ['DEMO', 'on'],
    ['WORKERS', '0'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://x'],
    ['SESSION_SECRET', 'short'],
    ['PUBLIC_URL', 'example.se'],
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
  ])('take %s for a slip of the pen and ask for %s', (name, meant) => {
    expect(lineFor({ [name]: 'x' })).toContain(`did you mean ${meant}?`)
  })

  it('refuse a setting of ours that does not exist', () => {
    expect(lineFor({ CITY_NAME: 'Exempelstad' })).toContain('CITY_NAME is no setting')
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

  it('refuse to listen beyond loopback unless that is said twice', () => {
    expect(lineFor({ HOST: '0.0.0.0' })).toContain('ALLOW_REMOTE=yes')
    expect(parseConfig({ HOST: '0.0.0.0', ALLOW_REMOTE: 'yes' }).host).toBe('0.0.0.0')
    expect(parseConfig({ HOST: '::1' }).host).toBe('::1')
  })
})
