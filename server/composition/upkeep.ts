import { createBackupSource, createPurger } from '../operations/index.ts'
import type { Storage } from './storage.ts'

/**
 * The services of purge and backup.
 *
 * @param afterwards resolves when the map no longer shows erased data; absent without a map
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
      observationTexts: city.observationErasure !== null,
      ...(afterwards === undefined ? {} : { afterwards }),
    }),
    backups: createBackupSource({ info, dump, clock, timezone: zone.name, demo: city.demo }),
  }
}
