import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from '../../server/cli/backup.ts'
import { writeBackupFile } from '../../server/cli/backup-file.ts'
import { restore } from '../../server/cli/restore.ts'
import { verify } from '../../server/cli/verify.ts'
import { type Config, parseConfig } from '../../server/config/config.ts'
import { packBackup } from '../../server/operations/upkeep/container.ts'
import { postgresPrograms } from '../platform/feed/feed-cluster.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { chunksOf, fill, HEADER, run, stateOf, withCity } from './city-commands.ts'
import { canSignIn, everyRow, FILLED, fillWhole, publicFiles } from './whole-city.ts'

const folder = mkdtempSync(join(tmpdir(), 'lagesbild-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

describe.skipIf(postgis === undefined || postgresPrograms() === null)(
  'a backup of PostGIS (skipped without TEST_DATABASE_URL and PostgreSQL’s programs)',
  () => {
    const file = join(folder, 'postgis.backup')
    let db: TestDatabase
    let name: string
    let config: Config
    /** The test's own database, and whatever lies beside it under a name made of its own; not its tenth neighbour. */
    const databases = (): Promise<string[]> =>
      db
        .knex('pg_database')
        .whereRaw('datname ~ ?', [`^${name}([^0-9]|$)`])
        .orderBy('datname')
        .pluck('datname')
    beforeAll(async () => {
      db = await postgis!.open()
      name = new URL(db.url!).pathname.slice(1)
      config = parseConfig({
        DATABASE_URL: db.url!,
        MIGRATION_DATABASE_URL: db.ownerUrl!,
        DATA_DIR: join(folder, 'none'),
        LOG_LEVEL: 'silent',
        WORKERS: '1',
      })
      await withCity(config, fill)
      await withCity(config, fillWhole)
    })
    afterAll(() => db?.close())

    it('is restored row by row in one step, in a new epoch that running servers follow, without sessions', async () => {
      const before = await withCity(config, stateOf)
      const files = await withCity(config, publicFiles)
      const rows = await everyRow(config)
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
      expect(await everyRow(config)).toEqual(rows)
      for (const table of FILLED) expect(rows[table], table).not.toEqual([])
      const found = await withCity(config, async (session) => ({
        files: await publicFiles(session),
        mayEnter: await canSignIn(session),
      }))
      expect(found).toEqual({ files, mayEnter: true })
      expect(await run(verify, ['1'], config)).toMatchObject({
        code: 4,
        out: expect.stringContaining('the database was restored since it was made'),
      })
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

    it('is restored to a database that does not exist yet, and leaves no other behind', async () => {
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
      expect(await run(restore, [file], moved)).toMatchObject({ code: 0, err: '' })
      expect((await withCity(moved, stateOf)).version).toBe((await withCity(config, stateOf)).version)
      const atPath = await databases()
      await db.knex.raw('DROP DATABASE ?? WITH (FORCE)', [`${name}_2`])
      expect(atPath).toEqual([name, `${name}_2`])
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
      expect(await databases()).toEqual([name])
    })

    it('is refused with what to install when PostgreSQL’s programs are missing', async () => {
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

    it('is refused to a role that may not read everything', async () => {
      const serving = { ...config, migrationDatabaseUrl: null }
      expect(await run(backup, [join(folder, 'partial')], serving)).toMatchObject({
        code: 3,
        err: expect.stringContaining('erasure_mark'),
      })
      expect(existsSync(join(folder, 'partial'))).toBe(false)
    })
  },
)
