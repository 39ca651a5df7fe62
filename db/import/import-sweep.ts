/**
 * Ends imports that are in progress by their state but whose session, and so their staged rows, is gone. The text
 * `pid/start` of a session is unique. Bindings: what is said of them in English and in Swedish, ids of this process's own
 * imports.
 */
export const sweepDeadImports = `
UPDATE import SET state = 'failed', finished_at = now(), error = ?, error_sv = ?
WHERE state IN ('reading', 'merging')
  AND id <> ALL (?::int[])
  AND NOT EXISTS (
    SELECT FROM pg_stat_activity WHERE owner = pid || '/' || extract(epoch FROM backend_start)
  )`

/** The session that holds an import's staged rows. */
export const sessionName = `
SELECT pid || '/' || extract(epoch FROM backend_start) AS owner FROM pg_stat_activity WHERE pid = pg_backend_pid()`
