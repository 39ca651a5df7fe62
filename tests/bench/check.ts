import type { Polygon } from 'geojson'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { type Footprint, parseFootprint } from '../../server/checks/footprint.ts'
import { type Bench, type BenchContext, type BenchRow, median, quantile, timed } from './bench.ts'
import { type BenchCity, benchCity } from './bench-snapshot.ts'
import { checkInCountry } from './check-country.ts'
import { checksOverHttp } from './check-http.ts'
import { openChecks } from './open-checks.ts'

/** Number of polygons, and incidents that a city needs for each: a small city gets few. */
const MAX_POLYGONS = 100
const INCIDENTS_A_POLYGON = 1000
/** From so many incidents on a country is checked in too. */
const LARGE_CITY = 100_000
/** Slightly under 50 ha, for a square turned in degrees may come out above. */
const SITES = [
  { hectares: 5, maxMs: 60 },
  { hectares: 49, maxMs: 200 },
]

/** The time of a whole check. */
export const checkBench: Bench = {
  name: 'check',
  async run(context) {
    const rows: BenchRow[] = []
    for (const size of context.sizes) rows.push(...(await runSize(size, context)))
    return context.sizes.some((size) => size >= LARGE_CITY) ? [...rows, await checkInCountry(context)] : rows
  },
}

async function runSize(size: number, { databaseUrl, seed, log }: BenchContext): Promise<readonly BenchRow[]> {
  log(`generating ${size}`)
  const bench = benchCity(size, seed)
  const length = Math.min(MAX_POLYGONS, size / INCIDENTS_A_POLYGON)
  const lists = SITES.map(({ hectares }) => footprints(bench, seed, { hectares, length }))
  const rows: BenchRow[] = []
  for (const [k, sites] of lists.entries()) rows.push(rowOf(size, k, '', await wholeChecks(bench, sites)))
  if (databaseUrl === null) return rows
  log('filling PostGIS')
  const overHttp = await checksOverHttp(databaseUrl, size, lists)
  return [...rows, ...overHttp.map((times, k) => rowOf(size, k, ', over HTTP', times))]
}

function rowOf(size: number, site: number, how: string, times: readonly number[]): BenchRow {
  const { hectares, maxMs } = SITES[site]!
  const p95 = quantile(times, 0.95)
  return {
    work: `whole check of ${hectares} ha${how}, ${times.length} places, caches of the version warm`,
    size,
    ours: `p50 ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    peer: `p95 ≤ ${maxMs} ms`,
    peerName: '',
    ratio: null,
    target: null,
    met: p95 <= maxMs,
  }
}

/** Squares, turned at random, on the city's land. */
function footprints(
  { snapshot }: BenchCity,
  seed: number,
  { hectares, length }: { readonly hectares: number; readonly length: number },
): readonly Footprint[] {
  const random = seededRandom(seed)
  const { columns } = snapshot.segments[0]!
  const half = Math.sqrt(10_000 * hectares) / 2
  return Array.from({ length }, () => {
    const row = Math.floor(random() * columns.length)
    const [x, y] = [columns.xCm[row]! / 100, columns.yCm[row]! / 100]
    const turn = random() * Math.PI
    const ring = [0, 1, 2, 3, 0].map((corner) => {
      const angle = turn + (corner * Math.PI) / 2
      const reach = half * Math.SQRT2
      return [...snapshot.projection.toWgs84(x + reach * Math.cos(angle), y + reach * Math.sin(angle))]
    })
    const geometry: Polygon = { type: 'Polygon', coordinates: [ring] }
    return parseFootprint(geometry, snapshot.projection)
  })
}

async function wholeChecks({ snapshot }: BenchCity, sites: readonly Footprint[]): Promise<readonly number[]> {
  const { check, close } = openChecks(snapshot)
  try {
    return await timed(sites.length, (k) => check(sites[k]!))
  } finally {
    await close()
  }
}
