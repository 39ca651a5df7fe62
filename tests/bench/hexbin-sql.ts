import { DEMO_SRID } from '../../server/demo/city.ts'
import type { BenchDatabase } from './bench-database.ts'

/** What the peers count: period, categories and the cells' edge. Precision is always address or street. */
export interface HexbinQuestion {
  readonly edgeMetres: number
  readonly categories: readonly number[]
  readonly fromMinute: number
  readonly toMinute: number
}

export interface SqlCell {
  readonly i: number
  readonly j: number
  readonly count: string
}

/** One way to bin in SQL, in the best form that is known for it. */
export interface SqlPeer {
  readonly name: string
  /** The required ratio; null = reported only. */
  readonly target: number | null
  readonly text: string
}

const PASSES = 'place & 15 < 2 AND category = ANY($2) AND from_minute >= $3 AND from_minute < $4'

/** Column by the middles on either side, a row in each, the nearer of the two cells. Rows of `located`: i, j and the rest. */
const located = (source: string, edge: string) => `
  SELECT rest.*, column0::int + (nearer < 0)::int AS i, (CASE WHEN nearer < 0 THEN row1 ELSE row0 END)::int AS j
  FROM (
    SELECT lifted.*, row0, row1,
      3 * ((v + lift0 - 0.5 - row1) ^ 2 - (v - lift0 - row0) ^ 2) + 2.25 - 4.5 * (u - column0) AS nearer
    FROM (SELECT scaled.*, floor(u) AS column0, (floor(u)::int & 1) * 0.5 AS lift0
          FROM (SELECT x / (1.5 * ${edge}) AS u, y / (sqrt(3::float8) * ${edge}) AS v, given.* FROM ${source} AS given) AS scaled
         ) AS lifted, LATERAL (SELECT floor(v - lift0 + 0.5) AS row0, floor(v + lift0) AS row1) AS rounded
  ) AS rest`

export const SQL_PEERS: readonly SqlPeer[] = [
  {
    name: 'SQL join with ST_HexagonGrid, GiST',
    target: 20,
    text: `SELECT grid.i, grid.j, sum(weight) AS count
      FROM ST_HexagonGrid($1::float8, (SELECT ST_SetSRID(ST_EstimatedExtent('point', 'geom'), ${DEMO_SRID}))) AS grid
      JOIN point ON ST_Intersects(point.geom, grid.geom)
      WHERE ${PASSES} GROUP BY 1, 2`,
  },
  {
    name: 'SQL lattice arithmetic on stored x, y',
    target: 5,
    text: `SELECT i, j, sum(weight) AS count
      FROM (${located(`(SELECT x, y, weight FROM flat WHERE ${PASSES})`, '$1::float8')}) AS cell GROUP BY i, j`,
  },
  {
    name: 'SQL on stored cell keys',
    target: null,
    text: `SELECT i, j, sum(weight) AS count FROM flat WHERE $1::float8 > 0 AND ${PASSES} GROUP BY i, j`,
  },
]

/**
 * A narrow copy of `point` without geometry, with the cell keys of one edge stored beside x and y, and an index that
 * serves a selective filter without touching the table.
 */
export async function prepareFlat({ client }: BenchDatabase, edgeMetres: number): Promise<void> {
  const source = `(SELECT ST_X(geom) AS x, ST_Y(geom) AS y, from_minute, category, place, weight FROM point)`
  await client.query(`CREATE TABLE flat AS
    SELECT x, y, from_minute, category, place, weight, i, j FROM (${located(source, `${edgeMetres}::float8`)}) AS cell`)
  await client.query(
    'CREATE INDEX flat_filter ON flat (category, from_minute) INCLUDE (x, y, place, weight, i, j)',
  )
  await client.query('VACUUM ANALYZE flat')
}
