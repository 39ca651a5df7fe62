import { openDatabase, type Database } from '../../db/client.ts'
import { DEMO_SRID } from '../../server/demo/city.ts'
import { SILENT } from '../../server/platform/log.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { openSnapshotStore } from '../../server/platform/feed/store.ts'
import { sampleIncident, SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { type Bench, type BenchRow, median } from './bench.ts'
import { createBenchDatabase } from './bench-database.ts'
import type { SnapshotStore } from '../../server/platform/feed/snapshot-store.ts'

const MOST_MS = 1000
const COMMITS = 10
const LARGE_COMMIT = 10_000

/** How long a start takes to load the incidents from PostGIS, and a commit to show in the answers. */
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
       ST_SetSRID(ST_MakePoint(round((798000 + 8000 * random())::numeric, 2)::float8,
                               round((6503000 + 8000 * random())::numeric, 2)::float8), ${DEMO_SRID}),
       m, m, (17 * random())::int % 17, 0, 1, 0, 1, (random() * 9e18)::bigint
     FROM (SELECT n, 28000000 + (1500000 * random())::int AS m FROM generate_series(1, ?) AS n) AS made`,
    [prefix, size],
  )
}

async function measure({ knex, repositories }: Database, size: number): Promise<readonly BenchRow[]> {
  const pool = openComputePool({ workers: 1, queueLimit: 8 })
  const start = performance.now()
  const store = await openSnapshotStore({
    feed: repositories.feed,
    features: repositories.features,
    projection: createProjection(DEMO_SRID),
    zone: createZone('Europe/Stockholm'),
    pool,
    clock: { nowMs: () => performance.now() },
    log: SILENT,
  })
  const loadMs = performance.now() - start
  try {
    const one: number[] = []
    for (let k = 0; k < COMMITS; k++) {
      one.push(
        await shown(store, () =>
          repositories.incidents.insert([
            sampleIncident({ externalId: `one-${k}`, sourceId: SAMPLE_SOURCE.id }),
          ]),
        ),
      )
    }
    const many: number[] = []
    for (let k = 0; k < COMMITS; k++) {
      many.push(await shown(store, () => insertRandom(knex, `many-${k}-`, LARGE_COMMIT)))
    }
    return [
      reported('load all incidents from PostGIS', size, `${(loadMs / 1000).toFixed(1)} s`),
      bounded('a commit of one incident shows in the answers', size, one),
      bounded(`a commit of ${LARGE_COMMIT.toLocaleString('en')} incidents shows`, size, many),
    ]
  } finally {
    await store.close()
    await pool.close()
  }
}

/** Milliseconds from the commit to the version that holds it. */
async function shown(store: SnapshotStore, write: () => Promise<unknown>): Promise<number> {
  const changed = new Promise<void>((resolve) => {
    const stop = store.onChange(() => {
      stop()
      resolve()
    })
  })
  await write()
  const committed = performance.now()
  await changed
  return Math.max(0, performance.now() - committed)
}

function reported(work: string, size: number, ours: string): BenchRow {
  return { work, size, ours, peer: '', peerName: '', ratio: null, target: null }
}

function bounded(work: string, size: number, durations: readonly number[]): BenchRow {
  const worst = Math.max(...durations)
  const ours = `median ${median(durations).toFixed(0)} ms, worst of ${durations.length} ${worst.toFixed(0)} ms`
  return {
    ...reported(work, size, ours),
    peer: `≤ ${MOST_MS} ms`,
    met: worst <= MOST_MS,
  }
}
