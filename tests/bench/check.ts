import type { Polygon } from 'geojson'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createCheckService } from '../../server/checks/check-service.ts'
import { type Footprint, parseFootprint } from '../../server/checks/footprint.ts'
import { unitsCutAt } from '../support/units-of.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { type Bench, type BenchContext, type BenchRow, median, quantile, timed } from './bench.ts'
import { type BenchCity, benchCity } from './bench-snapshot.ts'

/** Polygons that are asked of, and how many incidents a city must have for each: a small one is asked of few. */
const MOST_POLYGONS = 100
const INCIDENTS_A_POLYGON = 1000
const RADII = [100, 250]
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
    return rows
  },
}

async function runSize(size: number, { seed, log }: BenchContext): Promise<readonly BenchRow[]> {
  log(`generating ${size}`)
  const bench = benchCity(size, seed)
  const rows: BenchRow[] = []
  for (const { hectares, maxMs } of SITES) {
    const sites = footprints(bench, seed, {
      hectares,
      length: Math.min(MOST_POLYGONS, size / INCIDENTS_A_POLYGON),
    })
    const whole = await wholeChecks(bench, sites)
    rows.push({
      work: `whole check of ${hectares} ha, ${sites.length} places, caches of the version warm`,
      size,
      ours: `p50 ${median(whole).toFixed(1)} ms, p95 ${quantile(whole, 0.95).toFixed(1)} ms`,
      peer: `p95 ≤ ${maxMs} ms`,
      peerName: '',
      ratio: null,
      target: null,
      met: quantile(whole, 0.95) <= maxMs,
    })
  }
  return rows
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
  const pool = openComputePool({ workers: 2, queueLimit: 100 })
  const unused = () => {
    throw new Error('not asked for')
  }
  const { populationOn } = createHotspotService({ snapshots: { acquire: unused }, pool })
  const timezone = createZone(snapshot.timezone)
  const checks = createCheckService({
    snapshots: { acquire: unused },
    pool,
    populationOn,
    timezone,
    units: unitsCutAt(pool, timezone, snapshot.timeSpan!.toMinute * 60_000),
    demo: true,
  })
  try {
    return await timed(sites.length, (k) =>
      checks.checkOn(
        snapshot,
        {
          geometry: sites[k]!.geometry,
          fromMinute: null,
          toMinute: null,
          ringMetres: RADII,
          edgeMetres: null,
          proposalId: null,
        },
        ANALYST,
      ),
    )
  } finally {
    await pool.close()
  }
}
