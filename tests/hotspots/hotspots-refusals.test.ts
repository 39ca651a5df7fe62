import { describe, expect, it } from 'vitest'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { permitSurface } from '../../server/hotspots/permit.ts'
import type { SurfaceQuery } from '../../server/engine/snapshot/query.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'

const pool = sharedWorkers()

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
  return hotspots.surface(
    permitSurface(ANALYST, { edgeMetres: 200, time: 'from', exposure, filter }, null, []),
  )
}

describe('a query that would give meaningless zeros', () => {
  it.each(['residents', 'visitors'] as const)(
    'is refused when no area has a number of %s',
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
