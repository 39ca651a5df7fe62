import { databaseRestart } from './database-restart.ts'
import { deadDatabaseThread, deadWorker } from './dead-worker.ts'
import { fullDisk, fullDiskOfBackup } from './full-disk.ts'
import { jumpingClock } from './jumping-clock.ts'
import { killedImportEmbedded, killedImportOnPostgis } from './killed-import.ts'
import { killedPublish } from './killed-publish.ts'
import { longFuzzEmbedded, longFuzzOnPostgis } from './long-fuzz.ts'
import type { Trial } from './trial.ts'

/** Trials that take seconds: they run with the tests too. */
export const SHORT_TRIALS: readonly Trial[] = [
  deadWorker,
  deadDatabaseThread,
  jumpingClock,
  fullDiskOfBackup,
  killedPublish,
  killedImportOnPostgis,
  databaseRestart,
]

export const ALL_TRIALS: readonly Trial[] = [
  ...SHORT_TRIALS,
  killedImportEmbedded,
  fullDisk,
  longFuzzEmbedded,
  longFuzzOnPostgis,
]
