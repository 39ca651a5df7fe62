import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Polygon } from 'geojson'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { sharedWorkers } from '../../support/shared-workers.ts'
import { openSnapshotAsOf } from '../../../server/platform/feed/as-of.ts'
import { addIncident, addSource, onKnex, setLive, setWeight } from './feed-city.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import { openStore, stockholm } from './open-store.ts'
import type { SnapshotStore } from '../../../server/platform/feed/snapshot-store.ts'

const NEVER_MS = 1_000_000
const SQUARE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [674_000, 6_581_000],
      [674_100, 6_581_000],
      [674_100, 6_581_100],
      [674_000, 6_581_100],
      [674_000, 6_581_000],
    ],
  ],
}

function place(name: string) {
  const properties = {
    kind: 'place' as const,
    name,
    validFrom: '2024-01-01',
    validTo: null,
    residents: 12,
    visitors: null,
    exposureSource: 'a count',
    derived: false,
  }
  return { planar: SQUARE, properties }
}

describe.each(databasesUnderTest)('a snapshot store on $kind', (kind) => {
  let pool: ComputePool
  let database: TestDatabase
  let store: SnapshotStore
  let city: ReturnType<typeof onKnex>

  beforeAll(() => {
    pool = sharedWorkers()
  })
  afterAll(() => pool.close())
  beforeEach(async () => {
    database = await kind.open()
    city = onKnex(database.knex)
    await addSource(city)
    for (const name of ['a', 'b', 'c']) await addIncident(city, name)
    store = await openStore(database, pool, NEVER_MS)
  })
  afterEach(async () => {
    await store.close()
    await database.close()
  })

  it('shows a committed change without a refresh', async () => {
    await store.close()
    store = await openStore(database, pool)
    const before = store.status().version
    const changed = new Promise<string>((resolve) => store.onChange(resolve))
    await addIncident(city, 'd')
    expect(await changed).not.toBe(before)
  })

  it('has the version of a newly opened store after changes of incidents, sources and layers', async () => {
    const { features } = database.repositories
    await setWeight(city, 'a', 3)
    await setLive(city, 'b', false)
    await addSource(city, 'another')
    await addIncident(city, 'd', { sourceId: 'another' })
    const area = await features.insert('areas', place('Torget'))
    await store.refresh()
    await features.update('areas', area.id, area.revision, place('Stora torget'))
    await features.insert('proposals', {
      planar: SQUARE,
      properties: { title: 'Ett hus', description: null, caseNumber: null },
    })
    await store.refresh()
    const fresh = await openStore(database, pool, NEVER_MS)
    expect(store.status().version).toBe(fresh.status().version)
    await fresh.close()
  })

  it('has a new incident and its new source in the same version', async () => {
    await database.knex.transaction(async (trx) => {
      await addSource(onKnex(trx), 'another')
      await addIncident(onKnex(trx), 'd', { sourceId: 'another' })
    })
    await store.refresh()
    const lease = store.acquire()
    const { snapshot } = lease
    const ordinals = snapshot.segments.flatMap(({ columns }) => [...columns.source])
    expect(new Set(ordinals.map((ordinal) => snapshot.sourceIds[ordinal]))).toEqual(
      new Set(['test', 'another']),
    )
    lease.release()
  })

  it('returns to the earlier version when a change is undone', async () => {
    const { features } = database.repositories
    const before = store.status().version
    await setLive(city, 'a', false)
    const area = await features.insert('areas', place('Torget'))
    await store.refresh()
    expect(store.status().version).not.toBe(before)
    await setLive(city, 'a', true)
    await features.remove('areas', area.id, null)
    await store.refresh()
    expect(store.status().version).toBe(before)
  })

  it('can be reopened at an earlier version', async () => {
    const { feed, features } = database.repositories
    const lease = store.acquire()
    const { version, position } = lease.snapshot
    lease.release()
    await setWeight(city, 'a', 9)
    await setLive(city, 'b', false)
    await addIncident(city, 'd')
    await features.insert('areas', place('Torget'))
    await store.refresh()
    expect(store.status().version).not.toBe(version)

    const deps = { ...stockholm(pool), feed, features }
    const past = await openSnapshotAsOf(deps, position.visible)
    expect(past.snapshot).toMatchObject({ version, incidents: 3, weight: 3 })
    past.release()
    await expect(openSnapshotAsOf(deps, '1:999999999999:')).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('reports the status of its current snapshot', async () => {
    expect(store.status()).toMatchObject({ version: store.status().version, incidents: 3 })
    expect(store.status().lagMs).toBeGreaterThanOrEqual(0)
  })
})

describe('the snapshot version', () => {
  let pool: ComputePool

  beforeAll(() => {
    pool = sharedWorkers()
  })
  afterAll(() => pool.close())

  const versionOf = async (database: TestDatabase) => {
    const store = await openStore(database, pool, NEVER_MS)
    const version = store.status().version
    await store.close()
    return version
  }

  it('is the same on every database, whatever the order, ids and intermediate states', async () => {
    const versions = []
    for (const [turn, kind] of [...databasesUnderTest, databasesUnderTest[0]!].entries()) {
      const database = await kind.open()
      const city = onKnex(database.knex)
      const names = ['å', 'b', 'c', 'd']
      const sources = ['test', 'another']
      for (const id of turn % 2 === 0 ? sources : sources.toReversed()) await addSource(city, id)
      for (const name of turn % 2 === 0 ? names : names.toReversed()) {
        await addIncident(city, name, { sourceId: name === 'c' ? 'another' : 'test' })
      }
      const places = ['Torget', 'Parken']
      for (const name of turn % 2 === 0 ? places : places.toReversed()) {
        await database.repositories.features.insert('areas', place(name))
      }
      if (turn === 1) await setWeight(city, 'd', 3)
      await setWeight(city, 'd', 2)
      versions.push(await versionOf(database))
      await database.close()
    }
    expect(new Set(versions).size).toBe(1)
  })

  const postgis = databasesUnderTest.find(({ kind }) => kind === 'postgis')

  it.skipIf(postgis === undefined)(
    'is the same in another process (skipped without TEST_DATABASE_URL)',
    async () => {
      const database = await postgis!.open()
      await addSource(onKnex(database.knex))
      for (let n = 0; n < 20; n++) await addIncident(onKnex(database.knex), String(n), { weight: n + 1 })
      const script = fileURLToPath(new URL('./print-version.ts', import.meta.url))
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        script,
        database.url!,
      ])
      expect(stdout).toBe(await versionOf(database))
      await database.close()
    },
  )

  it.skipIf(postgis === undefined)(
    'is that of the database again after the server has dropped every connection (skipped without TEST_DATABASE_URL)',
    async () => {
      const database = await postgis!.open()
      await addSource(onKnex(database.knex))
      const store = await openStore(database, pool, 50)
      const admin = await postgis!.open()
      await admin.knex.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?`, [
        new URL(database.url!).pathname.slice(1),
      ])
      const add = () => addIncident(onKnex(database.knex), 'after').then(() => true)
      await expect.poll(() => add().catch(() => false)).toBe(true)
      await expect.poll(() => store.status().incidents).toBe(1)
      await store.close()
      await admin.close()
      await database.close()
    },
  )
})
