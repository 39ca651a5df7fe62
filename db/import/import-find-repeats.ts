import type { StageTables } from './import-stage-tables.ts'

/**
 * The ids that come more than once in the file, the line where each comes first, and whether its rows differ. One
 * pass and a hash table of ids; the result is small for any sane file, and later steps read only it.
 */
export const findRepeats = ({ rows, repeats }: StageTables) => `
CREATE TEMP TABLE ${repeats} ON COMMIT DROP AS
SELECT external_id, min(line) AS first_line, min(content_hash) <> max(content_hash) AS conflicting
FROM ${rows}
GROUP BY external_id
HAVING count(*) > 1`
