/**
 * Inserts a session for an account that is not disabled and, if `passwordHash` is given, still has that password.
 * Locks the account: a concurrent change is waited for and seen, a later one finds the session and ends it.
 */
export const SESSION_INSERT_SQL = `
INSERT INTO session (user_id, token_hash, created_at, last_used_at, expires_at)
SELECT u.id, :tokenHash::text, :created::timestamptz, :created::timestamptz, :expires::timestamptz
FROM app_user u
WHERE u.id = :accountId AND NOT u.disabled
  AND (:passwordHash::text IS NULL OR u.password_hash = :passwordHash)
FOR SHARE
RETURNING id
`
