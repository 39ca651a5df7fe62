import { collect, hexGrid } from '@turf/turf'
import type { Feature, Point } from 'geojson'
import { compileFilter } from '../../server/engine/snapshot/compile-filter.ts'
import { cellPopulation } from '../../server/engine/lattice/population.ts'
import { computeSurface } from '../../server/engine/statistics/surface.ts'
import { CATEGORIES, categoriesOfGroup } from '../../server/engine/snapshot/categories.ts'
import { DEMO_SRID } from '../../server/demo/city.ts'
import type { CellPopulation } from '../../server/engine/statistics/surface-types.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { populationAreas } from '../../server/areas/population-areas.ts'
import { type Bench, type BenchContext, type BenchRow, median, timed } from './bench.ts'
import { type BenchDatabase, createBenchDatabase, loadPoints } from './bench-database.ts'
import { type BenchCity, benchCity } from './bench-snapshot.ts'
import { type HexbinQuestion, prepareFlat, SQL_PEERS, type SqlCell, type SqlPeer } from './hexbin-sql.ts'

const EDGE = 200
const TURF_SIZE = 100_000
const ZONE = createZone('Europe/Stockholm')
const YEAR_MINUTES = 365 * 1440

interface Case {
  readonly work: string
  readonly question: HexbinQuestion
}

/** Hexbin with every statistic on one thread, beside counting alone in SQL and in Turf. */
export const hexbinBench: Bench = {
  name: 'hexbin',
  async run(context) {
    const rows: BenchRow[] = []
    for (const size of context.sizes) rows.push(...(await runSize(size, context)))
    return rows
  },
}

async function runSize(size: number, { databaseUrl, seed, log }: BenchContext): Promise<readonly BenchRow[]> {
  log(`generating ${size}`)
  const bench = benchCity(size, seed)
  const population = cellPopulation(populationAreas(bench.snapshot.layers.features('areas'), null), EDGE)
  const cases = casesOf(bench)
  const ours: number[] = []
  for (const { question } of cases) {
    ours.push(median(await timed(25, () => surfaceOf(bench, population, question), 40)))
  }
  const rows: BenchRow[] = size === TURF_SIZE ? [await comparedWithTurf(bench, ours[0]!, log)] : []
  if (databaseUrl === null) return [...rows, ...cases.map(({ work }, k) => alone(work, size, ours[k]!))]
  log('loading PostGIS')
  const database = await createBenchDatabase(databaseUrl)
  try {
    await loadPoints(database, bench.batches, DEMO_SRID)
    await prepareFlat(database, EDGE)
    for (const [k, { work, question }] of cases.entries()) {
      for (const peer of SQL_PEERS) {
        log(`${work}: ${peer.name}`)
        await sameCounts(database, peer, bench, population, question)
        const theirs = median(await timed(5, () => request(database, peer, question), 1))
        rows.push(comparedWith(work, size, ours[k]!, theirs, peer))
      }
    }
  } finally {
    await database.drop()
  }
  return rows
}

function casesOf({ snapshot }: BenchCity): readonly Case[] {
  const { fromMinute, toMinute } = snapshot.timeSpan!
  const all = CATEGORIES.map((_, index) => index)
  return [
    {
      work: 'hexbin 200 m + all statistics, everything',
      question: { edgeMetres: EDGE, categories: all, fromMinute, toMinute: toMinute + 1 },
    },
    {
      work: 'hexbin 200 m + all statistics, one group, one year',
      question: {
        edgeMetres: EDGE,
        categories: categoriesOfGroup('people'),
        fromMinute: toMinute - YEAR_MINUTES,
        toMinute: toMinute + 1,
      },
    },
  ]
}

function surfaceOf({ snapshot }: BenchCity, population: CellPopulation, question: HexbinQuestion) {
  const context = { zone: ZONE, sourceIds: snapshot.sourceIds }
  const filter = compileFilter(
    {
      ...question,
      categoriesLabel: '',
      hours: null,
      weekdays: null,
      precisionMask: 0b11,
      flags: 0,
      sources: null,
    },
    context,
  )
  return computeSurface(snapshot.segments, filter, population, 'area')
}

async function request({ client }: BenchDatabase, peer: SqlPeer, question: HexbinQuestion) {
  const { edgeMetres, categories, fromMinute, toMinute } = question
  const values = [edgeMetres, categories, fromMinute, toMinute]
  const { rows } = await client.query({ name: peer.name, text: peer.text, values })
  return rows as SqlCell[]
}

/** Both sides must count the same in every cell of the population, or the comparison is worth nothing. */
async function sameCounts(
  database: BenchDatabase,
  peer: SqlPeer,
  bench: BenchCity,
  population: CellPopulation,
  question: HexbinQuestion,
): Promise<void> {
  const theirs = await request(database, peer, question)
  const counts = new Map(theirs.map(({ i, j, count }) => [`${i} ${j}`, Number(count)]))
  const { cells, totals } = surfaceOf(bench, population, question)
  for (let k = 0; k < cells.length; k++) {
    const count = counts.get(`${cells.i[k]} ${cells.j[k]}`) ?? 0
    if (count !== cells.count[k]) throw new Error(`${peer.name}: ${count} and ${cells.count[k]} in one cell`)
  }
  const all = theirs.reduce((sum, { count }) => sum + Number(count), 0)
  if (all !== totals.incidents + totals.outside) throw new Error(`${peer.name}: ${all} in all`)
}

/** Turf on the same points in degrees: its own grid, then `collect`. Once, for it takes long. */
async function comparedWithTurf(
  { snapshot }: BenchCity,
  oursMs: number,
  log: (line: string) => void,
): Promise<BenchRow> {
  log('Turf')
  const { columns } = snapshot.segments[0]!
  const points = Array.from({ length: columns.length }, (_, row): Feature<Point, { weight: number }> => {
    const position = snapshot.projection.toWgs84(columns.xCm[row]! / 100, columns.yCm[row]! / 100)
    return {
      type: 'Feature',
      properties: { weight: columns.weight[row]! },
      geometry: { type: 'Point', coordinates: [...position] },
    }
  })
  const lons = points.map(({ geometry }) => geometry.coordinates[0]!).sort((a, b) => a - b)
  const lats = points.map(({ geometry }) => geometry.coordinates[1]!).sort((a, b) => a - b)
  const box: [number, number, number, number] = [lons[0]!, lats[0]!, lons.at(-1)!, lats.at(-1)!]
  const bin = (features: typeof points) =>
    collect(hexGrid(box, EDGE / 1000), { type: 'FeatureCollection', features }, 'weight', 'weights')
  bin(points.slice(0, 1000))
  const theirs = median(await timed(5, () => bin(points), 3))
  return comparedWith('hexbin 200 m + all statistics, everything', TURF_SIZE, oursMs, theirs, {
    name: 'Turf hexGrid + collect',
    target: 20,
  })
}

function comparedWith(
  work: string,
  size: number,
  oursMs: number,
  theirsMs: number,
  peer: Pick<SqlPeer, 'name' | 'target'>,
): BenchRow {
  return {
    work,
    size,
    ours: `${oursMs.toFixed(1)} ms`,
    peer: `${theirsMs.toFixed(0)} ms`,
    peerName: peer.name,
    ratio: theirsMs / oursMs,
    target: peer.name.startsWith('Turf') || size >= 1_000_000 ? peer.target : null,
  }
}

function alone(work: string, size: number, oursMs: number): BenchRow {
  return {
    work,
    size,
    ours: `${oursMs.toFixed(1)} ms`,
    peer: '',
    peerName: 'no PostGIS given',
    ratio: null,
    target: null,
  }
}
