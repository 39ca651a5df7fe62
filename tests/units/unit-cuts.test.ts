import { beforeEach, describe, expect, it } from 'vitest'
import { openEngine } from '../../server/composition/engine.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { SILENT } from '../../server/platform/log.ts'
import { SETTINGS } from '../../server/engine/snapshot/incident.ts'
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

  async function record(externalId: string, change: Parameters<typeof sampleIncident>[0] = {}) {
    const { sources, incidents } = server.storage.repositories
    await sources.save(SAMPLE_SOURCE)
    await incidents.insert([sampleIncident({ externalId, ...change })])
    await server.engine.snapshots.refresh()
  }

  it('disclose nothing until there is a disclosable incident, then at once, in the same month', async () => {
    const { units } = server.engine
    const analyst = await server.as('analyst')
    const none = { cut: null, nextMs: null, byHand: false }
    await units.ready()
    expect(units.status()).toEqual(none)
    await record('in a dwelling', { settingCode: SETTINGS.indexOf('dwelling') })
    await units.ready()
    expect(units.status()).toEqual(none)
    expect(problemOf(await analyst('POST', '/api/unit-cuts')).code).toBe('conflict')
    await record('a')
    expect(await analyst('POST', '/api/unit-cuts')).toMatchObject({ status: 201 })
    expect(units.status().cut).toMatchObject({ madeAtMs: clock.ms, purges: 0 })
    await record('b')
    await units.ready()
    expect(await cuts()).toEqual([
      { month: '2026-11', purges: 0 },
      { month: '2026-11', purges: 0 },
    ])
  })

  it('are one a month, for concurrent requests on several servers', async () => {
    await record('a')
    const pool = sharedWorkers()
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

  it('follow month by month, each as of its time', async () => {
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

  it('cannot be changed, and are absent in another database', async () => {
    await record('a')
    await server.engine.units.ready()
    const { knex } = server.database
    await expect(knex('unit_cut').delete()).rejects.toThrow(/append_only|refused/)
    await knex('city').update({ epoch: knex.raw('gen_random_uuid()') })
    await record('b')
    expect(server.engine.units.status().cut).toBeNull()
  })

  it('are recomputed from the remaining rows when incidents are erased', async () => {
    await record('a')
    await server.engine.units.ready()
    const id = ((await server.database.knex('incident').first('id')) as { id: number }).id
    await server.storage.repositories.erasures.eraseIncident(id)
    await server.engine.snapshots.refresh()
    expect(await cuts()).toEqual([{ month: '2026-11', purges: 1 }])
    expect(server.engine.units.status().cut!.purges).toBe(1)
  })
})
