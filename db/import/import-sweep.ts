/**
 * Imports that are under way by their state, but whose session is gone: their staged rows went with it. The text
 * `pid/start` of a session never comes again. Binding: ids that this process is at work on.
 */
export const sweepDeadImports = `
UPDATE import SET state = 'failed', finished_at = now(), error = 'The process that ran the import ended before it was done.'
WHERE state IN ('reading', 'merging')
  AND id <> ALL (?::int[])
  AND NOT EXISTS (
    SELECT FROM pg_stat_activity WHERE owner = pid || '/' || extract(epoch FROM backend_start)
  )`

/** Who runs an import: the session that holds its staged rows. */
export const sessionName = `
SELECT pid || '/' || extract(epoch FROM backend_start) AS owner FROM pg_stat_activity WHERE pid = pg_backend_pid()`
