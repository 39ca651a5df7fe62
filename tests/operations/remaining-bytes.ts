import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { TestDatabase } from '../support/databases.ts'

const PG_DUMP = '/usr/bin/pg_dump'
const run = promisify(execFile)

/** Bytes that must not remain, by name. */
export type Markers = Readonly<Record<string, Buffer>>

/** A coordinate as it lies in a geometry: eight bytes, little-endian. */
export function coordinateBytes(metres: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(metres)
  return bytes
}

/** Names of the markers that lie anywhere: `row:` in a table, `file:` in a data file, `dump:` in a backup. */
export async function leftovers(database: TestDatabase, markers: Markers): Promise<readonly string[]> {
  const found = [...(await inRows(database, markers)), ...(await inFiles(database, markers))]
  return found.toSorted()
}

async function inRows({ knex }: TestDatabase, markers: Markers): Promise<string[]> {
  const tables: string[] = await knex('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
  const found: string[] = []
  for (const table of tables) {
    const { rows } = await knex.raw('SELECT row_to_json(t)::text AS text FROM ?? AS t', [table])
    const all = Buffer.from((rows as { text: string }[]).map(({ text }) => text).join('\n'))
    for (const [name, bytes] of Object.entries(markers))
      if (all.includes(bytes)) found.push(`row: ${name} in ${table}`)
  }
  return found
}

/** On the embedded database the whole cluster, log of writes and all; on PostGIS every table and index, and pg_dump. */
async function inFiles(database: TestDatabase, markers: Markers): Promise<string[]> {
  const dump = await database.dump()
  if (dump !== null) return namesIn(gunzipSync(dump), markers, 'file')
  const found: string[] = []
  await database.knex.raw('CHECKPOINT')
  const { rows } = await database.knex.raw(`
SELECT relname AS name, pg_read_binary_file(pg_relation_filepath(oid)) AS bytes FROM pg_class
WHERE pg_relation_filepath(oid) IS NOT NULL AND pg_relation_size(oid) > 0`)
  for (const { name, bytes } of rows as { name: string; bytes: Buffer }[])
    found.push(...namesIn(bytes, markers, 'file').map((marker) => `${marker} in ${name}`))
  if (!existsSync(PG_DUMP)) return found
  const { stdout } = await run(PG_DUMP, ['--dbname', database.ownerUrl!], {
    maxBuffer: 1e9,
    encoding: 'buffer',
  })
  const inHexadecimal = Object.fromEntries(
    Object.entries(markers).flatMap(([name, bytes]) => [
      [name, bytes],
      [`${name} in hexadecimal`, Buffer.from(bytes.toString('hex').toUpperCase())],
    ]),
  )
  return [...found, ...namesIn(stdout, inHexadecimal, 'dump')]
}

function namesIn(bytes: Buffer, markers: Markers, where: string): string[] {
  return Object.entries(markers)
    .filter(([, marker]) => bytes.includes(marker))
    .map(([name]) => `${where}: ${name}`)
}
