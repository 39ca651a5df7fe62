import type { StageTables } from './import-stage-tables.ts'

/**
 * Stores the rejects: those found while reading, and every row of an id whose rows differ, since none is known to be
 * right. Binding: the import's id, twice.
 */
export const keepRejects = ({ rows, rejects, repeats }: StageTables) => `
INSERT INTO import_reject (import_id, line, column_name, reason, detail, text)
SELECT ?::int, line, column_name, reason, detail, original FROM ${rejects}
UNION ALL
SELECT ?::int, line, NULL, 'conflicting-id',
  left(external_id, 200) || ': rows of this id differ within the file, first on line ' || first_line, original
FROM ${rows} JOIN ${repeats} USING (external_id)
WHERE conflicting
ORDER BY line`
