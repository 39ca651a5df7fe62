import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../db/client.ts'
import { STATEMENT_DEADLINE_MS, within } from '../../db/client/statement-class.ts'
import { SILENT } from '../../server/platform/log.ts'
import { runScript } from '../support/child-process.ts'
import { embeddedTemplate } from '../support/embedded-template.ts'

const WRITER = new URL('../fixtures/write-until-killed.ts', import.meta.url)
const ENDLESS = 'SELECT count(*) FROM generate_series(1, 1000000000000) AS n'
const ROWS_BEFORE_THE_KILL = 200
/** Of a class that opening a database has no statement of: a busy machine would have to keep to it as well. */
const SOON_MS = 1_000

describe('the embedded database', { timeout: 300_000 }, () => {
  /** A database with a table that was opened once and closed; each test has a copy of its own, for a start takes seconds. */
  const started = temporaryFolder()
  let dataDir = started
  let db: Database | undefined
  beforeAll(async () => {
    const { knex, close } = await open()
    await knex.raw('CREATE TABLE written (id int PRIMARY KEY)')
    await close()
  })
  beforeEach(() => {
    dataDir = temporaryFolder()
    cpSync(started, dataDir, { recursive: true })
  })
  afterEach(async () => {
    await db?.close()
    db = undefined
    rmSync(dataDir, { recursive: true })
  })
  afterAll(() => rmSync(started, { recursive: true }))

  /** Opened in the directory; a first time from the template, for that is quicker. */
  async function open(options: { readonly bulkMs?: number; readonly srid?: number } = {}): Promise<Database> {
    const { bulkMs = STATEMENT_DEADLINE_MS.bulk, srid = 3006 } = options
    const template = await embeddedTemplate()
    const deadlines = { ...STATEMENT_DEADLINE_MS, bulk: bulkMs }
    db = await openDatabase({ url: null, dataDir, srid, log: SILENT, template, deadlines })
    return db
  }

  it('loses no acknowledged row when its process is killed under writes', async () => {
    const writer = runScript(WRITER, dataDir)
    let acknowledged = 0
    for await (const line of writer.lines) {
      acknowledged = Number(line)
      if (acknowledged >= ROWS_BEFORE_THE_KILL) break
    }
    await writer.kill()
    const reopened = await open()
    const ids: number[] = await reopened.knex('written').orderBy('id').pluck('id')
    expect(acknowledged).toBe(ROWS_BEFORE_THE_KILL)
    expect(ids.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, n) => n + 1))
  })

  it('ends a statement that outlives its class, rolls its transaction back, keeps what was committed, and goes on', async () => {
    const { knex, notifications } = await open({ bulkMs: SOON_MS })
    await knex('written').insert({ id: 1 })
    const heard = new Promise<string>((resolve) => void notifications.listen('told', resolve))
    const overdue = within('bulk', knex.raw(ENDLESS))
    await expect(overdue).rejects.toMatchObject({ code: 'deadline-exceeded', message: /bulk/ })
    expect(await knex('written').pluck('id')).toEqual([1])
    // A listener is called once after reconnection, because it may have missed notifications.
    expect(await heard).toBe('')
    const inTransaction = knex.transaction(async (trx) => {
      await trx('written').insert({ id: 2 })
      await within('bulk', trx.raw(ENDLESS))
    })
    await expect(inTransaction).rejects.toMatchObject({ code: 'deadline-exceeded' })
    expect(await knex('written').pluck('id')).toEqual([1])
  })

  it('made by a newer version is refused, and its directory is unlocked', async () => {
    const first = await open()
    await first.migrate()
    await first.knex('schema_migration').insert({ name: '9999-future' })
    await first.close()
    db = undefined
    for (let turn = 0; turn < 2; turn++) await expect(open()).rejects.toThrow(/newer schema .*9999-future/)
  })

  it('holds its directory until it is closed, and refuses another CRS than it was created for', async () => {
    const first = await open()
    await expect(open()).rejects.toMatchObject({ code: 'database-unavailable', message: /in use by process/ })
    await first.close()
    await expect(open({ srid: 3011 })).rejects.toMatchObject({ code: 'invalid-setting', message: /CITY_CRS/ })
    await open()
  })

  it('reports a damaged directory in one line, and starts over after an interrupted first start', async () => {
    rmSync(join(dataDir, 'postgres', 'global'), { recursive: true })
    await expect(open()).rejects.toMatchObject({ code: 'database-unavailable', message: /does not open/ })
    writeFileSync(join(dataDir, 'postgres.unfinished'), '')
    const { knex } = await open()
    expect(await knex('incident')).toEqual([])
    expect(existsSync(join(dataDir, 'postgres.unfinished'))).toBe(false)
  })

  it('dumps a template from which another one starts', async () => {
    const { knex, dump, close } = await open()
    await knex.raw('CREATE TABLE kept AS SELECT 42 AS id')
    const template = await dump()
    await close()
    db = await openDatabase({ url: null, dataDir: null, srid: 3006, log: SILENT, template: template! })
    expect(await db.knex('kept').pluck('id')).toEqual([42])
  })
})

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lagesbild-embedded-'))
}
