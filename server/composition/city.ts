import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** Which database a run works on. */
export interface CityChoice {
  readonly demo: boolean
  /** Null = embedded, under `directory`. */
  readonly url: string | null
  readonly directory: string
}

/**
 * PostGIS where it is named; else the city under DATA_DIR; else, unless DEMO=off, the demo city, which has a
 * database of its own beside it.
 */
export function chooseCity({ databaseUrl, dataDir, demo }: Config): CityChoice {
  const city = join(dataDir, 'city')
  if (databaseUrl !== null) return { demo: false, url: databaseUrl, directory: city }
  if (demo === 'off' || existsSync(city)) return { demo: false, url: null, directory: city }
  return { demo: true, url: null, directory: join(dataDir, 'demo') }
}
