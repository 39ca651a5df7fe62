/**
 * Deletes some rows that meet a condition. Bindings: those of the condition, maximum of rows.
 *
 * @param where with placeholders
 */
export const eraseRows = (table: string, where: string) => `
DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${where} LIMIT ?))`

/** Whether any row of an import is left, for a row of `import`. */
const IS_LEFT = `(EXISTS (SELECT FROM incident WHERE incident.import_id = import.id)
  OR EXISTS (SELECT FROM incident_revision AS past WHERE past.import_id = import.id))`

/** Imports before a time that still have file details. Binding: the time. */
export const NOTIFYING_IMPORTS = `started_at < ?::timestamptz AND state NOT IN ('reading', 'merging')
  AND (mapping <> '{}' OR error IS NOT NULL OR (file_name <> '' AND NOT ${IS_LEFT}))`

/** Clears the mapping's quotes of the file, and the file's name and hash where no incident of it is left. */
export const muteImportTriggers = `
UPDATE import SET mapping = '{}', error = NULL,
  file_name = CASE WHEN ${IS_LEFT} THEN file_name ELSE '' END,
  sha256 = CASE WHEN ${IS_LEFT} THEN sha256 END
WHERE ${NOTIFYING_IMPORTS}`
