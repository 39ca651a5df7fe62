import type { Knex } from 'knex'
import type { Log } from '../../server/platform/log.ts'

/** The rights on a table's rows; no others are granted. */
export const ROW_RIGHTS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const
export type RowRight = (typeof ROW_RIGHTS)[number]

/**
 * Tables that the serving role only reads: the owner founds and migrates, and triggers for history and feed write as
 * the owner.
 */
const READ_ONLY = new Set([
  'category',
  'city',
  'incident_revision',
  'layer_change',
  'layer_revision',
  'review_state_change',
  'schema_migration',
  'spatial_ref_sys',
  'geometry_columns',
  'geography_columns',
  'work_item_revision',
  'observation_revision',
])
const CLOSED = new Set(['erasure_mark'])

/** Every table, with the role's current rights and the statements that the table's triggers refuse. */
const TABLES_SQL = `
SELECT c.relname AS name,
  ARRAY(SELECT right_name FROM unnest(:rights::text[]) AS right_name
        WHERE has_table_privilege(:role, c.oid, right_name)) AS granted,
  ARRAY(SELECT verb FROM pg_trigger AS t, (VALUES (8, 'DELETE'), (16, 'UPDATE')) AS event (bit, verb)
        WHERE t.tgrelid = c.oid AND t.tgfoid = 'refuse_forgetting'::regproc AND t.tgtype & bit <> 0) AS refused
FROM pg_class AS c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'p')
ORDER BY c.relname`

interface TableRow {
  readonly name: string
  readonly granted: readonly RowRight[]
  readonly refused: readonly RowRight[]
}

/**
 * Grants a role the rights that serving needs: rows by table, no TRUNCATE, no DDL but temporary tables. Statements
 * that a table's triggers refuse (see `refuse_forgetting`) are not granted. Writes nothing when the grants are right.
 *
 * @param knex as the owner of the schema
 * @returns the tables whose grants were changed
 */
export async function grantServing(knex: Knex, role: string, log: Log): Promise<readonly string[]> {
  const { rows } = await knex.raw(TABLES_SQL, { role, rights: [...ROW_RIGHTS] } as never)
  const wrong = (rows as TableRow[]).filter((table) => !sameRights(table.granted, servingRights(table)))
  if (wrong.length === 0) return []
  await knex.transaction(async (trx) => {
    await trx.raw('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    await trx.raw('GRANT USAGE ON SCHEMA public TO ??', [role])
    await trx.raw('GRANT CONNECT, TEMPORARY ON DATABASE ?? TO ??', [await databaseName(trx), role])
    for (const table of wrong) {
      await trx.raw('REVOKE ALL ON TABLE ?? FROM ??', [table.name, role])
      const rights = servingRights(table)
      if (rights.length > 0) await trx.raw(`GRANT ${rights.join(', ')} ON TABLE ?? TO ??`, [table.name, role])
    }
    await trx.raw('REVOKE EXECUTE ON FUNCTION analyze_incidents() FROM PUBLIC')
    await trx.raw('GRANT EXECUTE ON FUNCTION analyze_incidents() TO ??', [role])
  })
  log.info({ role, tables: wrong.length }, 'granted what serving takes')
  return wrong.map(({ name }) => name)
}

function servingRights({ name, refused }: TableRow): readonly RowRight[] {
  if (CLOSED.has(name)) return []
  if (READ_ONLY.has(name)) return ['SELECT']
  return ROW_RIGHTS.filter((right) => !refused.includes(right))
}

function sameRights(a: readonly RowRight[], b: readonly RowRight[]): boolean {
  return a.length === b.length && a.every((right) => b.includes(right))
}

async function databaseName(trx: Knex): Promise<string> {
  const { rows } = await trx.raw('SELECT current_database() AS name')
  return (rows[0] as { name: string }).name
}
