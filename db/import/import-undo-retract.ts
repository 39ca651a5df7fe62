/** Retracts incidents that exist only by the import. Bindings: reason, import id. */
export const undoRetract = `
UPDATE incident SET live = false, retracted_reason = ?
WHERE import_id = ? AND live`
