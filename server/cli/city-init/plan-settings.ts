import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { SETTINGS, type SettingName } from '../../config/settings.ts'
import type { CityPlan } from './city-plan.ts'

const SECRET_BYTES = 32

/**
 * The settings that a plan comes to. What is fixed with the database is among them even where it is as usual.
 *
 * @param has whether a setting is made already
 */
export function planSettings(
  { name, crs, timezone, database, dataDir, baseMap }: CityPlan,
  has: (name: SettingName) => boolean,
): Readonly<Record<string, string>> {
  const usual = (name: 'CITY_CRS' | 'CITY_TIMEZONE') => (has(name) ? null : SETTINGS[name].fallback)
  const secret =
    database === null || has('SESSION_SECRET') ? null : randomBytes(SECRET_BYTES).toString('base64url')
  const settings = {
    DATABASE_URL: database,
    SESSION_SECRET: secret,
    DATA_DIR: dataDir,
    CITY_NAME: name,
    CITY_CRS: crs ?? usual('CITY_CRS'),
    CITY_TIMEZONE: timezone ?? usual('CITY_TIMEZONE'),
    BASEMAP_PMTILES: baseMap === null ? null : resolve(baseMap),
    DEMO: 'off',
  }
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
}
