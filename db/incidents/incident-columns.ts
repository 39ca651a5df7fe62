/**
 * The columns of an incident or one of its earlier states, joined with `source`. Positions lie on the 1 cm grid:
 * multiplying by 100 and rounding is exact on both databases.
 *
 * @param id name of the column that holds the incident's id
 */
export const incidentColumns = (id: 'id' | 'incident_id') => `
  incident.${id} AS id, incident.revision, import_id, source.id AS source_id, external_id,
  round(st_x(geom) * 100)::int AS x_cm, round(st_y(geom) * 100)::int AS y_cm,
  from_minute, to_minute, reported_minute, category_index, flags, setting_code, precision_code, weight, text,
  content_hash, retracted_reason`
