/**
 * Turns intents older than `:before` into events, in one statement, so that of two concurrent processes only one
 * does.
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
