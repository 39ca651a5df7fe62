import { hash } from 'node:crypto'
import { DEMO_SRID } from '../../server/demo/city.ts'
import { cellCorners } from '../../server/engine/lattice/lattice.ts'
import type { Cell } from '../../server/engine/statistics/surface-types.ts'
import { UNIT_EDGE } from '../../server/engine/units/unit-cube.ts'
import { type BenchDatabase, createBenchDatabase, loadPoints } from './bench-database.ts'
import type { BenchCity } from './bench-snapshot.ts'
import { prepareFlat } from './hexbin-sql.ts'

/** Counts of a site and its rings by category, in two periods that follow each other. */
export interface SiteQuestion {
  readonly zones: readonly (readonly Cell[])[]
  /** Begin of the first period, of the second, and its end, minutes. */
  readonly borders: readonly [from: number, middle: number, to: number]
}

export interface SitePeer {
  readonly name: string
  /** Counts by `zone period category`. */
  readonly request: (question: SiteQuestion) => Promise<ReadonlyMap<string, number>>
}

const SUMS = `zone, (from_minute >= $5)::int AS period, category, sum(weight)::int AS count`
const COUNTED = 'place & 15 < 2 AND from_minute >= $4 AND from_minute < $6'

/** The rows of a city in PostGIS, indexed for the questions of a site. */
export async function openSitePeers(url: string, bench: BenchCity) {
  const database = await createBenchDatabase(url)
  await loadPoints(database, bench.batches, DEMO_SRID)
  await prepareFlat(database, UNIT_EDGE)
  await database.client.query(
    'CREATE INDEX flat_unit ON flat (i, j, from_minute) INCLUDE (category, place, weight)',
  )
  await database.client.query('VACUUM ANALYZE flat')
  return { peers: peersOf(database), drop: () => database.drop() }
}

function peersOf(database: BenchDatabase): readonly SitePeer[] {
  return [
    {
      name: 'SQL: points in the cells, GiST',
      request: (question) =>
        request(
          database,
          question,
          `SELECT ${SUMS} FROM (SELECT zone, ST_GeomFromText(outline, ${DEMO_SRID}) AS geom
             FROM unnest($1::int[], $2::text[], $3::int[]) AS given (zone, outline, unused)) AS cell
           JOIN point ON ST_Intersects(point.geom, cell.geom) WHERE ${COUNTED} GROUP BY 1, 2, 3`,
          (cell) => [outlineOf(cell), 0],
        ),
    },
    {
      name: 'SQL on stored keys of cells of 50 m, B-tree with the months',
      request: (question) =>
        request(
          database,
          question,
          `SELECT ${SUMS} FROM unnest($1::int[], $2::int[], $3::int[]) AS cell (zone, i, j)
           JOIN flat USING (i, j) WHERE ${COUNTED} GROUP BY 1, 2, 3`,
          ({ i, j }) => [i, j],
        ),
    },
  ]
}

async function request(
  { client }: BenchDatabase,
  { zones, borders }: SiteQuestion,
  text: string,
  keysOf: (cell: Cell) => readonly [string | number, number],
) {
  const cells = zones.flatMap((zone, number) => zone.map((cell) => [number, ...keysOf(cell)] as const))
  const columns = [0, 1, 2].map((k) => cells.map((cell) => cell[k]))
  const { rows } = await client.query<{ zone: number; period: number; category: number; count: number }>({
    name: hash('sha1', text),
    text,
    values: [...columns, ...borders],
  })
  return new Map(rows.map(({ zone, period, category, count }) => [`${zone} ${period} ${category}`, count]))
}

function outlineOf(cell: Cell): string {
  const corners = cellCorners(cell, UNIT_EDGE)
  return `POLYGON((${[...corners, corners[0]!].map(([x, y]) => `${x} ${y}`).join(', ')}))`
}
