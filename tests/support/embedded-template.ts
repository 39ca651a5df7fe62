import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { completeDatabase } from '../../db/client.ts'
import { createEngine, type Engine } from '../../db/embedded/engine.ts'
import { openOnEngine } from '../../db/open-embedded.ts'
import { SILENT } from '../../server/domain/log.ts'
import { onceAcrossProcesses } from './once-across-processes.ts'
import { schemaFingerprint } from './schema-fingerprint.ts'

const CACHE = new URL('../../node_modules/.cache/lagesbild/', import.meta.url)

/** Migrated engines that no test uses, by CRS: starting one takes seconds, emptying one does not. */
const idle = new Map<number, Engine[]>()

/** An engine with a migrated, empty database, in memory, for one test at a time. */
export async function borrowEngine(srid: number): Promise<{ engine: Engine; giveBack(): Promise<void> }> {
  const engine = idle.get(srid)?.pop() ?? (await startFromTemplate(srid))
  return {
    engine,
    giveBack: async () => {
      await empty(engine, srid)
      idle.set(srid, [...(idle.get(srid) ?? []), engine])
    },
  }
}

/** Ends the engines that no test uses; a process of its own does not end before that. */
export async function closeIdleEngines(): Promise<void> {
  const engines = [...idle.values()].flat()
  idle.clear()
  await Promise.all(engines.map((engine) => engine.close()))
}

async function startFromTemplate(srid: number): Promise<Engine> {
  const engine = createTestEngine(await embeddedTemplate(srid))
  await engine.start()
  return engine
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

/** Takes away every row and every table that a test made; the schema's own tables and its city stay. */
async function empty(engine: Engine, srid: number): Promise<void> {
  const { knex, close } = openOnEngine(engine, { srid, log: SILENT })
  await knex.transaction(async (trx) => {
    await trx.raw("SET LOCAL lagesbild.purge = 'on'")
    const tables = await trx('pg_tables')
      .where({ schemaname: 'public' })
      .whereNotIn('tablename', ['spatial_ref_sys', 'schema_migration', 'category', 'city'])
      .pluck('tablename')
    const names = tables.map((table) => `"${table}"`).join(', ')
    await trx.raw(`TRUNCATE ${names} RESTART IDENTITY CASCADE`)
    await trx.raw('UPDATE city SET epoch = gen_random_uuid()')
  })
  await close()
}
