import type { StageTables } from './import-stage-tables.ts'

/**
 * Prefix of the reason of incidents retracted by undoing an import; those that a person retracted never come back by
 * a file.
 */
export const UNDONE = 'undone import '

/**
 * Known ids whose content differs become new revisions (the table's triggers keep the old state), and so do those
 * retracted with an undone import that are in the file again. Equal ones stay unchanged. Bindings: import id, source
 * ordinal, first line, line behind the last.
 */
export const revise = ({ rows }: StageTables, srid: number) => `
UPDATE incident SET
  content_hash = staged.content_hash,
  import_id = ?,
  from_minute = staged.from_minute,
  to_minute = staged.to_minute,
  reported_minute = staged.reported_minute,
  category_index = staged.category,
  flags = staged.flags,
  setting_code = staged.setting,
  precision_code = staged.precision,
  weight = staged.weight,
  text = staged.text,
  live = true,
  retracted_reason = NULL,
  geom = st_setsrid(st_makepoint(staged.x_cm::float8 / 100, staged.y_cm::float8 / 100), ${srid})
FROM ${rows} AS staged
WHERE incident.source_ordinal = ?
  AND staged.line >= ? AND staged.line < ?
  AND incident.external_id = staged.external_id
  AND CASE WHEN incident.live THEN incident.content_hash <> staged.content_hash
      ELSE incident.retracted_reason LIKE '${UNDONE}%' END`
