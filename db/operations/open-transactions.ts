/**
 * Open transactions of others in this database, by unique names. Reads `pg_locks`, which shows the transactions of
 * all sessions to every role; prepared ones are listed separately.
 */
export const OPEN_TRANSACTIONS_SQL = `
SELECT held.virtualxid AS name
FROM pg_locks AS held JOIN pg_stat_activity AS session USING (pid)
WHERE held.locktype = 'virtualxid' AND held.granted AND held.mode = 'ExclusiveLock'
  AND session.datname = current_database() AND session.pid <> pg_backend_pid()
UNION ALL
SELECT gid FROM pg_prepared_xacts WHERE database = current_database()`
