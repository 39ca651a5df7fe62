/**
 * Notes work that was begun before `:before` and never settled, and forgets that it was begun, in one statement: of two
 * processes that look at the same time one notes it.
 */
export const AUDIT_SETTLE_LOST_SQL = `
WITH lost AS (
  DELETE FROM audit_begun WHERE at < :before
  RETURNING id, at, kind, action, subject, actor, actor_name, session_id
)
INSERT INTO audit_event (at, kind, action, subject, actor, actor_name, session_id, detail, count)
SELECT at, kind, action, subject, actor, actor_name, session_id, '{"outcome": "unknown"}'::jsonb, 1
FROM lost
ORDER BY id`
