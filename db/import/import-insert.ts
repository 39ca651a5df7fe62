import type { StageTables } from './import-stage-tables.ts'

/**
 * Unknown ids become incidents, numbered in the order of the file whatever the plan. An anti-join, not ON CONFLICT:
 * that would write every row speculatively, known or not. Division of whole centimetres by 100 is exact to the last
 * bit on both databases.
 * Bindings: import id, source ordinal, first line, line behind the last, source ordinal.
 */
export const insertNew = ({ rows }: StageTables, srid: number) => `
INSERT INTO incident (content_hash, import_id, source_ordinal, external_id, from_minute, to_minute, reported_minute,
  category_index, flags, setting_code, precision_code, weight, text, geom)
SELECT content_hash, ?::int, ?::smallint, external_id, from_minute, to_minute, reported_minute,
  category, flags, setting, precision, weight, text,
  st_setsrid(st_makepoint(x_cm::float8 / 100, y_cm::float8 / 100), ${srid})
FROM ${rows} AS staged
WHERE line >= ? AND line < ? AND NOT EXISTS (
  SELECT FROM incident AS known
  WHERE known.source_ordinal = ? AND known.external_id = staged.external_id
)
ORDER BY line`
