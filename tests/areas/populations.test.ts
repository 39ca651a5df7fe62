import { describe, expect, it } from 'vitest'
import { createPopulations } from '../../server/areas/populations.ts'
import type { ComputePool } from '../../server/platform/workers/compute-pool.ts'
import { cellAt, cellCentre } from '../../server/engine/lattice/lattice.ts'
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
  it('are computed once for the same areas, and again when a restore has changed what the areas’ ids mean', async () => {
    const populations = createPopulations(pool)
    const before = await populations.of(cityOf(2000, 'before'), 400, 'staff')
    expect(await populations.of(cityOf(2000, 'before'), 400, 'staff')).toBe(before)
    const after = await populations.of(cityOf(4000, 'after'), 400, 'staff')
    expect(after.landArea.filter((m2) => m2 > 0).length).toBeGreaterThan(
      1.5 * before.landArea.filter((m2) => m2 > 0).length,
    )
  })
})

describe('a city without a study area', () => {
  const [OUTDOOR, DWELLING, UNKNOWN] = [1, 3, 0]
  /** Two thefts in two units amid a cell of 400 m, so many cells to the east. */
  const pair = (east: number, settingCode: number) => {
    const { i, j } = cellAt(WEST, SOUTH, 400)
    const [x, y] = cellCentre({ i: i + east, j }, 400)
    return [0, 90].map((metres) => ({
      xCm: Math.round(100 * (x + metres)),
      yCm: Math.round(100 * y),
      settingCode,
    }))
  }
  const cellsFor = async (rows: Parameters<typeof makeSnapshot>[0]['rows'], reader: 'staff' | 'analyst') =>
    (await createPopulations(pool).of(makeSnapshot({ rows }), 400, reader)).cells

  it('derives its study area from the incidents disclosed to staff, also for analysts', async () => {
    const rows = [...pair(0, OUTDOOR), ...pair(10, DWELLING), ...pair(20, UNKNOWN)]
    const cells = await cellsFor(pair(0, OUTDOOR), 'staff')
    expect(cells).toBe(7)
    expect(await cellsFor(rows, 'staff')).toBe(cells)
    expect(await cellsFor(rows, 'analyst')).toBe(cells)
  })

  it('has no study area for staff while no incident is disclosed to them, and one from all incidents for analysts', async () => {
    const rows = [...pair(0, UNKNOWN), ...pair(10, DWELLING)]
    expect(await cellsFor(rows, 'staff')).toBe(0)
    expect(await cellsFor(rows, 'analyst')).toBe(14)
  })
})
