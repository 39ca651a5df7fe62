import { existsSync } from 'node:fs'
import { type Database, openDatabase, type StartStage } from '../../db/client.ts'
import type { Config } from '../config/config.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { createZone, type Zone } from '../engine/time/zone.ts'
import { createAuditService, type AuditService } from '../platform/audit/audit-service.ts'
import { createProjection } from '../engine/projection/create-projection.ts'
import { type CityChoice, chooseCity } from '../config/city.ts'
import type { Repositories } from '../../db/repositories.ts'
import type { createImportService, ImportService } from '../import/index.ts'

/** The database, and the services that need only it. */
export interface Storage {
  readonly city: CityChoice
  readonly repositories: Repositories
  readonly projection: Projection
  readonly zone: Zone
  readonly imports: ImportService
  /** The audit log. */
  readonly auditLog: AuditService
  readonly clock: Clock
  readonly log: Log
  /** The embedded cluster as a gzipped tar; null on PostGIS. */
  dump(): Promise<Uint8Array | null>
  close(): Promise<void>
}

interface StorageDeps {
  readonly clock: Clock
  readonly log: Log
  /** Called with progress messages while the database opens. */
  readonly onStage: (text: string) => void
}

/** Progress messages of opening the embedded database, the first time and later. */
const FIRST_STAGES: Readonly<Record<StartStage, string | null>> = {
  loading: 'Starting the embedded database…',
  creating: 'Creating it (once, about five seconds)…',
  extending: 'Adding PostGIS to it (once, about five seconds)…',
  ready: 'The embedded database is ready.',
}
const LATER_STAGES: typeof FIRST_STAGES = {
  loading: 'Starting the embedded database…',
  creating: null,
  extending: null,
  ready: 'The embedded database is ready.',
}

/** CRS and zone of the demo city, whatever the settings say. */
const DEMO_CRS = 3006
const DEMO_TIMEZONE = 'Europe/Stockholm'

/**
 * Opens the database of a run, creates or migrates it, and makes the services that need only it.
 *
 * @throws DomainError `invalid-setting` or `database-unavailable`, each with a message that says what to do
 */
export async function openStorage(config: Config, deps: StorageDeps): Promise<Storage> {
  const { clock, log, onStage } = deps
  const city = chooseCity(config)
  const projection = createProjection(city.demo ? DEMO_CRS : config.cityCrs)
  const zone = createZone(city.demo ? DEMO_TIMEZONE : config.timezone)
  const stages = existsSync(city.directory) ? LATER_STAGES : FIRST_STAGES
  const opening = openDatabase({
    url: city.url,
    migrationUrl: city.url === null ? null : config.migrationDatabaseUrl,
    dataDir: city.directory,
    srid: projection.srid,
    timezone: zone.name,
    demo: city.demo,
    log,
    onStage: (stage) => {
      const text = stages[stage]
      if (text !== null) onStage(text)
    },
  })
  const loading = import('../import/index.ts')
  loading.catch(() => {})
  const database = await opening
  const { createImportService } = await migrated(database, loading)
  return storageOn(database, { city, projection, zone, clock, log }, createImportService)
}

/** The services on an open, migrated database. */
export function storageOn(
  { repositories, dump, close }: Pick<Database, 'repositories' | 'dump' | 'close'>,
  parts: Pick<Storage, 'city' | 'projection' | 'zone' | 'clock' | 'log'>,
  createImports: typeof createImportService,
): Storage {
  const { city, clock, log } = parts
  const auditLog = createAuditService({ repository: repositories.audit, clock, log })
  return {
    ...parts,
    repositories,
    auditLog,
    imports: createImports({ ...repositories, ...parts, embedded: city.url === null }),
    dump,
    async close() {
      await auditLog.close()
      await close()
    },
  }
}

/** Migrates, and waits for another promise; a failure closes the database. */
async function migrated<T>(database: Database, besides: Promise<T>): Promise<T> {
  try {
    await database.migrate()
    return await besides
  } catch (error) {
    await database.close()
    throw error
  }
}
