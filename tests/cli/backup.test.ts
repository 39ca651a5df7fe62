import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { openSession } from '../../server/composition/open-session.ts'
import { backup } from '../../server/cli/backup.ts'
import { writeBackupFile } from '../../server/cli/backup-file.ts'
import type { Command, CommandContext } from '../../server/cli/command.ts'
import { restore } from '../../server/cli/restore.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { DirectSession } from '../../server/cli/session.ts'
import { type Config, parseConfig } from '../../server/config.ts'
import { SILENT } from '../../server/domain/log.ts'
import { packBackup } from '../../server/services/backup/container.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { embeddedTemplate } from '../support/embedded-template.ts'
import { postgresPrograms } from '../db/feed-cluster.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'lagesbild-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEADER = {
  kind: 'embedded',
  createdAt: '2026-01-01T00:00:00.000Z',
  postgres: '18.3',
  srid: 3006,
  timezone: 'Europe/Stockholm',
  demo: false,
} as const
const STUDY_AREA = {
  planar: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [674_000, 6_580_000],
        [675_000, 6_580_000],
        [675_000, 6_582_000],
        [674_000, 6_580_000],
      ],
    ],
  },
  properties: {
    kind: 'study' as const,
    name: 'Staden',
    validFrom: null,
    validTo: null,
    residents: null,
    visitors: null,
    exposureSource: null,
    derived: false,
  },
}
const clock = { nowMs: () => Date.now() }

/** Runs a command in this process, as the command line would. */
async function run(command: Command, words: readonly string[], config: Config) {
  const said = { out: '', err: '' }
  const opened: Awaited<ReturnType<typeof openSession>>[] = []
  const context: CommandContext = {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    signal: new AbortController().signal,
    config: () => config,
    async open() {
      opened.push(await openSession(config, clock, () => {}))
      return opened[0]!.session
    },
  }
  const code = await runCommand([command.name, ...words], [command], context)
  for (const session of opened) await session.close()
  return { code, ...said }
}

/** Does something with the city that the settings lead to. */
async function withCity<T>(config: Config, work: (session: DirectSession) => Promise<T>): Promise<T> {
  const { session, close } = await openSession(config, clock, () => {})
  if (session.kind !== 'direct') throw new Error('A server runs.')
  return work(session).finally(() => close())
}

async function stateOf({ storage, engine }: DirectSession) {
  const { repositories } = storage
  const { snapshots } = await engine()
  const position = await repositories.feed.load(() => {})
  const incident = await repositories.incidents.page({
    after: 0,
    limit: 10,
    categories: null,
    fromMinute: null,
    toMinute: null,
    sourceId: null,
    envelope: null,
  })
  const revisions = await repositories.incidents.revisions(1)
  return { version: snapshots.currentVersion(), epoch: position.epoch, incident, revisions }
}

async function fill({ storage }: DirectSession): Promise<void> {
  const { sources, incidents, people, features } = storage.repositories
  // One of the city's own, or the engine would derive one meanwhile.
  await features.insert('areas', STUDY_AREA)
  await sources.save(SAMPLE_SOURCE)
  await incidents.insert([1, 2, 3].map((n) => sampleIncident({ externalId: `id-${n}`, weight: n })))
  await incidents.update(1, 1, sampleIncident({ externalId: 'id-1', weight: 7 }))
  const nobody = { openId: null, organisationId: null, createdAtMs: 0 }
  await people.insert({ email: 'a@b.se', name: 'A', role: 'analyst', ...nobody })
}

describe('a backup of the embedded database', () => {
  const dataDir = join(folder, 'data')
  const config = parseConfig({ DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'silent', WORKERS: '1' })
  const file = join(folder, 'city.backup')
  let before: Awaited<ReturnType<typeof stateOf>>

  beforeAll(async () => {
    const empty = join(folder, 'empty.backup')
    const template = await embeddedTemplate(3006)
    await writeBackupFile(empty, packBackup(HEADER, chunksOf(template)), { overwrite: false, token: 't' })
    expect(await run(restore, [empty], config)).toMatchObject({ code: 0 })
    before = await withCity(config, async (session) => {
      await fill(session)
      return stateOf(session)
    })
  })

  it('is one file that its owner alone can read', async () => {
    const { code, out } = await run(backup, [file, '--json'], config)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      file,
      kind: 'embedded',
      srid: 3006,
      demo: false,
      bytes: statSync(file).size,
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('is not written over another file unasked, nor into a folder that is not there', async () => {
    const write = (path: string) =>
      writeBackupFile(path, packBackup(HEADER, chunksOf(Buffer.from('x'))), { overwrite: false, token: 't' })
    await expect(write(file)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('--overwrite'),
    })
    await expect(write(join(folder, 'no/such/file'))).rejects.toThrow('there is no such folder')
  })

  it('is not restored over a city unasked, and then brings back every row, revision and version', async () => {
    await withCity(config, ({ storage }) =>
      storage.repositories.incidents.retract(2, null, 'after the backup'),
    )
    expect(await run(restore, [file], config)).toMatchObject({
      code: 1,
      err: expect.stringContaining('--replace'),
    })
    expect(await run(restore, [file, '--replace'], config)).toMatchObject({ code: 0 })
    expect(await withCity(config, stateOf)).toEqual(before)
    expect(readdirSync(dataDir)).toEqual(['city'])
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['changed in one bit', (bytes: Buffer) => (bytes.writeUInt8(bytes[5000]! ^ 1, 5000), bytes)],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('PK\n\n not ours')],
  ])('is refused when it is %s, before anything is touched', async (_, damage) => {
    const damaged = join(folder, 'damaged.backup')
    writeFileSync(damaged, damage(readFileSync(file)))
    expect(await run(restore, [damaged, '--replace'], config)).toMatchObject({ code: 1 })
    expect(existsSync(join(dataDir, 'city/postgres'))).toBe(true)
    expect(existsSync(join(dataDir, 'city.restoring'))).toBe(false)
  })

  it('whose contents will not open leaves the city as it was', async () => {
    const bad = join(folder, 'bad.backup')
    await writeBackupFile(bad, packBackup(HEADER, chunksOf(Buffer.from('no archive'))), {
      overwrite: true,
      token: 't',
    })
    expect((await run(restore, [bad, '--replace'], config)).code).not.toBe(0)
    expect(readdirSync(dataDir)).toEqual(['city'])
    expect(existsSync(join(dataDir, 'city/postgres'))).toBe(true)
  })

  it('that was being put in place when the machine died: the next start has the former city', async () => {
    const city = join(dataDir, 'city')
    renameSync(join(city, 'postgres'), join(city, 'postgres.replaced'))
    expect(await withCity(config, stateOf)).toEqual(before)
    expect(existsSync(join(city, 'postgres.replaced'))).toBe(false)
  })

  it('is not for PostGIS, nor the demo for a real city', async () => {
    const other = { ...config, databaseUrl: 'postgres://x:y@127.0.0.1:1/z' }
    expect(await run(restore, [file], other)).toMatchObject({
      code: 1,
      err: expect.stringContaining('embedded'),
    })
    const demo = join(folder, 'demo.backup')
    await writeBackupFile(demo, packBackup({ ...HEADER, demo: true }, chunksOf(Buffer.from('x'))), {
      overwrite: true,
      token: 't',
    })
    expect(await run(restore, [demo], config)).toMatchObject({ code: 2 })
  })
})

const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

describe.skipIf(postgis === undefined || postgresPrograms() === null)(
  'a backup of PostGIS (skipped without TEST_DATABASE_URL and PostgreSQL’s programs)',
  () => {
    const file = join(folder, 'postgis.backup')
    let db: TestDatabase
    let config: Config
    beforeAll(async () => {
      db = await postgis!.open()
      config = parseConfig({
        DATABASE_URL: db.url!,
        MIGRATION_DATABASE_URL: db.ownerUrl!,
        DATA_DIR: join(folder, 'none'),
        LOG_LEVEL: 'silent',
        WORKERS: '1',
      })
      await withCity(config, fill)
    })
    afterAll(() => db?.close())

    it('comes back row by row in one step, in a new epoch, followed by servers that go on, without sessions', async () => {
      const before = await withCity(config, stateOf)
      const [user] = await db.knex('app_user').select('id')
      const at = { created_at: new Date(0), last_used_at: new Date(0), expires_at: new Date(1e13) }
      await db.knex('session').insert({ user_id: user.id, token_hash: 'x'.repeat(43), ...at })
      expect(await run(backup, [file], config)).toMatchObject({ code: 0, err: '' })
      await db.repositories.incidents.retract(2, null, 'after the backup')
      const position = await db.repositories.feed.load(() => {})
      expect(await run(restore, [file], config)).toMatchObject({
        code: 1,
        err: expect.stringContaining('--replace'),
      })
      expect(await run(restore, [file, '--replace'], config)).toEqual({
        code: 0,
        err: '',
        out: expect.stringContaining('Restored'),
      })
      const after = await withCity(config, stateOf)
      expect(after).toEqual({ ...before, epoch: after.epoch })
      expect(after.epoch).not.toBe(before.epoch)
      await expect
        .poll(() =>
          db.repositories.feed.poll(position).then(
            (poll) => poll.mustReload,
            () => null,
          ),
        )
        .toBe(true)
      expect(await db.knex('session')).toEqual([])
      expect(await db.knex('audit_event').where({ action: 'restore' })).toHaveLength(1)
    })

    it('goes into a database that is not there yet, and leaves no other behind', async () => {
      const elsewhere = (url: string) => {
        const other = new URL(url)
        other.pathname += '_2'
        return other.href
      }
      const moved = {
        ...config,
        databaseUrl: elsewhere(db.url!),
        migrationDatabaseUrl: elsewhere(db.ownerUrl!),
      }
      expect(await run(restore, [file], moved)).toMatchObject({ code: 0 })
      expect((await withCity(moved, stateOf)).version).toBe((await withCity(config, stateOf)).version)
      const name = new URL(db.url!).pathname.slice(1)
      const beside = await db
        .knex('pg_database')
        .where('datname', 'like', `${name}%`)
        .orderBy('datname')
        .pluck('datname')
      await db.knex.raw('DROP DATABASE ??', [`${name}_2`])
      expect(beside).toEqual([name, `${name}_2`])
    })

    it('that cannot be unpacked leaves the city as it was and no database behind', async () => {
      const bad = join(folder, 'bad-postgis.backup')
      await writeBackupFile(
        bad,
        packBackup({ ...HEADER, kind: 'postgis' }, chunksOf(Buffer.from('no dump'))),
        { overwrite: true, token: 't' },
      )
      const before = await withCity(config, stateOf)
      expect((await run(restore, [bad, '--replace'], config)).code).toBe(3)
      expect(await withCity(config, stateOf)).toEqual(before)
      const name = new URL(db.url!).pathname.slice(1)
      expect(await db.knex('pg_database').where('datname', 'like', `${name}%`)).toHaveLength(1)
    })

    it('says what to install where PostgreSQL’s programs are not there', async () => {
      const path = process.env.PATH
      process.env.PATH = folder
      try {
        const { code, err } = await run(backup, [join(folder, 'never')], config)
        expect({ code, err }).toEqual({
          code: 1,
          err: expect.stringMatching(/^pg_dump is not on this machine: install/),
        })
        expect(existsSync(join(folder, 'never'))).toBe(false)
      } finally {
        process.env.PATH = path
      }
    })

    it('is not made by a role that may not read everything', async () => {
      const database = await openDatabase({ url: db.url!, dataDir: null, srid: 3006, log: SILENT })
      await database.close()
      const serving = { ...config, migrationDatabaseUrl: null }
      expect(await run(backup, [join(folder, 'partial')], serving)).toMatchObject({
        code: 3,
        err: expect.stringContaining('erasure_mark'),
      })
      expect(existsSync(join(folder, 'partial'))).toBe(false)
    })
  },
)

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
