import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { type IncidentContent, SETTINGS } from '../../server/engine/snapshot/incident.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { PART_EDGE } from '../../server/engine/units/build-part-cube.ts'
import { UNIT_EDGE } from '../../server/engine/units/unit-cube.ts'
import type { ComputePool } from '../../server/platform/workers/compute-pool.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { createLiveUnits, type LiveUnits } from '../../server/units/live-units.ts'
import { createUnitMaker } from '../../server/units/make-units.ts'
import type { UnitReader } from '../../server/engine/units/unit-kinds.ts'
import type { ReaderUnits, TimedUnitQuery } from '../../server/units/units.ts'
import { beginRun, type StoreRun } from '../platform/feed/store-run.ts'
import { STOCKHOLM } from '../support/cities/make-columns.ts'
import { cubeLists } from '../support/cube-lists.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import { squarePopulation } from '../support/cities/square-population.ts'

const SIDE_CM = 60_000
const YEAR_MINUTES = 365 * 1440
const [X, Y] = [PLAIN_ROW.xCm / 100, PLAIN_ROW.yCm / 100]
const UNKNOWN = SETTINGS.indexOf('unknown')

const queryOf = (reader: UnitReader, edgeMetres: 50 | 200): TimedUnitQuery => ({
  reader,
  population: squarePopulation(X, Y, SIDE_CM / 100, edgeMetres),
  sources: sourcesOf([PLAIN_ROW]),
  atMs: Date.parse('2030-01-01'),
})
const MONTHS = queryOf('staff', UNIT_EDGE)
const QUERIES = [MONTHS, queryOf('analyst', UNIT_EDGE), queryOf('analyst', PART_EDGE)]

const contentOf = ({ cube, ...disclosed }: ReaderUnits) => ({ ...disclosed, ...cubeLists(cube) })

describe('units that follow the snapshot', () => {
  let pool: ComputePool
  let run: StoreRun
  let live: LiveUnits
  /** Whether the base was known, task by task. */
  let knewBase: boolean[]

  beforeAll(() => {
    pool = sharedWorkers()
  })
  afterAll(() => pool.close())
  beforeEach(async () => {
    run = await beginRun(pool)
    knewBase = []
    const recorded: Pick<ComputePool, 'run'> = {
      run(url, input, options) {
        if (typeof input === 'object' && input !== null && 'base' in input) knewBase.push(input.base !== null)
        return pool.run(url, input, options)
      },
    }
    live = createLiveUnits(recorded, STOCKHOLM)
    run.store.beforeCompacted((base) => live.prepare(base))
  })
  afterEach(() => run.close())

  const random = seededRandom(7)
  const pick = (below: number) => Math.floor(random() * below)
  /** An incident in the square or near it; the longer the history, the further it reaches to both sides. */
  const incident = (reach: number): Partial<IncidentContent> => {
    const fromMinute = PLAIN_ROW.fromMinute + pick(2 * reach * YEAR_MINUTES) - reach * YEAR_MINUTES
    return {
      xCm: PLAIN_ROW.xCm + pick(SIDE_CM * 1.2),
      yCm: PLAIN_ROW.yCm + pick(SIDE_CM * 1.2),
      fromMinute,
      toMinute: fromMinute + pick(3000),
      categoryIndex: pick(CATEGORIES.length),
      settingCode: pick(SETTINGS.length),
      precisionCode: pick(3),
      weight: 1 + pick(3),
    }
  }
  const change = (from: number, rows: number, of: (id: number) => Partial<IncidentContent> | null) =>
    new Map(Array.from({ length: rows }, (_, k) => [from + k, of(from + k)]))

  /** The current version's units, derived and newly computed. */
  async function bothOf(query: TimedUnitQuery) {
    const { snapshot, release } = run.store.acquire()
    try {
      const followed = await live.of(snapshot, query)
      return [followed, await createUnitMaker(pool, STOCKHOLM)(snapshot, query)].map(contentOf)
    } finally {
      release()
    }
  }

  async function commit(rows: ReturnType<typeof change>) {
    run.feed.commit(rows)
    await run.store.refresh()
  }

  it('equal newly computed units after insertions, corrections, retractions and new bases', async () => {
    const bases = new Set<object>()
    for (let step = 0; step < 40; step++) {
      const reach = 1 + step / 10
      const [from, rows] = [1 + pick(3000), 1 + pick(600)]
      await commit(change(from, rows, () => (random() < 0.2 ? null : incident(reach))))
      run.look(({ segments }) => bases.add(segments[0]!.columns))
      for (const query of QUERIES) {
        const [followed, anew] = await bothOf(query)
        expect(followed).toEqual(anew)
      }
    }
    expect(bases.size).toBeGreaterThan(2)
    expect(knewBase.slice(QUERIES.length)).not.toContain(false)
  })

  it('include a source from the version in which its incidents have a setting', async () => {
    const rows = (settingCode: number) =>
      change(1, 100, () => ({ ...incident(1), precisionCode: 0, settingCode }))
    await commit(rows(UNKNOWN))
    const [silent] = await bothOf(MONTHS)
    expect(silent).toMatchObject({ entries: 0, withoutSetting: ['test'], timeSpan: null })
    await commit(new Map([[1, { settingCode: SETTINGS.indexOf('outdoor') }]]))
    const [disclosed, anew] = await bothOf(MONTHS)
    expect(disclosed).toEqual(anew)
    expect(disclosed!.entries).toBeGreaterThan(0)
  })

  it('are cached for the latest version, in the memory of a few cubes over 1,000 versions', async () => {
    await commit(change(1, 2000, () => incident(1)))
    const bytes: number[] = []
    for (let step = 0; step < 1000; step++) {
      await commit(change(1 + (step % 40) * 50, 50, () => incident(1)))
      const { snapshot, release } = run.store.acquire()
      await live.of(snapshot, MONTHS)
      release()
      bytes.push(live.bytes())
    }
    const largest = Math.max(...bytes.slice(0, 200))
    expect(Math.max(...bytes.slice(200))).toBeLessThan(1.2 * largest)
    expect(knewBase.slice(1)).not.toContain(false)
  })

  it('are evicted with the second new base after their last use', async () => {
    await bothOf(MONTHS)
    expect(live.bytes()).toBeGreaterThan(0)
    for (let base = 0; base < 2; base++) {
      const before = run.look(({ segments }) => segments[0]!.columns)
      await commit(change(1, 5000, () => incident(1)))
      await expect.poll(() => run.look(({ segments }) => segments[0]!.columns)).not.toBe(before)
    }
    expect(live.bytes()).toBe(0)
  })
})
