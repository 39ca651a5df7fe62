/**
 * Corrects a live incident at a given revision; it then no longer belongs to its import, so undoing the import leaves
 * it unchanged. Bindings: the fourteen values of `incidentValues`, id, revision.
 */
export const updateIncidentSql = (srid: number) => `
UPDATE incident SET source_ordinal = input.source_ordinal, external_id = input.external_id,
  from_minute = input.from_minute, to_minute = input.to_minute, reported_minute = input.reported_minute,
  category_index = input.category_index, flags = input.flags, setting_code = input.setting_code,
  precision_code = input.precision_code, weight = input.weight, text = input.text,
  content_hash = input.content_hash, import_id = NULL,
  geom = st_setsrid(st_makepoint(input.x_cm::float8 / 100, input.y_cm::float8 / 100), ${srid})
FROM (
  SELECT (SELECT ordinal FROM source WHERE source.id = ?::text) AS source_ordinal, ?::text AS external_id,
    ?::int AS x_cm, ?::int AS y_cm, ?::int AS from_minute, ?::int AS to_minute, ?::int AS reported_minute,
    ?::smallint AS category_index, ?::smallint AS flags, ?::smallint AS setting_code,
    ?::smallint AS precision_code, ?::int AS weight, ?::text AS text, ?::bigint AS content_hash
) AS input
WHERE incident.id = ? AND incident.revision = ? AND incident.live
RETURNING incident.id`
