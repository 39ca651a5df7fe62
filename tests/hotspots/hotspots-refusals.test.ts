import { afterAll, describe, expect, it } from 'vitest'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { permitSurface } from '../../server/hotspots/permit.ts'
import type { SurfaceQuery } from '../../server/engine/snapshot/query.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'

const pool = openComputePool({ workers: 1, queueLimit: 5 })
afterAll(() => pool.close())

const snapshot = makeSnapshot({ rows: [{}, {}] })
const hotspots = createHotspotService({
  snapshots: { acquire: () => ({ snapshot, release: () => {} }) },
  pool,
})

function surface(exposure: SurfaceQuery['exposure'], sources: readonly string[] | null) {
  const filter = {
    categories: [4],
    categoriesLabel: 'category:theft',
    fromMinute: null,
    toMinute: null,
    hours: null,
    weekdays: null,
    precisionMask: 3,
    flags: 0,
    sources,
  }
  return hotspots.surface(permitSurface(ANALYST, { edgeMetres: 200, time: 'from', exposure, filter }))
}

describe('a question that would be answered with zeros that mean nothing', () => {
  it.each(['residents', 'visitors'] as const)(
    'is refused when no area says how many %s it has',
    async (exposure) => {
      await expect(surface(exposure, null)).rejects.toMatchObject({
        code: 'invalid-parameter',
        problems: [{ field: 'exposure', value: exposure }],
      })
    },
  )

  it('is refused when it names a source that is not stored', async () => {
    await expect(surface('area', ['test', 'nope'])).rejects.toMatchObject({
      code: 'invalid-parameter',
      problems: [{ field: 'sources', value: 'nope' }],
    })
    await expect(surface('area', ['test'])).resolves.toMatchObject({ snapshotVersion: snapshot.version })
  })
})
