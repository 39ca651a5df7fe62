/** Incidents that are the import's and nothing before it are retracted. Bindings: reason, import id. */
export const undoRetract = `
UPDATE incident SET live = false, retracted_reason = ?
WHERE import_id = ? AND live`
