import { beforeEach, describe, expect, it } from 'vitest'
import { openEngine } from '../../server/composition/engine.ts'
import { openWorkers } from '../../server/composition/workers.ts'
import { SILENT } from '../../server/platform/log.ts'
import { problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('cuts of units on $kind', (database) => {
  const clock = { ms: 0, nowMs: () => clock.ms }
  let server: TestServer
  beforeEach(async () => {
    clock.ms = Date.parse('2026-11-10T12:00:00Z')
    server = await startTestServer({ database, clock })
    return () => server.close()
  })

  const cuts = () => server.database.knex('unit_cut').orderBy('id').select('month', 'purges')

  async function record(externalId: string) {
    const { sources, incidents } = server.storage.repositories
    await sources.save(SAMPLE_SOURCE)
    await incidents.insert([sampleIncident({ externalId })])
    await server.engine.snapshots.refresh()
  }

  it('are none while nothing is stored, and the first is made when it is first needed', async () => {
    const { units } = server.engine
    await units.ready()
    expect(units.status()).toEqual({ cut: null, nextMs: null, byHand: false })
    const refused = await (await server.as('analyst'))('POST', '/api/unit-cuts')
    expect(problemOf(refused).code).toBe('unprocessable')
    await record('a')
    await units.ready()
    expect(units.status().cut).toMatchObject({ madeAtMs: clock.ms, purges: 0 })
    expect(await cuts()).toEqual([{ month: '2026-11', purges: 0 }])
  })

  it('are one a month, however many ask at once and in however many servers', async () => {
    await record('a')
    const pool = openWorkers({ workers: 1 })
    const other = await openEngine({ pool, storage: server.storage, clock, log: SILENT })
    try {
      const both = [server.engine.units, other.units]
      await Promise.all([...both, ...both].map((units) => units.ready()))
      expect(await cuts()).toEqual([{ month: '2026-11', purges: 0 }])
      expect(other.units.status()).toEqual(server.engine.units.status())
    } finally {
      await other.close()
      await pool.close()
    }
  })

  it('follow one another month by month, each of what is stored then', async () => {
    const { units, snapshots } = server.engine
    await record('a')
    await units.ready()
    const first = units.status().cut!
    await record('b')
    clock.ms = Date.parse('2026-12-04T12:00:00Z')
    await units.ready()
    expect(units.status().cut).toEqual(first)
    clock.ms = Date.parse('2026-12-05T12:00:00Z')
    await units.ready()
    const second = units.status().cut!
    const { snapshot, release } = snapshots.acquire()
    release()
    expect(second.version).toBe(snapshot.version)
    expect(second.version).not.toBe(first.version)
    expect(await cuts()).toMatchObject([{ month: '2026-11' }, { month: '2026-12' }])
  })

  it('are kept from every hand, and of another database are none', async () => {
    await record('a')
    await server.engine.units.ready()
    const { knex } = server.database
    await expect(knex('unit_cut').delete()).rejects.toThrow(/append_only|refused/)
    await knex('city').update({ epoch: knex.raw('gen_random_uuid()') })
    await record('b')
    expect(server.engine.units.status().cut).toBeNull()
  })

  it('are computed anew from what is left when incidents are erased', async () => {
    await record('a')
    await server.engine.units.ready()
    const id = ((await server.database.knex('incident').first('id')) as { id: number }).id
    await server.storage.repositories.erasures.eraseIncident(id)
    await server.engine.snapshots.refresh()
    expect(await cuts()).toEqual([{ month: '2026-11', purges: 1 }])
    expect(server.engine.units.status().cut!.purges).toBe(1)
  })
})
