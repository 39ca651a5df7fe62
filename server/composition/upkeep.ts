import { createBackupSource, createPurger } from '../operations/index.ts'
import type { Storage } from './storage.ts'

/**
 * What keeps the database in order.
 *
 * @param afterwards resolves when the map no longer shows what is gone; left out where no map is shown
 */
export function upkeepOf(storage: Storage, afterwards?: () => Promise<void>) {
  const { repositories, auditLog, clock, log, city, zone, dump } = storage
  const { info, erasures } = repositories
  return {
    purger: createPurger({
      erasures,
      auditLog,
      clock,
      log,
      ...(afterwards === undefined ? {} : { afterwards }),
    }),
    backups: createBackupSource({ info, dump, clock, timezone: zone.name, demo: city.demo }),
  }
}
