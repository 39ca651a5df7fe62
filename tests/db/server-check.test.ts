import { describe, expect, it } from 'vitest'
import { checkVersions } from '../../db/client/server-check.ts'

describe('a database server', () => {
  it.each([
    ['15.18 (Debian 15.18-0+deb12u1)', 150018, '3.3.2', { version: '15.18', postgis: '3.3.2' }],
    ['14.0', 140000, '3.1.0', { version: '14.0', postgis: '3.1.0' }],
    ['18.3', 180003, '3.10.0', { version: '18.3', postgis: '3.10.0' }],
  ])('of PostgreSQL %s is accepted', (version, number, postgis, versions) => {
    expect(checkVersions({ version, number, postgis })).toEqual(versions)
  })

  it.each([
    ['too old', '13.14', 130014, '3.4.0', /PostgreSQL 13\.14; version 14 or later/],
    ['with a PostGIS too old', '16.1', 160001, '3.0.9', /PostGIS 3\.0\.9; version 3\.1 or later/],
    ['with a PostGIS of another age', '16.1', 160001, '2.5.5', /PostGIS 2\.5\.5/],
    ['without PostGIS', '16.1', 160001, null, /no PostGIS: install/],
  ])('%s is refused in one line', (_what, version, number, postgis, line) => {
    expect(() => checkVersions({ version, number, postgis })).toThrow(line)
  })
})
