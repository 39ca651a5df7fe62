import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Knex } from 'knex'
import { completeDatabase } from '../../db/client.ts'
import { createEngine, type Engine } from '../../db/embedded/engine.ts'
import { openOnEngine } from '../../db/open-embedded.ts'
import { SILENT } from '../../server/platform/log.ts'
import { onceAcrossProcesses } from './once-across-processes.ts'
import { schemaFingerprint } from './schema-fingerprint.ts'

const CACHE = new URL('../../node_modules/.cache/lagesbild/', import.meta.url)

/** The CRS of most tests: its migrated cluster is kept; for another one a cluster is migrated, which takes a second. */
const TEMPLATE_SRID = 3006

/** An engine, and its tables as the migrations leave them: true for those with rows of their own. */
interface Migrated {
  readonly engine: Engine
  readonly tables: ReadonlyMap<string, boolean>
}

/** Idle migrated engines by CRS, reused because starting one takes seconds. */
const idle = new Map<number, Migrated[]>()

/** An engine with a migrated, empty database, in memory, for one test at a time. */
export async function borrowEngine(srid: number): Promise<{ engine: Engine; giveBack(): Promise<void> }> {
  const migrated = idle.get(srid)?.pop() ?? (await startFromTemplate(srid))
  return {
    engine: migrated.engine,
    giveBack: async () => {
      await empty(migrated, srid)
      idle.set(srid, [...(idle.get(srid) ?? []), migrated])
    },
  }
}

/** Closes idle engines, without which a separate process does not end. */
export async function closeIdleEngines(): Promise<void> {
  const engines = [...idle.values()].flat()
  idle.clear()
  await Promise.all(engines.map(({ engine }) => engine.close()))
}

async function startFromTemplate(srid: number): Promise<Migrated> {
  const templates = await embeddedTemplates()
  const engine = createTestEngine(readFileSync(srid === TEMPLATE_SRID ? templates.migrated : templates.empty))
  await engine.start()
  if (srid !== TEMPLATE_SRID) await migrate(engine, srid)
  const { knex, close } = openOnEngine(engine, { srid, log: SILENT })
  const tables = new Map<string, boolean>()
  for (const table of await tablesIn(knex)) {
    tables.set(table, (await knex(table).first(knex.raw('1'))) !== undefined)
  }
  await close()
  return { engine, tables }
}

function createTestEngine(template: Uint8Array | null): Engine {
  return createEngine({ directory: null, template, cacheDirectory: fileURLToPath(CACHE), log: SILENT })
}

/** A dumped cluster with the schema in it, in the CRS of most tests. */
export async function embeddedTemplate(): Promise<Uint8Array> {
  return readFileSync((await embeddedTemplates()).migrated)
}

/** Dumped clusters with PostGIS, one without and one with the schema: made once for each schema, kept beside the packages. */
async function embeddedTemplates(): Promise<{ readonly empty: URL; readonly migrated: URL }> {
  const fingerprint = schemaFingerprint(TEMPLATE_SRID)
  const empty = new URL(`embedded-empty-${fingerprint}.tgz`, CACHE)
  const migrated = new URL(`embedded-${fingerprint}.tgz`, CACHE)
  mkdirSync(CACHE, { recursive: true })
  await onceAcrossProcesses(fileURLToPath(migrated), async () => {
    const engine = createTestEngine(null)
    await engine.start()
    await keep(engine, empty)
    await migrate(engine, TEMPLATE_SRID)
    await keep(engine, migrated)
    await engine.close()
  })
  return { empty, migrated }
}

async function migrate(engine: Engine, srid: number): Promise<void> {
  const options = { url: null, dataDir: null, srid, log: SILENT }
  const database = await completeDatabase(openOnEngine(engine, options), options)
  await database.migrate()
  await database.close()
}

async function keep(engine: Engine, file: URL): Promise<void> {
  const draft = new URL(`${file.href}.${process.pid}`)
  writeFileSync(draft, await engine.dump())
  renameSync(draft, file)
}

/** Deletes all rows and tables of a test; keeps the schema's tables and rows of migrations. */
async function empty({ engine, tables }: Migrated, srid: number): Promise<void> {
  const { knex, close } = openOnEngine(engine, { srid, log: SILENT })
  await knex.transaction(async (trx) => {
    await trx.raw("SET LOCAL lagesbild.purge = 'on'")
    for (const table of await tablesIn(trx)) {
      if (!tables.has(table)) await trx.raw('DROP TABLE ??', [table])
    }
    const emptied = [...tables].filter(([, hasRows]) => !hasRows).map(([table]) => table)
    const used = await usedAmong(emptied, trx)
    if (used.length > 0) await trx.raw(`TRUNCATE ${used.join(', ')} RESTART IDENTITY CASCADE`)
    await trx.raw("UPDATE city SET epoch = gen_random_uuid(), feed_horizon = '0', erased_xid = '0'")
    await trx.raw('UPDATE told SET times = 0')
  })
  await close()
}

/** Tables with rows, or that have had some: emptying all of them would make every file of the database anew. */
async function usedAmong(tables: readonly string[], db: Knex): Promise<readonly string[]> {
  const withRows = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT FROM "${table}")`)
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `${withRows.join(' UNION ')} UNION SELECT refobjid::regclass::text FROM pg_depend JOIN pg_sequence ON seqrelid = objid
     WHERE refclassid = 'pg_class'::regclass AND pg_sequence_last_value(seqrelid) IS NOT NULL`,
  )
  return rows.map(({ name }) => name).filter((name) => tables.includes(name))
}

function tablesIn(db: Knex): Promise<string[]> {
  return db('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
}
