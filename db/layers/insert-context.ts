/**
 * Context features from four parallel arrays (kind, name, rank, EWKB): a few bindings whatever the number of rows,
 * where VALUES would run into the protocol's 65,535.
 */
export const INSERT_CONTEXT_SQL = `
INSERT INTO context_feature (kind, name, rank, geom)
SELECT kind, name, rank, geom::geometry
FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[]) AS feature (kind, name, rank, geom)`
