/**
 * Restores incidents whose newest state is of the import to their newest earlier live state that is not of an undone
 * import. Bindings: import id, import id.
 */
export const undoRestore = `
WITH earlier AS (
  SELECT DISTINCT ON (past.incident_id) past.*
  FROM incident
  JOIN incident_revision AS past ON past.incident_id = incident.id
  LEFT JOIN import ON import.id = past.import_id
  WHERE incident.import_id = ? AND incident.live AND past.live
    AND past.import_id IS DISTINCT FROM ? AND import.state IS DISTINCT FROM 'undone'
  ORDER BY past.incident_id, past.revision DESC
)
UPDATE incident SET
  content_hash = earlier.content_hash,
  import_id = earlier.import_id,
  from_minute = earlier.from_minute,
  to_minute = earlier.to_minute,
  reported_minute = earlier.reported_minute,
  category_index = earlier.category_index,
  flags = earlier.flags,
  setting_code = earlier.setting_code,
  precision_code = earlier.precision_code,
  weight = earlier.weight,
  text = earlier.text,
  geom = earlier.geom
FROM earlier
WHERE incident.id = earlier.incident_id`
