-- A table of sums for `lagesbild units import`, made in PostGIS: incidents by cell of 50 m, calendar month, category,
-- setting and flags.
--
-- Reads a table or view `incidents`, one row an incident:
--   geom      point in the city's coordinate system (CITY_CRS); ST_Transform(geom, 3006) where it is stored in another
--   occurred  timestamptz; incidents known to no single month are left out
--   category  code of the product, as in GET /api/categories
--   setting   outdoor, indoor_public, dwelling or unknown
--   flags     '', or of elder_crime, hate, child, domestic those that apply, joined by | in this order
--
-- The cells are those of ST_HexagonGrid(50, …). A position lies between the middles of two columns of cells; the nearest cell
-- in each is found and the nearer of the two taken, on a shared border the western one: one pass and no join, and each
-- position in exactly one cell.
--
--   psql -c "\copy (<this query>) TO 'sums.csv' CSV HEADER"
WITH position AS (
  SELECT
    round(st_x(geom) * 100) / 7500 AS x,
    round(st_y(geom) * 100) / (5000 * sqrt(3::float8)) AS y,
    to_char(occurred AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM') AS month,
    category, setting, flags
  FROM incidents
),
half AS (
  SELECT *, floor(x) AS west, floor(x) - 2 * floor(floor(x) / 2) AS is_odd FROM position
),
nearest AS (
  SELECT
    *,
    floor(y - is_odd / 2 + 0.5) AS west_row,
    floor(y - (1 - is_odd) / 2 + 0.5) AS east_row
  FROM half
),
cell AS (
  SELECT
    *,
    3 * (power(y - (1 - is_odd) / 2 - east_row, 2) - power(y - is_odd / 2 - west_row, 2))
      + 2.25 - 4.5 * (x - west) < 0 AS in_east
  FROM nearest
)
SELECT
  (CASE WHEN in_east THEN west + 1 ELSE west END)::int AS i,
  (CASE WHEN in_east THEN east_row ELSE west_row END)::int AS j,
  month, category, setting, flags,
  count(*) AS count
FROM cell
GROUP BY 1, 2, 3, 4, 5, 6
