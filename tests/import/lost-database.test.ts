import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyOut } from '../../db/client/bulk-copy.ts'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'
import { databasesUnderTest, type DatabaseUnderTest } from '../support/databases.ts'

const MAPPING = parseImportMapping({
  source: { id: 'est', controller: 'Staden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start' },
  defaults: { category: 'theft' },
})

/** A database that goes away, and what brings it back. */
interface LosableDatabase {
  readonly database: DatabaseUnderTest
  lose(city: ImportCity): Promise<() => Promise<void>>
}

/** Its one session begins anew, as after its engine was stopped: so it does when somebody leaves a COPY before its end. */
const renewedEmbedded = (database: DatabaseUnderTest): LosableDatabase => ({
  database,
  async lose({ database: { knex } }) {
    for await (const _ of copyOut(knex, 'COPY (SELECT generate_series(1, 100000)) TO STDOUT')) break
    return async () => {}
  },
})

/** Its connections end, and for a while there is no database of its name. */
const renamedPostgis = (database: DatabaseUnderTest): LosableDatabase => ({
  database,
  async lose({ database: { url } }) {
    const name = new URL(url!).pathname.slice(1)
    const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
    await client.connect()
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    await expect.poll(() => client.query(`ALTER DATABASE "${name}" RENAME TO "${name}_lost"`)).toBeTruthy()
    return async () => {
      await client.query(`ALTER DATABASE "${name}_lost" ALLOW_CONNECTIONS true`)
      await client.query(`ALTER DATABASE "${name}_lost" RENAME TO "${name}"`)
      await client.end()
    }
  },
})

describe.each(
  databasesUnderTest.map((database) =>
    database.kind === 'embedded' ? renewedEmbedded(database) : renamedPostgis(database),
  ),
)('an import on the $database.kind database', ({ database, lose }) => {
  let city: ImportCity
  beforeAll(async () => {
    city = await openImportCity(database)
  })
  afterAll(() => city?.close())

  it('fails as interrupted once a lost database is back, and the next import succeeds', async () => {
    let comeBack = async () => {}
    async function* fileOfWhichHalfComesLater() {
      yield Buffer.from(`id,lon,lat,start\n${rows(0, 6000)}`)
      comeBack = await lose(city)
      yield Buffer.from(rows(6000, 12_000))
    }
    const { id, read, done } = await start(fileOfWhichHalfComesLater())
    await read
    await comeBack()
    expect(await done).toMatchObject({
      id,
      state: 'failed',
      error: { en: 'The import was interrupted, because the database went away.' },
      accepted: 0,
    })
    expect(await city.liveContent()).toEqual(new Map())
    const again = await start([Buffer.from(`id,lon,lat,start\n${rows(0, 10)}`)])
    expect(await again.done).toMatchObject({ state: 'done', accepted: 10 })
  })

  function start(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    const file = { fileName: 'rows.csv', bytesTotal: null, mapping: MAPPING }
    return city.service.start({ ...file, stream: Readable.from(stream) })
  }
})

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `${from + n},18.06,59.33,2026-01-02 21:30\n`).join('')
