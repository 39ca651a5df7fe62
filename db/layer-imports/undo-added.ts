/**
 * What a delivery added goes, unless somebody has changed it since: one statement, for each tells the feed.
 * Bindings: table, id of the delivery.
 */
export const UNDO_ADDED_SQL = `
DELETE FROM ?? AS feature
USING layer_import_change AS change
WHERE change.import_id = ? AND change.action = 'added'
  AND feature.id = change.feature_id AND feature.revision = change.revision`
