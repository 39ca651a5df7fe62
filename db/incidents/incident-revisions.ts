import { incidentColumns } from './incident-columns.ts'

/** Every state of an incident, oldest first: by the primary keys of both tables. Bindings: id, id. */
export const INCIDENT_REVISIONS_SQL = `
SELECT ${incidentColumns('incident_id')}
FROM incident_revision AS incident JOIN source ON source.ordinal = source_ordinal
WHERE incident.incident_id = ?
UNION ALL
SELECT ${incidentColumns('id')}
FROM incident JOIN source ON source.ordinal = source_ordinal
WHERE incident.id = ? AND erasure IS NULL
ORDER BY revision`
