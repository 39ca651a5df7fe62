import { describe, expect, it } from 'vitest'
import { createPopulations } from '../../server/areas/populations.ts'
import type { ComputePool } from '../../server/platform/workers/compute-pool.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { rectangle } from '../support/cities/rectangle.ts'
import type { LayerContents } from '../../server/engine/snapshot/features.ts'

const WEST = 674_000
const SOUTH = 6_581_000

/** Runs tasks where it is asked. */
const pool: Pick<ComputePool, 'run'> = {
  run: async (task, input) => (await import(task.href)).default(input),
}

/** A city whose one area, number 1 in revision 2, is a study area so many metres wide. */
function cityOf(metres: number, epoch: string) {
  const areas: LayerContents['areas'] = [
    {
      id: 1,
      revision: 2,
      planar: rectangle(WEST, SOUTH, metres, 2000),
      properties: {
        kind: 'study',
        name: 'Staden',
        validFrom: null,
        validTo: null,
        residents: null,
        visitors: null,
        exposureSource: null,
        derived: false,
      },
    },
  ]
  const snapshot = makeSnapshot({ rows: [{}], layers: { areas } })
  return { ...snapshot, position: { ...snapshot.position, epoch } }
}

describe('populations of cells', () => {
  it('are made once for the same areas, and anew where a restore gave their numbers another meaning', async () => {
    const populations = createPopulations(pool)
    const before = await populations.of(cityOf(2000, 'before'), 400)
    expect(await populations.of(cityOf(2000, 'before'), 400)).toBe(before)
    const after = await populations.of(cityOf(4000, 'after'), 400)
    expect(after.landArea.filter((m2) => m2 > 0).length).toBeGreaterThan(
      1.5 * before.landArea.filter((m2) => m2 > 0).length,
    )
  })
})
