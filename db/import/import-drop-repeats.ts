import type { StageTables } from './import-stage-tables.ts'

/** Leaves one row of every id that is merely repeated and none of those that conflict. */
export const dropRepeats = ({ rows, repeats }: StageTables) => `
DELETE FROM ${rows} AS staged
USING ${repeats} AS repeated
WHERE staged.external_id = repeated.external_id AND (conflicting OR line <> first_line)`
