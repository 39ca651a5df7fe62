import { openDatabase, type Database } from '../../db/client.ts'
import { DEMO_SRID } from '../../server/demo/city.ts'
import { SILENT } from '../../server/platform/log.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { openSnapshotStore } from '../../server/platform/feed/store.ts'
import { sampleIncident, SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { squarePopulation } from '../support/cities/square-population.ts'
import { PART_EDGE } from '../../server/engine/units/build-part-cube.ts'
import { UNIT_EDGE } from '../../server/engine/units/unit-cube.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import { createLiveUnits, type LiveUnits } from '../../server/units/live-units.ts'
import { type Bench, type BenchRow, median } from './bench.ts'
import { createBenchDatabase } from './bench-database.ts'
import type { SnapshotStore } from '../../server/platform/feed/snapshot-store.ts'

const MAX_MS = 1000
const COMMITS = 10
const LARGE_COMMIT = 10_000
const MANY = LARGE_COMMIT.toLocaleString('en')
const ZONE = createZone('Europe/Stockholm')
/** One computes a new base while another serves requests. */
const WORKERS = 2
/** Where the incidents are. */
const [X, Y, SIDE_METRES] = [798_000, 6_503_000, 8000]
const POPULATIONS = ([UNIT_EDGE, PART_EDGE] as const).map((edge) => squarePopulation(X, Y, SIDE_METRES, edge))

/** Time of a start to load the incidents from PostGIS, and of a commit to show in responses. */
export const visibleBench: Bench = {
  name: 'visible',
  async run({ sizes, databaseUrl, log }) {
    if (databaseUrl === null) return []
    const rows: BenchRow[] = []
    for (const size of sizes) {
      log(`filling ${size}`)
      const bench = await createBenchDatabase(databaseUrl)
      const database = await openDatabase({ url: bench.url, dataDir: null, srid: DEMO_SRID, log: SILENT })
      try {
        await database.migrate()
        await fill(database, size)
        rows.push(...(await measure(database, size)))
      } finally {
        await database.close()
        await bench.drop()
      }
    }
    return rows
  },
}

/** Incidents at random in 8 × 8 km, made by the database itself. */
async function fill({ knex, repositories }: Database, size: number): Promise<void> {
  await repositories.sources.save(SAMPLE_SOURCE)
  await insertRandom(knex, 'base', size)
  await knex.raw('ANALYZE incident')
}

async function insertRandom(knex: Database['knex'], prefix: string, size: number): Promise<void> {
  await knex.raw(
    `INSERT INTO incident (source_ordinal, external_id, geom, from_minute, to_minute, category_index, flags,
       setting_code, precision_code, weight, content_hash)
     SELECT (SELECT ordinal FROM source LIMIT 1), ? || n,
       ST_SetSRID(ST_MakePoint(round((${X} + ${SIDE_METRES} * random())::numeric, 2)::float8,
                               round((${Y} + ${SIDE_METRES} * random())::numeric, 2)::float8), ${DEMO_SRID}),
       m, m, (17 * random())::int % 17, 0, 1, 0, 1, (random() * 9e18)::bigint
     FROM (SELECT n, 28000000 + (1500000 * random())::int AS m FROM generate_series(1, ?) AS n) AS made`,
    [prefix, size],
  )
}

async function measure({ knex, repositories }: Database, size: number): Promise<readonly BenchRow[]> {
  const pool = openComputePool({ workers: WORKERS, queueLimit: 8 })
  const start = performance.now()
  const store = await openSnapshotStore({
    feed: repositories.feed,
    features: repositories.features,
    projection: createProjection(DEMO_SRID),
    zone: ZONE,
    pool,
    clock: { nowMs: () => performance.now() },
    log: SILENT,
  })
  const loadMs = performance.now() - start
  const live = createLiveUnits(pool, ZONE)
  store.beforeCompacted((base) => live.prepare(base))
  const watched = { store, unitsOf: (snapshot: Snapshot) => unitsOf(live, snapshot) }
  await unitsOf(live, store.acquire().snapshot)
  try {
    const one: Shown[] = []
    for (let k = 0; k < COMMITS; k++) {
      one.push(
        await shown(watched, () =>
          repositories.incidents.insert([
            sampleIncident({ externalId: `one-${k}`, sourceId: SAMPLE_SOURCE.id }),
          ]),
        ),
      )
    }
    const many: Shown[] = []
    for (let k = 0; k < COMMITS; k++) {
      many.push(await shown(watched, () => insertRandom(knex, `many-${k}-`, LARGE_COMMIT)))
    }
    return [
      reported('load all incidents from PostGIS', size, `${(loadMs / 1000).toFixed(1)} s`),
      bounded('a commit of one incident shows in the answers', size, one.map(versionMs)),
      bounded('a commit of one incident is in an analyst’s units', size, one.map(unitsMs)),
      bounded(`a commit of ${MANY} incidents shows`, size, many.map(versionMs)),
      bounded(`a commit of ${MANY} incidents is in an analyst’s units`, size, many.map(unitsMs)),
    ]
  } finally {
    await store.close()
    await pool.close()
  }
}

/** Milliseconds from a commit to the version that holds it, and to the units of that version. */
interface Shown {
  readonly versionMs: number
  readonly unitsMs: number
}
const versionMs = (shown: Shown) => shown.versionMs
const unitsMs = (shown: Shown) => shown.unitsMs

interface Watched {
  readonly store: SnapshotStore
  readonly unitsOf: (snapshot: Snapshot) => Promise<unknown>
}

async function shown({ store, unitsOf }: Watched, write: () => Promise<unknown>): Promise<Shown> {
  const changed = new Promise<void>((resolve) => {
    const stop = store.onChange(() => {
      stop()
      resolve()
    })
  })
  await write()
  const committed = performance.now()
  await changed
  const versionMs = Math.max(0, performance.now() - committed)
  const { snapshot, release } = store.acquire()
  await unitsOf(snapshot)
  release()
  return { versionMs, unitsMs: Math.max(0, performance.now() - committed) }
}

/** Both cubes of a check. */
async function unitsOf(live: LiveUnits, snapshot: Snapshot): Promise<void> {
  const { sources } = snapshot.layers
  for (const population of POPULATIONS)
    await live.of(snapshot, { population, sources, reader: 'analyst', atMs: Date.now() })
}

function reported(work: string, size: number, ours: string): BenchRow {
  return { work, size, ours, peer: '', peerName: '', ratio: null, target: null }
}

function bounded(work: string, size: number, durations: readonly number[]): BenchRow {
  const worst = Math.max(...durations)
  const ours = `median ${median(durations).toFixed(0)} ms, worst of ${durations.length} ${worst.toFixed(0)} ms`
  return {
    ...reported(work, size, ours),
    peer: `≤ ${MAX_MS} ms`,
    met: worst <= MAX_MS,
  }
}
