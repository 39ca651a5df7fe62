-- A table of sums for `lagesbild units import`, made by Spark SQL, Trino or another distributed engine: incidents by cell of
-- 50 m, calendar month, category, setting and flags. Plain arithmetic alone, so that PostgreSQL runs it unchanged and
-- the tests prove it there.
--
-- Reads a table or view `incidents`, one row an incident:
--   x, y      DOUBLE: easting and northing, metres in the city's coordinate system (CITY_CRS)
--   occurred  TIMESTAMP in the city's local time; incidents known to no single month are left out
--   category  code of the product, as in GET /api/categories
--   setting   outdoor, indoor_public, dwelling or unknown
--   flags     '', or of elder_crime, hate, child, domestic those that apply, joined by | in this order
-- Its local time: Spark from_utc_timestamp(t, 'Europe/Stockholm'); Trino CAST(t AT TIME ZONE 'Europe/Stockholm' AS timestamp).
--
-- floor() gives BIGINT in Spark and DOUBLE in Trino and PostgreSQL, so halves are taken by 0.5e0, never by division of whole
-- numbers. A month is written 2024-3, which the import reads as 2024-03. How cells are found: units-table.postgis.sql.
--
-- Write Parquet with SNAPPY or GZIP and at most 1,048,576 rows a row group:
--   Spark  df.write.option("maxRecordsPerFile", 1000000).parquet(…)
--   Trino  SET SESSION hive.compression_codec = 'SNAPPY'; CREATE TABLE … WITH (format = 'PARQUET') AS <this query>
WITH placed AS (
  SELECT
    round(x * 1e2) / 7.5e3 AS across,
    round(y * 1e2) / 8.660254037844386e3 AS along,
    CAST(extract(YEAR FROM occurred) AS varchar(4)) || '-' || CAST(extract(MONTH FROM occurred) AS varchar(2)) AS in_month,
    category, setting, flags
  FROM incidents
),
half AS (
  SELECT placed.*, floor(across) AS west, 0.5e0 * (floor(across) - 2 * floor(floor(across) * 0.5e0)) AS lift FROM placed
),
nearest AS (
  SELECT half.*, floor(along - lift + 0.5e0) AS west_row, floor(along + lift) AS east_row FROM half
),
compared AS (
  SELECT
    nearest.*,
    along - lift - west_row AS off_west,
    along - 0.5e0 + lift - east_row AS off_east
  FROM nearest
),
cell AS (
  SELECT
    compared.*,
    CASE
      WHEN 3e0 * (off_east * off_east - off_west * off_west) + 2.25e0 - 4.5e0 * (across - west) < 0
      THEN 1 ELSE 0
    END AS step_east
  FROM compared
)
SELECT
  CAST(west + step_east AS integer) AS i,
  CAST(CASE WHEN step_east = 1 THEN east_row ELSE west_row END AS integer) AS j,
  in_month AS month, category, setting, flags,
  count(*) AS count
FROM cell
GROUP BY
  CAST(west + step_east AS integer),
  CAST(CASE WHEN step_east = 1 THEN east_row ELSE west_row END AS integer),
  in_month, category, setting, flags
