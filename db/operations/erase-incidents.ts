/** The empty content of an erased row; its position is the origin of the CRS. */
const nothing = (srid: number) => `
  content_hash = 0, change_xid = pg_current_xact_id(), revision = incident.revision + 1, reported_minute = NULL,
  weight = 1, import_id = NULL, category_index = 0, flags = 0, setting_code = 0, precision_code = 0, live = false,
  text = NULL, retracted_reason = 'erased', geom = st_setsrid(st_makepoint(0, 0), ${srid})`

const COUNTS = `SELECT (SELECT count(*) FROM erased)::int AS rows, (SELECT count(*) FROM forgotten)::int AS revisions`

/**
 * Whether retention is over; never for a source without retention. Binding: minute since 1970 as of which it is
 * judged.
 */
export const retentionIsOver = `to_minute < ? - (
  SELECT retention_days::bigint * 1440 FROM source WHERE source.ordinal = source_ordinal)`

/** Incidents past their source's retention. Binding: minute since 1970 as of which it is judged. */
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
 * Clears some incidents and deletes their earlier states. The row stays for a while, no longer live, so that the
 * feed's readers see it. Bindings: those of `which`, maximum of rows.
 */
export const eraseIncidents = (which: string, srid: number) => `${due(which)},
erased AS (
  UPDATE incident SET ${nothing(srid)}, from_minute = 0, to_minute = 0, erasure = 'gone',
    external_id = 'erased/' || gen_random_uuid()
  FROM due WHERE incident.id = due.id RETURNING 1
) ${COUNTS}`

/**
 * The same, but keeps the id in the source and the end, so that no file imports it again before its retention is
 * over.
 */
export const emptyIncidents = (which: string, srid: number) => `${due(which)},
erased AS (
  UPDATE incident SET ${nothing(srid)}, from_minute = to_minute, erasure = 'emptied'
  FROM due WHERE incident.id = due.id RETURNING 1
) ${COUNTS}`

/**
 * Free text of incidents that ended before a minute. Their hash stays, so that equal rows of a later file are
 * recognised.
 */
export const eraseTexts = (table: 'incident' | 'incident_revision') => `
UPDATE ${table} SET text = NULL
WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE text IS NOT NULL AND to_minute < ? LIMIT ?))`
