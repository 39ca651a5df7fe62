/**
 * After an undo, an earlier delivery's state is there again as a new revision: records it as the revision that this
 * delivery left, unless it was changed in between. Bindings: the new revision, the delivery that is undone, the
 * revision that was restored, the feature's key, the delivery that is undone.
 */
export const RESTORED_SQL = `
UPDATE layer_import_change AS change SET revision = ?
FROM layer_import AS delivery, layer_import AS undone
WHERE undone.id = ? AND delivery.id = change.import_id AND delivery.kind = undone.kind
  AND delivery.register = undone.register AND delivery.undone_at IS NULL
  AND change.revision = ? AND change.external_id = ? AND change.import_id < ?`
