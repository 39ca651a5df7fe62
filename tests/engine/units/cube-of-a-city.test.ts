import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REGISTERS, registersBySource } from '../../../server/engine/disclosure/registers.ts'
import { contentHash } from '../../../server/engine/hashes/content-hash.ts'
import { blockRound, cellAt, cellOfDense } from '../../../server/engine/lattice/lattice.ts'
import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../../../server/engine/snapshot/incident.ts'
import type { Source } from '../../../server/engine/snapshot/source.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { monthAt } from '../../../server/engine/time/months.ts'
import { buildUnitCube } from '../../../server/engine/units/build-unit-cube.ts'
import { UNIT_EDGE, type UnitCube } from '../../../server/engine/units/unit-cube.ts'
import { UNIT_CLASSES, unitBuckets, unitClassOf } from '../../../server/engine/units/unit-kinds.ts'
import { sumUnits } from '../../../server/engine/units/unit-sums.ts'
import type { HashedIncident } from '../../../server/incidents/repository.ts'
import type { SnapshotStore } from '../../../server/platform/feed/snapshot-store.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { sharedWorkers } from '../../support/shared-workers.ts'
import { openStore } from '../../platform/feed/open-store.ts'
import { STOCKHOLM } from '../../support/cities/make-columns.ts'
import { PLAIN_ROW, sourcesOf } from '../../support/cities/make-snapshot.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'

const SIDE_CM = 60_000
const YEAR_MINUTES = 365 * 1440
const random = seededRandom(5)
const pick = (below: number) => Math.floor(random() * below)
const ROWS: readonly HashedIncident[] = Array.from({ length: 900 }, (_, k) => {
  const fromMinute = PLAIN_ROW.fromMinute + pick(YEAR_MINUTES)
  const content = {
    ...PLAIN_ROW,
    externalId: String(k),
    sourceId: k % 3 === 0 ? 'police' : 'city',
    xCm: PLAIN_ROW.xCm + pick(SIDE_CM),
    yCm: PLAIN_ROW.yCm + pick(SIDE_CM),
    fromMinute,
    toMinute: fromMinute + (k % 9 === 0 ? 50_000 : pick(3000)),
    categoryIndex: pick(CATEGORIES.length),
    flags: k % 11 === 0 ? 4 : 0,
    settingCode: pick(4),
    precisionCode: k % 7 === 0 ? 2 : pick(2),
    weight: 1 + pick(3),
  }
  return { ...content, contentHash: contentHash(content), line: 0 }
})
const SOURCES: readonly Source[] = sourcesOf(ROWS).map((source) => ({
  ...source,
  register: source.id === 'police' ? 'police' : 'city',
}))
const [X, Y] = [PLAIN_ROW.xCm / 100, PLAIN_ROW.yCm / 100]
const BLOCK = blockRound(X, Y, X + SIDE_CM / 100, Y + SIDE_CM / 100, UNIT_EDGE)
const CELLS = Array.from({ length: BLOCK.columns * BLOCK.rows }, (_, at) => cellOfDense(BLOCK, at))
const digests = new Set<string>()

/** Every unit of a cube that is not empty, by name. */
function unitsOf(cube: UnitCube): ReadonlyMap<string, number> {
  const units = new Map<string, number>()
  const first = monthAt(STOCKHOLM, PLAIN_ROW.fromMinute)
  for (const register of REGISTERS) {
    for (const unitClass of UNIT_CLASSES) {
      const kinds = unitBuckets({
        registers: [register],
        classes: [unitClass],
        bucketOfCategory: CATEGORIES.map((_, category) => category),
        buckets: CATEGORIES.length,
      })
      for (const { i, j } of CELLS) {
        for (let month = first; month <= first + 12; month++) {
          sumUnits(cube, [{ i, j }], { first: month, last: month }, kinds).forEach((sum, category) => {
            if (sum > 0) units.set([i, j, month, category, register, unitClass].join(' '), sum)
          })
        }
      }
    }
  }
  return units
}

function unitsOfRows(rows: readonly HashedIncident[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>()
  for (const row of rows) {
    if (row.precisionCode > 1 || row.toMinute - row.fromMinute > 31 * 1440 + 60) continue
    const { i, j } = cellAt(row.xCm / 100, row.yCm / 100, UNIT_EDGE)
    const unitClass = UNIT_CLASSES[unitClassOf(row.categoryIndex, row.flags, row.settingCode)]
    const month = monthAt(STOCKHOLM, row.fromMinute)
    const key = [i, j, month, row.categoryIndex, row.sourceId, unitClass].join(' ')
    units.set(key, (units.get(key) ?? 0) + row.weight)
  }
  return units
}

describe.each(databasesUnderTest)('the cube of a city in a database, $kind', ({ open }) => {
  let database: TestDatabase
  let pool: ComputePool
  let snapshots: SnapshotStore

  beforeAll(async () => {
    database = await open()
    for (const source of SOURCES) await database.repositories.sources.save(source)
    pool = sharedWorkers()
    await database.repositories.incidents.insert(ROWS.slice(0, 800))
    snapshots = await openStore(database, pool)
  })
  afterAll(async () => {
    await snapshots.close()
    await pool.close()
    await database.close()
  })

  const currentCube = () => {
    const lease = snapshots.acquire()
    const { segments, sourceIds } = lease.snapshot
    const registerOfSource = registersBySource(sourceIds, SOURCES)
    const precisionMask = DEFAULT_PRECISION_MASK
    const cube = buildUnitCube(segments, { block: BLOCK, zone: STOCKHOLM, registerOfSource, precisionMask })
    lease.release()
    return cube
  }

  it('holds the sum of the stored rows in each unit', () => {
    expect(unitsOf(currentCube())).toEqual(unitsOfRows(ROWS.slice(0, 800)))
  })

  it('follows added and removed rows, with the same bytes on every database', async () => {
    const { incidents } = database.repositories
    const [first] = await incidents.insert(ROWS.slice(800, 899))
    await incidents.insert(ROWS.slice(899))
    await incidents.retract(first!, null, 'twice')
    await snapshots.refresh()
    const cube = currentCube()
    expect(unitsOf(cube)).toEqual(unitsOfRows(ROWS.filter((_, k) => k !== 800)))
    digests.add(createHash('sha256').update(Buffer.from(cube.buffer)).digest('hex'))
    expect(digests.size).toBe(1)
  })
})
