import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { categoriesOfGroup } from '../../server/engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../../server/engine/snapshot/incident.ts'
import type { PermittedSurfaceQuery } from '../../server/engine/snapshot/query.ts'
import { createHotspotService, type HotspotService } from '../../server/hotspots/hotspot-service.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { BLOCK_ROWS, segmentBytes } from '../../server/engine/snapshot/segment.ts'
import { type Bench, type BenchContext, type BenchRow, median, timed } from './bench.ts'
import { type BenchCity, benchCity } from './bench-snapshot.ts'

const DELAY_SECONDS = 10
const MAX_DELAY_MS = 50
const SURFACES = 9

/** Memory and growth of the snapshot, and whether the event loop stays free while surfaces are computed. */
export const snapshotBench: Bench = {
  name: 'snapshot',
  async run(context) {
    const rows: BenchRow[] = []
    const perRow = new Map<number, number>()
    for (const size of context.sizes) {
      context.log(`generating ${size}`)
      const bench = benchCity(size, context.seed)
      rows.push(buildRow(size, bench))
      const { surfaceMs, delay } = await surfaces(bench, context)
      perRow.set(size, surfaceMs / size)
      rows.push(delay(size))
      rows.push(growthRow(size, surfaceMs, context.sizes[0]!, perRow))
    }
    return rows
  },
}

function buildRow(size: number, bench: BenchCity): BenchRow {
  return {
    work: 'sort and index a base, memory a row with index and tombstones',
    size,
    ours: `${bench.buildMs.toFixed(0)} ms, ${(segmentBytes(size, BLOCK_ROWS) / size).toFixed(1)} bytes`,
    peer: '≤ 48 bytes',
    peerName: '',
    ratio: null,
    target: null,
    met: segmentBytes(size, BLOCK_ROWS) / size <= 48,
  }
}

function growthRow(
  size: number,
  surfaceMs: number,
  smallest: number,
  perRow: ReadonlyMap<number, number>,
): BenchRow {
  const relative = perRow.get(size)! / perRow.get(smallest)!
  return {
    work: 'one surface through the service (cell 200 m, one group, a worker, no cache)',
    size,
    ours: `${surfaceMs.toFixed(1)} ms`,
    peer: `linear from ${smallest.toLocaleString('en')}`,
    peerName: '',
    ratio: 1 / relative,
    target: size === smallest ? null : 1,
  }
}

async function surfaces(bench: BenchCity, { log }: BenchContext) {
  const pool = openComputePool({ workers: 1, queueLimit: 100 })
  const acquire = () => ({ snapshot: bench.snapshot, release: () => {} })
  const hotspots = createHotspotService({ snapshots: { acquire }, pool })
  try {
    await hotspots.surface(queryOf(0))
    const durations = await timed(SURFACES, (k) => hotspots.surface(queryOf(k + 1)))
    log('watching the event loop')
    const p99 = await delayWhileComputing(hotspots)
    const delay = (size: number): BenchRow => ({
      work: `event loop's delay over ${DELAY_SECONDS} s while surfaces are computed without a pause, p99`,
      size,
      ours: `${p99.toFixed(1)} ms`,
      peer: `< ${MAX_DELAY_MS} ms`,
      peerName: '',
      ratio: null,
      target: null,
      met: p99 < MAX_DELAY_MS,
    })
    return { surfaceMs: median(durations), delay }
  } finally {
    await pool.close()
  }
}

async function delayWhileComputing(hotspots: HotspotService): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 5 })
  histogram.enable()
  const end = performance.now() + DELAY_SECONDS * 1000
  for (let k = 1000; performance.now() < end; k++) {
    const presentation = { format: 'geojson', bbox: null, withinAreaId: null, empty: true } as const
    await hotspots.present(ANALYST, queryOf(k), presentation)
  }
  histogram.disable()
  return histogram.percentile(99) / 1e6
}

/** The k-th of endless queries of equal work that no cache has seen: each begins a minute later. */
function queryOf(k: number): PermittedSurfaceQuery {
  return {
    edgeMetres: 200,
    time: 'from',
    exposure: 'area',
    audienceKey: 'bench',
    filter: {
      categories: categoriesOfGroup('property'),
      categoriesLabel: 'group:property',
      fromMinute: k,
      toMinute: null,
      hours: null,
      weekdays: null,
      precisionMask: DEFAULT_PRECISION_MASK,
      flags: 0,
      sources: null,
    },
  }
}
