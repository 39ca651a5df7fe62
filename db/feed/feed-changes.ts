import { FEED_HEADER_COLUMNS, feedColumns } from './feed-columns.ts'

/**
 * What became visible since a position. A transaction is visible as a whole or not at all, so everything new lies in
 * the gaps between three kinds of transactions: those running now, those seen before, and the oldest one that was
 * running last time. The recursion jumps from one new transaction to the next by the index on change_xid: a million
 * rows of a running import, or of one that was seen, cost one look-up. (A standby does not report running
 * transactions; they are looked up in vain.) Plans must not depend on statistics, which lack the newest transactions:
 * run it with `POLL_SETTINGS`.
 */
const changes = (edges: string) => `
WITH RECURSIVE now AS MATERIALIZED (SELECT pg_current_snapshot() AS snapshot),
edge AS MATERIALIZED (
  SELECT pg_snapshot_xip(snapshot) AS xid FROM now
  UNION SELECT pg_snapshot_xmax(snapshot) FROM now
  UNION SELECT unnest(${edges}) FROM now
),
gap AS MATERIALIZED (SELECT xid AS after, lead(xid) OVER (ORDER BY xid) AS before FROM edge),
changed (xid, before) AS (
  SELECT (SELECT change_xid FROM incident WHERE change_xid > after AND change_xid < before
          ORDER BY change_xid LIMIT 1), before
  FROM gap
  UNION ALL
  SELECT (SELECT change_xid FROM incident WHERE change_xid > xid AND change_xid < before
          ORDER BY change_xid LIMIT 1), before
  FROM changed WHERE xid IS NOT NULL
),
layers AS MATERIALIZED (
  SELECT change_xid AS xid, kind FROM gap
  JOIN layer_change ON change_xid > after AND change_xid < before
),
header AS (
  SELECT json_build_object(
    'epoch', (SELECT epoch FROM city),
    'horizon', (SELECT feed_horizon::text FROM city),
    'xmin', pg_snapshot_xmin(snapshot)::text,
    'snapshot', snapshot::text,
    'standby', pg_is_in_recovery(),
    'layers', ARRAY(SELECT DISTINCT kind FROM layers),
    'transactions', ARRAY(
      SELECT xid::text FROM changed WHERE xid IS NOT NULL
      UNION SELECT xid::text FROM layers
      -- Transactions whose every row was changed again since: a standby has no other way to know of them.
      UNION SELECT ended_xid::text FROM gap
      JOIN incident_revision ON ended_xid > after AND ended_xid < before
      WHERE pg_is_in_recovery()
    )
  )::text AS text
  FROM now
)`

/** Settings of the transaction that a poll runs in. */
export const POLL_SETTINGS = 'SET LOCAL enable_seqscan = off; SET LOCAL jit = off'

/** One statement: the header of a poll, then the rows that changed, in no order. A binary COPY. */
export function feedChangesSql(edges: readonly string[]): string {
  return `COPY (${changes(xidArray(edges))}
SELECT ${FEED_HEADER_COLUMNS}, text FROM header
UNION ALL
SELECT fresh.* FROM changed CROSS JOIN LATERAL (
  SELECT ${feedColumns('id')} FROM incident WHERE change_xid = changed.xid OFFSET 0
) AS fresh
WHERE changed.xid IS NOT NULL
) TO STDOUT (FORMAT binary)`
}

/** The header alone, as of the transaction's own snapshot: changes newer than its oldest running transaction. */
export const FEED_HEADER_SQL = `${changes(
  'ARRAY[(pg_snapshot_xmin(snapshot)::text::numeric - 1)::text::xid8]',
)}
SELECT text FROM header`

/** Decimal transaction ids as an SQL array. A COPY takes no bound values, so they are checked. */
function xidArray(xids: readonly string[]): string {
  for (const xid of xids) if (!/^\d{1,20}$/.test(xid)) throw new Error(`Not a transaction id: ${xid}`)
  return `'{${xids.join(',')}}'::xid8[]`
}
