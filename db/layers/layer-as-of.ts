/**
 * A layer's rows as they were in a snapshot of the past: the newest state where the snapshot saw it, else the state
 * that it saw begin but not end. The history is small; the index on ended_xid passes over what ended before.
 * Bindings: the text of a `pg_snapshot`.
 *
 * @param table a layer's table, also the `kind` of its history
 */
export const layerAsOfSql = (table: string) => `
WITH past AS MATERIALIZED (SELECT ?::pg_snapshot AS snapshot)
SELECT properties FROM (
  SELECT to_jsonb(live) || ${geometryOf(table)} AS properties
  FROM ${table} AS live, past
  WHERE pg_visible_in_snapshot(change_xid, snapshot)
  UNION ALL
  SELECT properties
  FROM layer_revision, past
  WHERE kind = '${table}' AND ended_xid >= pg_snapshot_xmin(snapshot)
    AND pg_visible_in_snapshot(began_xid, snapshot) AND NOT pg_visible_in_snapshot(ended_xid, snapshot)
) AS states
ORDER BY (properties ->> '${table === 'source' ? 'ordinal' : 'id'}')::int`

/** The geometry as EWKB, because to_jsonb would round it. */
function geometryOf(table: string): string {
  return table === 'source' ? `'{}'` : `jsonb_build_object('geom', live.geom::text)`
}
