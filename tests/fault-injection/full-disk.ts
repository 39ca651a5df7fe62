import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../db/client.ts'
import { writeBackupFile } from '../../server/cli/backup-file.ts'
import { SILENT } from '../../server/platform/log.ts'
import { packBackup } from '../../server/operations/upkeep/container.ts'
import { embeddedTemplate } from '../support/embedded-template.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { eventually, must, type FaultInjection } from './fault-injection.ts'

const DISK_MEGABYTES = 400
const BATCH = 200
const LEFT_BYTES = 3 * 1024 * 1024

/** Why there can be no disk of a trial's own, in memory, which may be filled; or null. Root in a container may not mount. */
function noDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it takes root to mount a small disk'
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
    return null
  } catch {
    return 'no disk can be mounted here'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function onSmallDisk<T>(folder: string, megabytes: number, work: (disk: string) => Promise<T>): Promise<T> {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk])
  const unmount = () => execFileSync('umount', ['-l', disk])
  return work(disk).finally(unmount)
}

/** The disk under the embedded database fills up while incidents are written, and is then given room again. */
export const fullDisk: FaultInjection = {
  name: 'a full disk under the embedded database',
  impossible: noDisk,
  run: (scratch) =>
    onSmallDisk(scratch, DISK_MEGABYTES, async (disk) => {
      const options = { url: null, dataDir: join(disk, 'city'), srid: 3006, log: SILENT }
      let db = await openDatabase({ ...options, template: await embeddedTemplate() })
      await db.migrate()
      await db.repositories.sources.save(SAMPLE_SOURCE)
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - LEFT_BYTES))
      const acknowledged: string[] = []
      const refusal = await writeUntilRefused(db, acknowledged)
      must(acknowledged.length > 0, 'the disk was full from the beginning')
      rmSync(join(disk, 'ballast'))
      const backMs = await eventually('writing', async () => (await insert(db, 'after')).length === BATCH)
      await checkStored(db, acknowledged)
      await db.close()
      db = await openDatabase(options)
      await checkStored(db, acknowledged)
      await db.close()
      return `${acknowledged.length} acknowledged, none lost, then refused (${refusal}); with room again writing after ${backMs} ms`
    }),
}

/** The disk fills up while a backup is written. */
export const fullDiskOfBackup: FaultInjection = {
  name: 'a full disk under a backup',
  impossible: noDisk,
  run: (scratch) =>
    onSmallDisk(scratch, 4, async (disk) => {
      const path = join(disk, 'city.backup')
      const header = {
        kind: 'embedded',
        createdAt: '2026-01-01T00:00:00Z',
        postgres: '18',
        srid: 3006,
        timezone: 'Europe/Stockholm',
        demo: false,
      } as const
      const write = (megabytes: number, overwrite: boolean) =>
        writeBackupFile(path, packBackup(header, megabytesOf(megabytes)), { overwrite, token: 't' })
      await write(1, false)
      const refused = await write(5, true).then(
        () => 'nothing',
        (error: Error) => error.message,
      )
      must(refused.includes('the disk is full'), `it was told as ${refused}`)
      must(readdirSync(disk).join() === 'city.backup', `there lies ${readdirSync(disk).join()}`)
      await write(1, true)
      return `told in one line; the former backup is as it was, nothing half-written lies beside it`
    }),
}

async function* megabytesOf(count: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < count; n++) yield Buffer.alloc(1024 * 1024, 'x')
}

function insert({ repositories }: Database, mark: string): Promise<readonly number[]> {
  const text = 'x'.repeat(1000)
  return repositories.incidents.insert(
    Array.from({ length: BATCH }, (_, n) => sampleIncident({ externalId: `${mark}-${n}`, text })),
  )
}

async function writeUntilRefused(db: Database, acknowledged: string[]): Promise<string> {
  for (let batch = 0; batch < 500; batch++) {
    try {
      await insert(db, String(batch))
      acknowledged.push(...Array.from({ length: BATCH }, (_, n) => `${batch}-${n}`))
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'other'
    }
  }
  throw new Error('The disk never filled up.')
}

/** Every acknowledged row is there, and of each batch all or nothing. */
async function checkStored({ knex }: Database, acknowledged: readonly string[]): Promise<void> {
  const stored = new Set<string>(await knex('incident').pluck('external_id'))
  const lost = acknowledged.filter((id) => !stored.has(id))
  must(lost.length === 0, `${lost.length} acknowledged incidents are lost`)
  must(stored.size % BATCH === 0, `a batch is there in part: ${stored.size} rows`)
}
