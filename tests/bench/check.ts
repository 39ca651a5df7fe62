import type { Polygon } from 'geojson'
import { everyRow } from '../../server/engine/snapshot/row-scope.ts'
import { createZoneLocator } from '../../server/engine/geometry/planar/zone-locator.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { type ZoneCountQuery, zoneCounts } from '../../server/engine/statistics/zone-counts.ts'
import { DEMO_SRID } from '../../server/demo/city.ts'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { DEFAULT_PRECISION_MASK } from '../../server/engine/snapshot/incident.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createCheckService } from '../../server/checks/check-service.ts'
import { type Footprint, parseFootprint } from '../../server/checks/footprint.ts'
import { defaultPeriod, yearEarlier } from '../../server/engine/time/periods.ts'
import { NO_WATCH } from '../../server/checks/repeat-watch.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { type Bench, type BenchContext, type BenchRow, median, quantile, timed } from './bench.ts'
import { type BenchDatabase, createBenchDatabase, loadPoints } from './bench-database.ts'
import { type BenchCity, benchCity } from './bench-snapshot.ts'

/** Polygons that are asked of, and how many incidents a city must have for each: a small one is asked of few. */
const MOST_POLYGONS = 100
const INCIDENTS_A_POLYGON = 1000
const RADII = [100, 250]

/** Counts of a check beside the same counts by indexed SQL, and the time of a whole check. */
export const checkBench: Bench = {
  name: 'check',
  async run(context) {
    const rows: BenchRow[] = []
    for (const size of context.sizes) rows.push(...(await runSize(size, context)))
    return rows
  },
}

async function runSize(size: number, { databaseUrl, seed, log }: BenchContext): Promise<readonly BenchRow[]> {
  log(`generating ${size}`)
  const bench = benchCity(size, seed)
  const sites = footprints(bench, seed, Math.min(MOST_POLYGONS, size / INCIDENTS_A_POLYGON))
  const query = countQuery(bench)
  const ours = await timed(sites.length, (k) => countOnce(bench, sites[k]!, query))
  const whole = await wholeChecks(bench, sites)
  const rows: BenchRow[] = [
    {
      work: `whole check of 5 ha, ${sites.length} places, caches of the version warm`,
      size,
      ours: `p50 ${median(whole).toFixed(1)} ms, p95 ${quantile(whole, 0.95).toFixed(1)} ms`,
      peer: 'p95 ≤ 150 ms',
      peerName: '',
      ratio: null,
      target: null,
      met: quantile(whole, 0.95) <= 150,
    },
  ]
  if (databaseUrl === null) return rows
  log('loading PostGIS')
  const database = await createBenchDatabase(databaseUrl)
  try {
    await loadPoints(database, bench.batches, DEMO_SRID)
    const theirs = await timed(sites.length, (k) => countBySql(database, sites[k]!, query))
    await sameCounts(database, bench, sites, query)
    rows.unshift({
      work: `counts of a check (3 zones, 17 categories, 2 years), median of ${sites.length} polygons of 5 ha`,
      size,
      ours: `${median(ours).toFixed(2)} ms`,
      peer: `${median(theirs).toFixed(2)} ms`,
      peerName: 'ST_DWithin on a clustered GiST index',
      ratio: median(theirs) / median(ours),
      target: size >= 1_000_000 ? 5 : null,
    })
  } finally {
    await database.drop()
  }
  return rows
}

/** Squares of 5 ha, turned at random, on the city's land. */
function footprints({ snapshot }: BenchCity, seed: number, length: number): readonly Footprint[] {
  const random = seededRandom(seed)
  const { columns } = snapshot.segments[0]!
  const half = Math.sqrt(50_000) / 2
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

function countQuery({ snapshot }: BenchCity): ZoneCountQuery {
  const zone = createZone(snapshot.timezone)
  const period = defaultPeriod(zone, snapshot.timeSpan!.toMinute)
  return {
    period,
    earlier: yearEarlier(zone, period),
    stepBorders: new Int32Array(),
    scope: everyRow(DEFAULT_PRECISION_MASK),
  }
}

function countOnce({ snapshot }: BenchCity, site: Footprint, query: ZoneCountQuery) {
  return zoneCounts(snapshot.segments, createZoneLocator(site.polygon, RADII), query)
}

const COUNT_SQL = `
  SELECT zone, category, sum(weight) FILTER (WHERE from_minute >= $2) AS now, sum(weight) FILTER (WHERE from_minute < $4) AS before
  FROM (
    SELECT CASE WHEN d = 0 THEN 0 WHEN d <= 100 THEN 1 ELSE 2 END AS zone, category, weight, from_minute
    FROM (SELECT ST_Distance(geom, site) AS d, category, weight, from_minute
          FROM point, (SELECT $1::geometry AS site) AS given
          WHERE ST_DWithin(geom, site, 250) AND from_minute >= $5 AND from_minute < $3 AND place & 15 < 2) AS near) AS zoned
  GROUP BY zone, category`

async function countBySql({ client }: BenchDatabase, site: Footprint, query: ZoneCountQuery) {
  const ring = (site.planar as Polygon).coordinates[0]!.map((point) => point.join(' ')).join(',')
  const values = [
    `SRID=${DEMO_SRID};POLYGON((${ring}))`,
    query.period[0],
    query.period[1],
    query.earlier[1],
    query.earlier[0],
  ]
  const { rows } = await client.query({ name: 'count', text: COUNT_SQL, values })
  return rows as { zone: number; category: number; now: string | null; before: string | null }[]
}

/** Both sides must count the same, or the comparison is worth nothing. */
async function sameCounts(
  database: BenchDatabase,
  bench: BenchCity,
  sites: readonly Footprint[],
  query: ZoneCountQuery,
): Promise<void> {
  for (const site of sites.slice(0, 10)) {
    const ours = countOnce(bench, site, query)
    const theirs = await countBySql(database, site, query)
    const total = (column: 'now' | 'before') => theirs.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)
    const sums = [ours.period, ours.earlier].map((block) => block.reduce((sum, count) => sum + count, 0))
    if (sums[0] !== total('now') || sums[1] !== total('before'))
      throw new Error(`counts differ: ${sums.join(', ')} and ${total('now')}, ${total('before')}`)
  }
}

async function wholeChecks({ snapshot }: BenchCity, sites: readonly Footprint[]): Promise<readonly number[]> {
  const pool = openComputePool({ workers: 2, queueLimit: 100 })
  const unused = () => {
    throw new Error('not asked for')
  }
  const { surfaceOn } = createHotspotService({ snapshots: { acquire: unused }, pool })
  const timezone = createZone(snapshot.timezone)
  const checks = createCheckService({
    snapshots: { acquire: unused },
    pool,
    surfaceOn,
    timezone,
    demo: true,
    repeats: NO_WATCH,
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
