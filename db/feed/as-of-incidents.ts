import { feedColumns } from './feed-columns.ts'

/** xmin:xmax:running, as PostgreSQL prints a `pg_snapshot`. */
export const SNAPSHOT_TEXT = /^\d{1,19}:\d{1,19}:[\d,]*$/

/**
 * The incidents that were live in a snapshot of the past: the newest state where the snapshot saw it, else the state
 * that it saw begin but not end. Superseded states that ended before the snapshot's oldest running transaction are
 * passed over by the index on ended_xid.
 *
 * @param visible text of a `pg_snapshot`
 */
export function incidentsAsOfSql(visible: string): string {
  if (!SNAPSHOT_TEXT.test(visible)) throw new Error(`Not a snapshot: ${visible}`)
  const snapshot = `'${visible}'::pg_snapshot`
  return `COPY (
SELECT ${feedColumns('id')} FROM incident
WHERE live AND pg_visible_in_snapshot(change_xid, ${snapshot})
UNION ALL
SELECT ${feedColumns('incident_id')} FROM incident_revision
WHERE live AND ended_xid >= pg_snapshot_xmin(${snapshot})
  AND pg_visible_in_snapshot(began_xid, ${snapshot}) AND NOT pg_visible_in_snapshot(ended_xid, ${snapshot})
) TO STDOUT (FORMAT binary)`
}

/** Whether a snapshot lies in this database's past; one in its future is from another database. */
export const IS_PAST_SQL = `SELECT pg_snapshot_xmax(?::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) AS past`
