import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'
import { type BackupHeader, packBackup } from './container.ts'
import type { DatabaseInfo } from '../repository.ts'

interface Deps {
  readonly info: () => Promise<DatabaseInfo>
  /** The embedded cluster; null on PostGIS. */
  readonly dump: () => Promise<Uint8Array | null>
  readonly clock: Clock
  readonly timezone: string
  readonly demo: boolean
}

/** Takes backups of the open database. */
export interface BackupSource {
  header(): Promise<BackupHeader>
  /**
   * A backup file of the embedded database, taken between two statements, so that no work is half done.
   *
   * @throws DomainError `unprocessable` on PostGIS, whose backup is made by its own tools
   */
  embedded(): Promise<AsyncIterable<Uint8Array>>
}

/** Backups of the open database. */
export function createBackupSource({ info, dump, clock, timezone, demo }: Deps): BackupSource {
  async function header(): Promise<BackupHeader> {
    const { kind, version, srid } = await info()
    return { kind, createdAt: new Date(clock.nowMs()).toISOString(), postgres: version, srid, timezone, demo }
  }
  return {
    header,
    async embedded() {
      const bytes = await dump()
      if (bytes === null)
        throw new DomainError(
          'unprocessable',
          'The data are in PostGIS: run lagesbild backup where DATABASE_URL is set.',
        )
      return packBackup(await header(), only(bytes))
    },
  }
}

const PART_BYTES = 1024 * 1024

/** Bytes in chunks, so that a sender need not hold them twice. */
async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES)
}
