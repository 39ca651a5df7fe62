import { registersBySource } from '../../server/engine/disclosure/registers.ts'
import { populationAreas } from '../../server/areas/population-areas.ts'
import { type PlanarPolygon, polygonOfRings } from '../../server/engine/geometry/planar/planar-polygon.ts'
import { cellArea, cellCentre } from '../../server/engine/lattice/lattice.ts'
import { cellPopulation } from '../../server/engine/lattice/population.ts'
import { CATEGORIES, CATEGORY_GROUPS, GROUP_OF_CATEGORY } from '../../server/engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../../server/engine/snapshot/incident.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import type { CellPopulation } from '../../server/engine/statistics/surface-types.ts'
import { monthAt } from '../../server/engine/time/months.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { buildUnitCube } from '../../server/engine/units/build-unit-cube.ts'
import { type RankQuestion, rankPlace } from '../../server/engine/units/rank-place.ts'
import { type SiteUnits, siteUnits } from '../../server/engine/units/site-units.ts'
import { UNIT_EDGE, type UnitCube } from '../../server/engine/units/unit-cube.ts'
import { unitBuckets } from '../../server/engine/units/unit-kinds.ts'
import { sumUnits, unitValues } from '../../server/engine/units/unit-sums.ts'
import { type Bench, type BenchContext, type BenchRow, median, quantile, timed } from './bench.ts'
import { type BenchCity, benchCity } from './bench-snapshot.ts'
import { liveUnits } from './live-units.ts'
import { evaluations } from './unit-evaluation.ts'
import { unitErrors } from './unit-error.ts'
import { sumsComparedWithSql } from './unit-counts.ts'
import { surfaceFromUnits } from './unit-surface.ts'

const SITES = 20
const SITE_HECTARES = [1, 5, 49]
/** From so many incidents on ranks are measured in a large city too. */
const LARGE_CITY = 100_000
/** More rows are not put into PostGIS: sums of units cost the same, and sums of rows only more. */
const MAX_IN_SQL = 1_000_000
const MAX_BUILD_MS = 4000
const MAX_CUBE_BYTES = 150_000_000
const MAX_RANK_MS = 20
const ALL = { registers: ['police', 'city', 'other'], classes: ['open', 'flagged', 'dwelling'] } as const
const BY_CATEGORY = unitBuckets({
  ...ALL,
  bucketOfCategory: CATEGORIES.map((_, category) => category),
  buckets: CATEGORIES.length,
})
const EVERYTHING = unitBuckets({ ...ALL, bucketOfCategory: CATEGORIES.map(() => 0), buckets: 1 })
const BY_GROUP = unitBuckets({ ...ALL, bucketOfCategory: GROUP_OF_CATEGORY, buckets: CATEGORY_GROUPS.length })

/** The cube of fixed units on one thread: building, sums over sites and rings, ranks, coarser surfaces. */
export const unitsBench: Bench = {
  name: 'units',
  async run(context) {
    const rows: BenchRow[] = []
    for (const size of context.sizes) rows.push(...(await runSize(size, context)))
    return context.sizes.some((size) => size >= LARGE_CITY) ? [...rows, await rankInLargeCity(context)] : rows
  },
}

async function runSize(size: number, { databaseUrl, seed, log }: BenchContext): Promise<readonly BenchRow[]> {
  log(`generating ${size}`)
  const bench = benchCity(size, seed)
  const { snapshot } = bench
  const areas = populationAreas(snapshot.layers.features('areas'), null)
  const [population, coarse] = [cellPopulation(areas, UNIT_EDGE), cellPopulation(areas, 200)]
  const rules = {
    block: population,
    zone: createZone(snapshot.timezone),
    registerOfSource: registersBySource(snapshot.sourceIds, snapshot.layers.sources),
    precisionMask: DEFAULT_PRECISION_MASK,
  }
  let cube: UnitCube | null = null
  const build = await timed(size > 1_000_000 ? 1 : 5, () => {
    cube = buildUnitCube(snapshot.segments, rules)
  })
  const drawn = SITE_HECTARES.map((hectares) => areasOf(bench, hectares, seed))
  const sites = drawn.map((ofSize) => ofSize.map((area) => siteUnits(area)))
  const last = monthAt(rules.zone, snapshot.timeSpan!.toMinute) - 1
  return [
    built(size, median(build), cube!, population),
    ...(await liveUnits(bench, seed, rules)),
    await surfaceFromUnits(size, {
      snapshot,
      zone: rules.zone,
      cube: cube!,
      populations: [population, coarse],
      last,
    }),
    ...(await sumsComparedWithSql(size > MAX_IN_SQL ? null : databaseUrl, bench, {
      size,
      sites: sites[1]!,
      last,
      zone: rules.zone,
      sum: (cells, months) => sumUnits(cube!, cells, months, BY_CATEGORY),
    })),
    ...(await ranks(size, { cube: cube!, population, sites, last })),
    await evaluations(size, { cube: cube!, population, areas: drawn[1]!, last }),
    ...unitErrors(size, snapshot.segments[0]!, cube!, EVERYTHING),
  ]
}

function built(size: number, ms: number, cube: UnitCube, population: CellPopulation): BenchRow {
  const bytes = cube.buffer.byteLength
  return {
    work: `build the cube of 50 m cells × months × categories × registers × classes`,
    size,
    ours: `${ms.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB`,
    peer: `≤ ${MAX_BUILD_MS} ms, ≤ ${MAX_CUBE_BYTES / 1e6} MB`,
    peerName: '',
    ratio: null,
    target: null,
    met: ms <= MAX_BUILD_MS && bytes <= MAX_CUBE_BYTES,
    note: `${population.cells} cells in the population, ${cube.cells} hold anything, ${cube.entries} entries`,
  }
}

interface Ranked {
  readonly cube: UnitCube
  readonly population: CellPopulation
  readonly sites: readonly (readonly SiteUnits[])[]
  readonly last: number
}

/** Sums of the whole city and the rank of a site among all comparable places, four groups at once. */
async function ranks(size: number, { cube, population, sites, last }: Ranked): Promise<readonly BenchRow[]> {
  const now = { first: last - 11, last }
  const values = await timed(20, () => unitValues(cube, now, BY_GROUP))
  const figures = unitValues(cube, now, BY_GROUP)
  const comparable = population.residents ?? new Float64Array(population.landArea.length)
  const rows = [alone(size, 'sums of all cells, 4 groups, one year', `${median(values).toFixed(1)} ms`)]
  for (const [k, hectares] of SITE_HECTARES.entries()) {
    rows.push(await rankRow(size, sites[k]!, hectares, { population, comparable, figures }))
  }
  return rows
}

async function rankRow(
  size: number | null,
  sites: readonly SiteUnits[],
  hectares: number,
  question: RankQuestion,
): Promise<BenchRow> {
  const placements = sites.map((site) => {
    const response = rankPlace(site, question)
    return 'placements' in response ? response.placements : 0
  })
  const times = await timed(sites.length, (k) => rankPlace(sites[k]!, question), sites.length)
  const p95 = quantile(times, 0.95)
  const { cells } = question.population
  const row = alone(
    size,
    `rank of a site of ${hectares} ha among all comparable places of a city of ${cells} cells, 4 groups`,
    `p50 ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  )
  const note = `${median(placements)} places compare`
  return hectares === 5
    ? { ...row, note, peer: `p95 ≤ ${MAX_RANK_MS} ms`, met: p95 <= MAX_RANK_MS }
    : { ...row, note }
}

/** A round city of 60,000 cells of land, residents by quarter, a million incidents where few cells hold many. */
async function rankInLargeCity({ seed, log }: BenchContext): Promise<BenchRow> {
  log('a large city')
  const random = seededRandom(seed)
  const side = 280
  const across = (at: number) => (at % side) - side / 2
  const along = (at: number) => Math.floor(at / side) - side / 2
  const land = (at: number) => (Math.hypot(across(at), along(at)) < side / 2 ? cellArea(UNIT_EDGE) : 0)
  const landArea = Float64Array.from({ length: side * side }, (_, at) => land(at))
  const quarters = Float64Array.from({ length: side * side }, () => -60 * Math.log(1 - random()))
  const comparable = landArea.map((_, at) => quarters[(Math.floor(at / side / 8) * side + (at % side)) >> 3]!)
  const figures = CATEGORY_GROUPS.map(() => landArea.map(() => Math.floor(30 * random() ** 6)))
  const population: CellPopulation = {
    edgeMetres: UNIT_EDGE,
    i0: 8900,
    j0: 76_000,
    columns: side,
    rows: side,
    landArea,
    residents: null,
    visitors: null,
    cells: landArea.filter((area) => area > 0).length,
    digest: 'bench',
    derived: false,
  }
  const sites = Array.from({ length: 5 * SITES }, () => {
    const centre = { i: 8950 + Math.floor(180 * random()), j: 76_050 + Math.floor(180 * random()) }
    const [x, y] = cellCentre(centre, UNIT_EDGE)
    return siteUnits(squareAt(x * 100, y * 100, 5, random() * Math.PI))
  })
  return rankRow(null, sites, 5, { population, comparable, figures })
}

function alone(size: number | null, work: string, ours: string): BenchRow {
  return { work, size, ours, peer: '', peerName: '', ratio: null, target: null }
}

/** Squares turned at random, where incidents are. */
function areasOf({ snapshot }: BenchCity, hectares: number, seed: number): readonly PlanarPolygon[] {
  const random = seededRandom(seed)
  const { columns } = snapshot.segments[0]!
  return Array.from({ length: SITES }, () => {
    const row = Math.floor(random() * columns.length)
    return squareAt(columns.xCm[row]!, columns.yCm[row]!, hectares, random() * Math.PI)
  })
}

function squareAt(xCm: number, yCm: number, hectares: number, turn: number): PlanarPolygon {
  const reach = Math.sqrt(hectares * 10_000 * 0.5) * 100
  const ring = [0, 1, 2, 3].map((corner) => {
    const angle = turn + (corner * Math.PI) / 2
    return [Math.round(xCm + reach * Math.cos(angle)), Math.round(yCm + reach * Math.sin(angle))]
  })
  return polygonOfRings([ring])
}
