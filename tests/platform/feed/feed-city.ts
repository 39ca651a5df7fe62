import type { Knex } from 'knex'
import { contentHash } from '../../../server/engine/hashes/content-hash.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import { PLAIN_ROW } from '../../support/cities/make-snapshot.ts'
import type { IncidentBatch } from '../../../server/engine/snapshot/incident-batch.ts'
import type { IncidentFeed } from '../../../server/platform/feed/repository.ts'

/** What runs a statement with `$1 …`: a client of `pg` as it is, or knex by `onKnex`. */
export interface SqlClient {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** Lets knex, or a transaction of it, run statements with `$1 …` in ascending order. */
export function onKnex(knex: Knex): SqlClient {
  return { query: (sql, values = []) => knex.raw(sql.replaceAll(/\$\d+/g, '?'), values as never[]) }
}

/** A source by its id; the incidents of these tests need one. */
export async function addSource(client: SqlClient, id = PLAIN_ROW.sourceId): Promise<void> {
  await client.query(
    `INSERT INTO source (id, title, controller, legal_basis, purpose, audiences)
     VALUES ($1, 'Test', 'The test', 'none', 'testing', '{analyst}')`,
    [id],
  )
}

/** Adds an incident that differs from `PLAIN_ROW` by `change`, and gives its id. */
export async function addIncident(
  client: SqlClient,
  externalId: string,
  change: Partial<IncidentContent> = {},
): Promise<number> {
  const c = { ...PLAIN_ROW, ...change, externalId }
  const { rows } = await client.query(
    `INSERT INTO incident (content_hash, from_minute, to_minute, weight, category_index, flags, setting_code,
       precision_code, external_id, geom, source_ordinal)
     SELECT $1::bigint, $2::int, $3::int, $4::int, $5::int, $6::int, $7::int, $8::int, $9,
       ST_SetSRID(ST_MakePoint($10::float8, $11::float8), (SELECT srid FROM city)), ordinal
     FROM source WHERE id = $12 RETURNING id`,
    [
      contentHash(c).toString(),
      c.fromMinute,
      c.toMinute,
      c.weight,
      c.categoryIndex,
      c.flags,
      c.settingCode,
      c.precisionCode,
      externalId,
      c.xCm / 100,
      c.yCm / 100,
      c.sourceId,
    ],
  )
  return Number(rows[0]!['id'])
}

/** Gives an incident another weight, and with it other content. */
export async function setWeight(client: SqlClient, externalId: string, weight: number): Promise<void> {
  const hash = contentHash({ ...PLAIN_ROW, externalId, weight }).toString()
  await client.query('UPDATE incident SET weight = $1, content_hash = $2::bigint WHERE external_id = $3', [
    weight,
    hash,
    externalId,
  ])
}

/** Retracts an incident, or brings it back. */
export async function setLive(client: SqlClient, externalId: string, live: boolean): Promise<void> {
  await client.query(
    `UPDATE incident SET live = $1::boolean, retracted_reason = CASE WHEN $2::boolean THEN NULL ELSE 'test' END
     WHERE external_id = $3`,
    [live, live, externalId],
  )
}

/** Rows of batches as plain objects by id. */
export function rowsOf(batches: readonly IncidentBatch[]): ReadonlyMap<number, Record<string, number>> {
  const rows = new Map<number, Record<string, number>>()
  for (const batch of batches) {
    for (let at = 0; at < batch.length; at++) {
      const columns = Object.entries(batch).filter(([name]) => name !== 'length')
      const row = Object.fromEntries(columns.map(([name, column]) => [name, (column as Int32Array)[at]!]))
      if (rows.has(row['id']!)) throw new Error(`Incident ${row['id']} came twice.`)
      rows.set(row['id']!, row)
    }
  }
  return rows
}

/** All live incidents with the position. */
export async function loadAll(feed: IncidentFeed) {
  const batches: IncidentBatch[] = []
  const position = await feed.load((batch) => void batches.push(batch))
  return { position, rows: rowsOf(batches) }
}

/** The incidents that were live at a position. */
export async function loadAllAsOf(feed: IncidentFeed, visible: string) {
  const batches: IncidentBatch[] = []
  await feed.loadAsOf(visible, (batch) => void batches.push(batch))
  return rowsOf(batches)
}
