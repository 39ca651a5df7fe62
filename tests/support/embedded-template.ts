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

/** An engine, and its tables as the migrations leave them: true for those with rows of their own. */
interface Migrated {
  readonly engine: Engine
  readonly tables: ReadonlyMap<string, boolean>
}

/** Migrated engines that no test uses, by CRS: starting one takes seconds, emptying one does not. */
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

/** Ends the engines that no test uses; a process of its own does not end before that. */
export async function closeIdleEngines(): Promise<void> {
  const engines = [...idle.values()].flat()
  idle.clear()
  await Promise.all(engines.map(({ engine }) => engine.close()))
}

async function startFromTemplate(srid: number): Promise<Migrated> {
  const engine = createTestEngine(await embeddedTemplate(srid))
  await engine.start()
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

/** A dumped cluster with the schema in it, made once for each schema and CRS and kept beside the packages. */
export async function embeddedTemplate(srid: number): Promise<Uint8Array> {
  const file = new URL(`embedded-${srid}-${schemaFingerprint(srid)}.tgz`, CACHE)
  mkdirSync(CACHE, { recursive: true })
  await onceAcrossProcesses(fileURLToPath(file), async () => {
    const engine = createTestEngine(null)
    await engine.start()
    const options = { url: null, dataDir: null, srid, log: SILENT }
    const database = await completeDatabase(openOnEngine(engine, options), options)
    await database.migrate()
    await database.close()
    const draft = new URL(`${file.href}.${process.pid}`)
    writeFileSync(draft, await engine.dump())
    await engine.close()
    renameSync(draft, file)
  })
  return readFileSync(file)
}

/** Takes away every row and every table that a test made; the schema's own tables and what migrations wrote stay. */
async function empty({ engine, tables }: Migrated, srid: number): Promise<void> {
  const { knex, close } = openOnEngine(engine, { srid, log: SILENT })
  await knex.transaction(async (trx) => {
    await trx.raw("SET LOCAL lagesbild.purge = 'on'")
    for (const table of await tablesIn(trx)) {
      if (!tables.has(table)) await trx.raw('DROP TABLE ??', [table])
    }
    const names = [...tables].filter(([, hasRows]) => !hasRows).map(([table]) => `"${table}"`)
    await trx.raw(`TRUNCATE ${names.join(', ')} RESTART IDENTITY CASCADE`)
    await trx.raw("UPDATE city SET epoch = gen_random_uuid(), feed_horizon = '0', erased_xid = '0'")
    await trx.raw('UPDATE told SET times = 0')
  })
  await close()
}

function tablesIn(db: Knex): Promise<string[]> {
  return db('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
}
