import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeDatabase, openDatabase } from '../../db/client.ts'
import { migrate, pendingMigrations } from '../../db/client/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/all.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { AREA_KINDS } from '../../server/engine/snapshot/features.ts'
import { SILENT } from '../../server/platform/log.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

const FOUNDATION = { srid: 3006, timezone: 'Europe/Stockholm', demo: false }

describe.each(databasesUnderTest)('migrations on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  it('have all run in a fresh database, and do nothing when run again', async () => {
    expect(await db.knex('schema_migration').pluck('name')).toEqual(MIGRATIONS.map(({ name }) => name))
    expect(await pendingMigrations(db.knex)).toEqual([])
    expect(await migrate(db.knex, FOUNDATION, SILENT)).toEqual([])
  })

  it('leave nothing behind when one of several fails', async () => {
    const broken = [
      ...MIGRATIONS,
      { name: '9998-good', sql: () => 'CREATE TABLE half_done (id int)' },
      { name: '9999-bad', sql: () => 'CREATE TABEL' },
    ]
    await expect(migrate(db.knex, FOUNDATION, SILENT, broken)).rejects.toMatchObject({ code: '42601' })
    expect(await db.knex.schema.hasTable('half_done')).toBe(false)
    expect(await pendingMigrations(db.knex, broken)).toEqual(broken.slice(MIGRATIONS.length))
  })

  it('run once when several start at the same time', async () => {
    const once = [...MIGRATIONS, { name: '9997-once', sql: () => 'CREATE TABLE made_once (id int)' }]
    const ran = await Promise.all([1, 2, 3].map(() => migrate(db.knex, FOUNDATION, SILENT, once)))
    expect(ran.flat()).toEqual(['9997-once'])
    await db.knex('schema_migration').where({ name: '9997-once' }).delete()
  })

  it('of a newer version refuse to be opened, and nothing is changed', async () => {
    await db.knex('schema_migration').insert({ name: '9996-future' })
    await db
      .knex('schema_migration')
      .where({ name: MIGRATIONS.at(-1)!.name })
      .delete()
    const stored = async () => [
      await db.knex('schema_migration').orderBy('name'),
      await db.knex('city'),
      await db.knex('pg_tables').where({ schemaname: 'public' }).orderBy('tablename').pluck('tablename'),
    ]
    const before = await stored()
    const options = { ...FOUNDATION, url: db.url, dataDir: null, log: SILENT }
    const here: (() => Promise<unknown>)[] = [() => completeDatabase(db, options), () => db.migrate()]
    const there: typeof here = [
      () => openDatabase(options),
      () => openDatabase({ ...options, migrationUrl: db.ownerUrl }),
    ]
    for (const open of db.url === null ? here : [...here, ...there]) {
      await expect(open()).rejects.toMatchObject({
        code: 'database-unavailable',
        message: expect.stringMatching(
          /^The database has a newer schema [^\n]*\(9996-future\): install [^\n]+$/,
        ),
      })
    }
    expect(await stored()).toEqual(before)
    await db.knex('schema_migration').where({ name: '9996-future' }).delete()
    await db.knex('schema_migration').insert({ name: MIGRATIONS.at(-1)!.name })
    await completeDatabase(db, options)
  })

  it('know every category, and no other', async () => {
    expect(await db.knex('category').orderBy('index').pluck('code')).toEqual(
      CATEGORIES.map(({ code }) => code),
    )
    await db.repositories.sources.save(SAMPLE_SOURCE)
    const insert = (categoryIndex: number) =>
      db.repositories.incidents.insert([sampleIncident({ externalId: `c-${categoryIndex}`, categoryIndex })])
    expect(await insert(CATEGORIES.length - 1)).toHaveLength(1)
    await expect(insert(CATEGORIES.length)).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('know every kind of area', async () => {
    const planar = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    }
    for (const kind of AREA_KINDS) {
      const properties = {
        kind,
        name: kind,
        validFrom: null,
        validTo: null,
        residents: null,
        visitors: null,
        exposureSource: null,
        derived: false,
      }
      const stored = await db.repositories.features.insert('areas', { planar, properties })
      expect(stored.properties.kind).toBe(kind)
    }
  })

  it('keep geometries to the CRS of the city', async () => {
    const { rows } = await db.knex.raw('SELECT DISTINCT srid FROM geometry_columns')
    expect(rows).toEqual([{ srid: 3006 }])
  })

  it('begin a new epoch when the database finds itself in another cluster, and no transaction id lies ahead', async () => {
    const before = await db.migrate()
    await db.repositories.incidents.insert([sampleIncident({ externalId: 'restored' })])
    await db.knex.raw(`
ALTER TABLE incident DISABLE TRIGGER USER;
UPDATE incident SET change_xid = '9000000000';
ALTER TABLE incident ENABLE TRIGGER USER;
UPDATE city SET cluster = 'another'`)
    const after = await db.migrate()
    expect(after.epoch).not.toBe(before.epoch)
    const ahead = await db.knex('incident').whereRaw('change_xid > pg_current_xact_id()')
    expect(ahead).toEqual([])
    expect(await db.knex('incident_revision')).toEqual([])
    expect(await db.migrate()).toEqual(after)
  })
})

describe.runIf(process.env.TEST_DATABASE_URL !== undefined)('an open PostGIS server', () => {
  const serverUrl = process.env.TEST_DATABASE_URL ?? ''
  const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

  it('is refused for a city of another CRS, in one line that says what to do', async () => {
    const db = await postgis!.open()
    const requested = openDatabase({ url: db.url, dataDir: null, srid: 3011, log: SILENT })
    await expect(requested).rejects.toMatchObject({
      code: 'invalid-setting',
      message: expect.stringMatching(/^CITY_CRS is 3011, but this database was created for 3006: [^\n]+$/),
    })
    const demo = openDatabase({ url: db.url, dataDir: null, srid: 3006, demo: true, log: SILENT })
    await expect(demo).rejects.toMatchObject({ code: 'invalid-setting' })
    await db.close()
  })

  it.each([
    ['nobody listens', (url: URL) => (url.port = '1')],
    ['the name is not known', (url: URL) => (url.hostname = 'nowhere.invalid')],
    ['the database is not there', (url: URL) => (url.pathname = '/nowhere')],
    ['the password is wrong', (url: URL) => (url.password = 'wrong')],
  ])('is unavailable, said in one line, where %s', async (_what, change) => {
    const url = new URL(serverUrl)
    change(url)
    const requested = openDatabase({ url: url.href, dataDir: null, srid: 3006, log: SILENT })
    await expect(requested).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringMatching(/^The database [^\n]+$/),
    })
  })
})
