import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Which city a run serves, and which database that lies in. */
export interface CityChoice {
  readonly demo: boolean
  /** Null = embedded, under `directory`. */
  readonly url: string | null
  readonly directory: string
  /** Where the city takes reports of what is broken; null = not told. */
  readonly reportUrl: string | null
}

/**
 * PostGIS where it is named; else the city under DATA_DIR; else, unless DEMO=off, the demo city, which has a
 * database of its own beside it.
 */
export function chooseCity({ databaseUrl, dataDir, demo, cityReportUrl: reportUrl }: Config): CityChoice {
  const city = join(dataDir, 'city')
  if (databaseUrl !== null) return { demo: false, url: databaseUrl, directory: city, reportUrl }
  if (demo === 'off' || existsSync(city)) return { demo: false, url: null, directory: city, reportUrl }
  return { demo: true, url: null, directory: join(dataDir, 'demo'), reportUrl }
}
