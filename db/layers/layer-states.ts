/**
 * Every state of one feature, the newest first, with who made it and when as far as that is known: from the audit
 * log for single changes, from the delivery for those of a register. Bindings: table, id, id, audit subject, id, kind,
 * maximum of states.
 *
 * @param table a layer's table, also the `kind` of its history
 */
export const layerStatesSql = (table: string) => `
WITH state AS (
  SELECT revision, properties FROM layer_revision WHERE kind = ? AND feature_id = ?
  UNION ALL
  SELECT revision, to_jsonb(live) || jsonb_build_object('geom', live.geom::text)
  FROM ${table} AS live WHERE id = ?
)
SELECT state.properties, coalesce(event.at, delivery.imported_at) AS at, event.actor_name, delivery.file_name
FROM state
LEFT JOIN audit_event AS event
  ON event.kind = 'change' AND event.subject = ? AND event.detail ->> 'revision' = state.revision::text
LEFT JOIN (
  SELECT change.revision, imported_at, file_name
  FROM layer_import_change AS change
  JOIN layer_import ON layer_import.id = change.import_id
  WHERE change.feature_id = ? AND layer_import.kind = ?
) AS delivery ON delivery.revision = state.revision
ORDER BY state.revision DESC
LIMIT ?`
