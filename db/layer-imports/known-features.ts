/** The latest state of each feature in the deliveries of a register that are not undone. Bindings: kind, register. */
export const KNOWN_FEATURES_SQL = `
SELECT DISTINCT ON (external_id) external_id, feature_id, content_hash, revision
FROM layer_import_change AS change
JOIN layer_import AS delivery ON delivery.id = change.import_id
WHERE delivery.kind = ? AND delivery.register = ? AND delivery.undone_at IS NULL
ORDER BY external_id, import_id DESC`
