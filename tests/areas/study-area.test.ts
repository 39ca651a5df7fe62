import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import { SILENT } from '../../server/platform/log.ts'
import { permitSurface } from '../../server/hotspots/permit.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { createStudyAreaService } from '../../server/areas/study-area.ts'
import { type ComputePool, openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { openSnapshotStore } from '../../server/platform/feed/store.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { makeFilter, STOCKHOLM } from '../support/cities/make-columns.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import type { SnapshotStore } from '../../server/platform/feed/snapshot-store.ts'
import type { HashedIncident } from '../../server/incidents/repository.ts'

const random = seededRandom(9)
const INCIDENTS: readonly HashedIncident[] = Array.from({ length: 600 }, (_, k) => {
  const content = {
    ...PLAIN_ROW,
    externalId: String(k),
    xCm: PLAIN_ROW.xCm + Math.floor(300_000 * random() * random()),
    yCm: PLAIN_ROW.yCm + Math.floor(300_000 * random()),
    toMinute: PLAIN_ROW.fromMinute + Math.floor(3000 * random()),
    weight: 1 + (k % 3),
  }
  return { ...content, contentHash: contentHash(content), line: 0 }
})
const ASKED = {
  edgeMetres: 200,
  filter: makeFilter({ toMinute: PLAIN_ROW.fromMinute + 700 }),
  time: 'aoristic',
  exposure: 'area',
} as const
const QUERY = permitSurface(ANALYST, ASKED, null, [])

const answers: Buffer[] = []

describe.each(databasesUnderTest)('hotspots on a city without a study area, $kind', ({ open }) => {
  let database: TestDatabase
  let pool: ComputePool
  let snapshots: SnapshotStore

  beforeAll(async () => {
    database = await open()
    for (const source of sourcesOf(INCIDENTS)) await database.repositories.sources.save(source)
    pool = openComputePool({ workers: answers.length + 1, queueLimit: 20 })
    snapshots = await openSnapshotStore({
      feed: database.repositories.feed,
      features: database.repositories.features,
      projection: createProjection(3006),
      zone: STOCKHOLM,
      pool,
      clock: { nowMs: () => performance.now() },
      log: SILENT,
    })
  })
  afterAll(async () => {
    await snapshots.close()
    await pool.close()
    await database.close()
  })

  const study = () => {
    const lease = snapshots.acquire()
    const areas = lease.snapshot.layers.features('areas')
    lease.release()
    return areas.filter(({ properties }) => properties.kind === 'study')
  }

  it('store a study area once, when there are incidents', async () => {
    const { features, incidents } = database.repositories
    const service = createStudyAreaService({ snapshots, features, pool })
    expect(await service.ensure()).toBe(false)
    await incidents.insert(INCIDENTS)
    await snapshots.refresh()
    expect((await Promise.all([service.ensure(), service.ensure()])).some(Boolean)).toBe(true)
    expect(await service.ensure()).toBe(false)
    expect(study()).toHaveLength(1)
    expect(study()[0]!.properties.derived).toBe(true)
  })

  it('have the same bytes on every database, with any number of workers', async () => {
    const service = createHotspotService({ snapshots, pool })
    const presentation = { format: 'geojson', bbox: null, withinAreaId: null, empty: true } as const
    const response = Buffer.from(await service.present(ANALYST, QUERY, presentation))
    answers.push(response)
    const { analysis } = JSON.parse(response.toString())
    expect(analysis.derivedStudyArea).toBe(true)
    expect(analysis.incidents).toBeGreaterThan(100)
    expect(response.equals(answers[0]!)).toBe(true)
  })
})
