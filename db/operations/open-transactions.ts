/**
 * Transactions of others that are open in this database, each by a name that no later one has. Reads `pg_locks`, which
 * shows every role the transactions of all, whatever else of their sessions is kept from it; prepared ones stand apart.
 */
export const OPEN_TRANSACTIONS_SQL = `
SELECT held.virtualxid AS name
FROM pg_locks AS held JOIN pg_stat_activity AS session USING (pid)
WHERE held.locktype = 'virtualxid' AND held.granted AND held.mode = 'ExclusiveLock'
  AND session.datname = current_database() AND session.pid <> pg_backend_pid()
UNION ALL
SELECT gid FROM pg_prepared_xacts WHERE database = current_database()`
