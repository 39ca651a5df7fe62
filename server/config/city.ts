import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Which city a run serves, and which database that lies in. */
export interface CityChoice {
  readonly demo: boolean
  /** Null = embedded, under `directory`. */
  readonly url: string | null
  readonly directory: string
  /** What it is called beside the product's name; null = nothing, as in the demo, which has a mark of its own. */
  readonly name: string | null
  /** The city's page for reporting faults; null = none. */
  readonly reportUrl: string | null
  /** The decision by which texts of observations are erased; null = they are kept. */
  readonly observationErasure: string | null
}

/**
 * PostGIS where configured; else the city under DATA_DIR; else, unless DEMO=off, the demo city, in a separate
 * database beside it.
 */
export function chooseCity(config: Config): CityChoice {
  const { databaseUrl, dataDir, demo } = config
  const { cityName: name, cityReportUrl: reportUrl, observationErasureDecision: observationErasure } = config
  const own = { name, reportUrl, observationErasure }
  const city = join(dataDir, 'city')
  if (databaseUrl !== null) return { demo: false, url: databaseUrl, directory: city, ...own }
  if (demo === 'off' || existsSync(city)) return { demo: false, url: null, directory: city, ...own }
  return { demo: true, url: null, directory: join(dataDir, 'demo'), ...own, name: null }
}
