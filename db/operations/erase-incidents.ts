/** What an erased row says instead; its place is the origin of the CRS. */
const nothing = (srid: number) => `
  content_hash = 0, change_xid = pg_current_xact_id(), revision = incident.revision + 1, reported_minute = NULL,
  weight = 1, import_id = NULL, category_index = 0, flags = 0, setting_code = 0, precision_code = 0, live = false,
  text = NULL, retracted_reason = 'erased', geom = st_setsrid(st_makepoint(0, 0), ${srid})`

const COUNTS = `SELECT (SELECT count(*) FROM erased)::int AS rows, (SELECT count(*) FROM forgotten)::int AS revisions`

/** Nothing is over where a source has no retention. Binding: minutes since 1970 of the day of judgement. */
export const retentionIsOver = `to_minute < ? - (
  SELECT retention_days::bigint * 1440 FROM source WHERE source.ordinal = source_ordinal)`

/** Incidents whose source's retention is over. Binding: minutes since 1970 of the day of judgement. */
export const OVERDUE_INCIDENTS = `
FROM incident
WHERE erasure IS DISTINCT FROM 'gone' AND ${retentionIsOver}`

/** Retracted with an undone import before a transaction. Binding: that transaction. */
export const UNDONE_INCIDENTS = `
FROM incident
WHERE NOT live AND erasure IS NULL AND retracted_reason LIKE 'undone import %' AND change_xid < ?::xid8`

/** Retracted by a person before a transaction. Binding: that transaction. */
export const RETRACTED_INCIDENTS = `
FROM incident
WHERE NOT live AND erasure IS NULL AND retracted_reason NOT LIKE 'undone import %' AND change_xid < ?::xid8`

/** One incident, whatever its age. Binding: its id. */
export const ONE_INCIDENT = 'FROM incident WHERE incident.id = ? AND erasure IS NULL'

const due = (which: string) => `
WITH due AS MATERIALIZED (SELECT incident.id ${which} LIMIT ? FOR UPDATE OF incident),
forgotten AS (DELETE FROM incident_revision USING due WHERE incident_id = due.id RETURNING 1)`

/**
 * Overwrites some incidents with nothing and forgets their earlier states. The row stays for a while, no longer live:
 * that is how the feed's readers hear of it. Bindings: those of `which`, rows at most.
 */
export const eraseIncidents = (which: string, srid: number) => `${due(which)},
erased AS (
  UPDATE incident SET ${nothing(srid)}, from_minute = 0, to_minute = 0, erasure = 'gone',
    external_id = 'erased/' || gen_random_uuid()
  FROM due WHERE incident.id = due.id RETURNING 1
) ${COUNTS}`

/** The same, but the id in its source and its end stay, so that no file brings it back before its retention is over. */
export const emptyIncidents = (which: string, srid: number) => `${due(which)},
erased AS (
  UPDATE incident SET ${nothing(srid)}, from_minute = to_minute, erasure = 'emptied'
  FROM due WHERE incident.id = due.id RETURNING 1
) ${COUNTS}`

/** Free text of incidents that ended before a minute. Their hash stays: equal rows of a later file are known by it. */
export const eraseTexts = (table: 'incident' | 'incident_revision') => `
UPDATE ${table} SET text = NULL
WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE text IS NOT NULL AND to_minute < ? LIMIT ?))`
