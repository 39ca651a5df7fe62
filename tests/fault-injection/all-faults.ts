import { databaseRestart } from './database-restart.ts'
import { deadDatabaseThread, deadWorker } from './dead-worker.ts'
import { fullDisk, fullDiskOfBackup } from './full-disk.ts'
import { jumpingClock } from './jumping-clock.ts'
import { killedImportEmbedded, killedImportOnPostgis } from './killed-import.ts'
import { killedPublish } from './killed-publish.ts'
import { longFuzzEmbedded, longFuzzOnPostgis } from './long-fuzz.ts'
import type { FaultInjection } from './fault-injection.ts'

/** Trials that take seconds: they run with the tests too. */
export const SHORT_FAULTS: readonly FaultInjection[] = [
  deadWorker,
  deadDatabaseThread,
  jumpingClock,
  fullDiskOfBackup,
  killedPublish,
  killedImportOnPostgis,
  databaseRestart,
]

export const ALL_FAULTS: readonly FaultInjection[] = [
  ...SHORT_FAULTS,
  killedImportEmbedded,
  fullDisk,
  longFuzzEmbedded,
  longFuzzOnPostgis,
]
