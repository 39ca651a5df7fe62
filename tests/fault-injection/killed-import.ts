import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../db/client.ts'
import { SILENT } from '../../server/platform/log.ts'
import { type RunningScript, runScript } from '../support/child-process.ts'
import { embeddedTemplate } from '../support/embedded-template.ts'
import { holdStill } from './hold-still.ts'
import { noPostgres, ownPostgres } from './own-postgres.ts'
import { eventually, must, type FaultInjection } from './fault-injection.ts'

const CHILD = new URL('./children/import-rows.ts', import.meta.url)
const ROWS = 20_000

/** kill −9 right in the transaction that merges a file, with every row written and none committed. */
export const killedImportOnPostgis: FaultInjection = {
  name: 'kill −9 in the merge of an import (PostGIS)',
  impossible: noPostgres,
  async run(scratch) {
    const postgres = await ownPostgres(scratch)
    const db = await postgres.database.open()
    const lock = new pg.Client({ connectionString: postgres.ownerUrl })
    let child: RunningScript | null = null
    try {
      await lock.connect()
      // The merge's last statement writes the import's row: held there, it has everything else done.
      const hold = await holdStill(lock, "BEFORE UPDATE ON import FOR EACH ROW WHEN (NEW.state = 'done')")
      child = runScript(CHILD, 'postgis', postgres.servingUrl, String(ROWS))
      await said(child, 'staged')
      await eventually('the merge to come to its end', hold.holds)
      must(await hasIncidents(lock), 'the merge came to its end with no row written')
      await child.kill()
      await hold.release()
      await eventually('the dead import to be swept', async () => (await db.repositories.imports.sweep()) > 0)
      const { count, state } = await stateOf(db)
      must(count === 0, `${count} rows of a killed import are there`)
      must(state === 'failed', `the killed import is ${state}`)
      const again = runScript(CHILD, 'postgis', postgres.servingUrl, String(ROWS))
      await said(again, `done ${ROWS}`)
      must((await stateOf(db)).count === ROWS, 'the second import is not whole')
      return `killed with ${ROWS} rows written: none there; the same file again: all there`
    } finally {
      await child?.kill()
      await lock.end()
      await db.close()
      await postgres.stop()
    }
  },
}

/** kill −9 at several moments of an import into the embedded database, which has no server to clean up after it. */
export const killedImportEmbedded: FaultInjection = {
  name: 'kill −9 in an import (embedded)',
  async run(scratch) {
    const directory = join(scratch, 'city')
    const options = { url: null, dataDir: directory, srid: 3006, log: SILENT }
    const first = await openDatabase({ ...options, template: await embeddedTemplate() })
    await first.migrate()
    await first.close()
    const seen: string[] = []
    for (const afterMs of [0, 150, 600]) {
      const acknowledged = await importAndKill(directory, afterMs)
      const db = await openDatabase(options)
      await db.repositories.imports.sweep()
      const { count, state } = await stateOf(db)
      await db.close()
      must(count === 0 || count === ROWS, `${count} of ${ROWS} rows are there`)
      must(!acknowledged || count === ROWS, 'an acknowledged import is lost')
      must(state === (count === 0 ? 'failed' : 'done'), `${count} rows, and the import is ${state}`)
      must(temporaryFiles(directory).length === 0, 'staged rows are left in files')
      seen.push(count === 0 ? 'none' : 'all')
      if (count === ROWS) break
    }
    const child = runScript(CHILD, 'embedded', directory, String(ROWS))
    await said(child, 'done')
    return `of ${ROWS} rows there were, after each kill: ${seen.join(', ')}; then the import went through`
  },
}

/** @returns whether the import was acknowledged before its process was killed, so long after it had staged the file */
async function importAndKill(directory: string, afterMs: number): Promise<boolean> {
  const child = runScript(CHILD, 'embedded', directory, String(ROWS))
  try {
    await said(child, 'staged')
    const done = said(child, 'done').then(
      () => true,
      () => false,
    )
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), afterMs))
    return await Promise.race([done, late])
  } finally {
    await child.kill()
  }
}

/** Files of temporary tables in the cluster of a city's folder. */
function temporaryFiles(directory: string): readonly string[] {
  const files = readdirSync(join(directory, 'postgres/base'), { recursive: true, encoding: 'utf8' })
  return files.filter((path) => /\/t\d+_\d+/.test(path))
}

async function said(child: RunningScript, line: string): Promise<void> {
  // Not by for await, which would close the child's lines behind it.
  for (let one = await child.lines.next(); one.done !== true; one = await child.lines.next())
    if (one.value.startsWith(line)) return
  throw new Error(`The child ended before it said ${line}.`)
}

/** Whether rows have been written, committed or not. */
async function hasIncidents(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("SELECT pg_relation_size('incident') > 0 AS written")
  return rows[0].written
}

async function stateOf({ knex }: Database): Promise<{ readonly count: number; readonly state: string }> {
  const { rows } = await knex.raw('SELECT count(*)::int AS count FROM incident')
  const { state } = await knex('import').orderBy('id', 'desc').first('state')
  return { count: rows[0].count, state }
}
