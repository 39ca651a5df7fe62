/** A session with its account and the places that bound it: one look-up by a unique key, which the condition names. */
export const sessionFindSql = (column: 'id' | 'token_hash') => `
SELECT s.id AS session_id, s.last_used_at AS session_last_used_at, s.expires_at AS session_expires_at, u.*,
  (SELECT coalesce(array_agg(p.area_id ORDER BY p.area_id), '{}')
   FROM organisation_place p WHERE p.organisation_id = u.organisation_id) AS place_ids
FROM session s
JOIN app_user u ON u.id = s.user_id
WHERE s.${column} = ? AND NOT u.disabled
`
