import { areasSql } from './organisations.ts'

/** A session with its account and organisation: one look-up by a unique key, `column`. */
export const sessionFindSql = (column: 'id' | 'token_hash') => `
SELECT s.id AS session_id, s.last_used_at AS session_last_used_at, s.expires_at AS session_expires_at, u.*,
  o.kind AS organisation_kind, ${areasSql('u.organisation_id')} AS organisation_areas
FROM session s
JOIN app_user u ON u.id = s.user_id
LEFT JOIN organisation o ON o.id = u.organisation_id
WHERE s.${column} = ? AND NOT u.disabled
`
