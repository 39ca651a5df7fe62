/**
 * Incidents from parallel arrays, all or none, their ids in the order given. Whole centimetres divided by 100 are
 * exact to the last bit. An unknown source leaves the ordinal null, which the table refuses. Bindings: the fourteen
 * arrays of `incidentValues`.
 */
export const insertIncidentsSql = (srid: number) => `
INSERT INTO incident (source_ordinal, external_id, from_minute, to_minute, reported_minute, category_index, flags,
  setting_code, precision_code, weight, text, content_hash, geom)
SELECT source.ordinal, external_id, from_minute, to_minute, reported_minute, category_index, flags,
  setting_code, precision_code, weight, text, content_hash,
  st_setsrid(st_makepoint(x_cm::float8 / 100, y_cm::float8 / 100), ${srid})
FROM unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::smallint[], ?::smallint[],
  ?::smallint[], ?::smallint[], ?::int[], ?::text[], ?::bigint[])
  WITH ORDINALITY AS input (source_id, external_id, x_cm, y_cm, from_minute, to_minute, reported_minute,
    category_index, flags, setting_code, precision_code, weight, text, content_hash, place)
LEFT JOIN source ON source.id = input.source_id
ORDER BY place
RETURNING id`
