import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logDisclosure } from '../../db/releases/disclosure-log.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const REQUEST = { wanted: 'Anmälda stölder vid torget under 2025', receivedOn: '2026-05-20' }
const CONFLICT = [
  409,
  'attackedWith',
  'something was published or given out since you saw what the figures would disclose: try them again, and decide then',
]
const STORED = [200, undefined, undefined]

describe.each(databasesUnderTest)('a decision to give figures out, on $kind', (database) => {
  let server: TestServer
  let coordinator: Call
  let registrar: Call
  let district = 0
  beforeAll(async () => {
    const clock = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
    server = await startTestServer({ database, srid: 3006, clock })
    const { features } = server.storage.repositories
    district = (await features.insert('areas', squareArea(0, 'district', [X, Y, 2000, 2000]))).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
    registrar = await server.as('registrar')
  })
  afterAll(() => server?.close())

  const change = (by: Call, { id, revision }: Json, body: object) =>
    by('PATCH', `/api/records-requests/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
  const prepared = async (count: number): Promise<Json> => {
    const period = { from: '2025-01-01', to: '2025-12-31' }
    const counted = { register: 'police', group: 'property', countedAs: 'as-released' }
    const figures = [{ areaId: district, ...period, ...counted, count }]
    const body = { areaId: district, ...REQUEST, figures }
    const request = (await coordinator('POST', '/api/records-requests', { body })).body
    return (await change(coordinator, request, { state: 'prepared' })).body
  }
  const attacked = async ({ id }: Json) =>
    (await registrar('POST', `/api/records-requests/${id}/attack`)).body.attackedWith
  const give = async (request: Json, attackedWith: Json) => {
    const { status, body } = await change(registrar, request, { state: 'given', attackedWith })
    return [status, body.problems?.[0]?.field, body.problems?.[0]?.rule]
  }
  const disclosures = () => server.storage.repositories.releases.disclosures()
  /** What a publication does in its last transaction. */
  const publish = async (known: number, meanwhile: () => Promise<void> = async () => {}) =>
    server.database.knex.transaction(async (trx) => {
      await logDisclosure(trx, known)
      await meanwhile()
    })

  it('is refused with words where something was published after its attack, and made after another one', async () => {
    const request = await prepared(7)
    const attackedWith = await attacked(request)
    await publish(await disclosures())
    expect(await give(request, attackedWith)).toEqual(CONFLICT)
    expect((await registrar('GET', '/api/records-requests')).body.items[0].state).toBe('prepared')
    expect(await give(request, await attacked(request))).toEqual(STORED)
  })

  it('waits for a publication that has begun to publish, and is refused once that is out', async () => {
    const request = await prepared(11)
    const attackedWith = await attacked(request)
    let outcome: readonly unknown[] | null = null
    let decision: Promise<unknown> = Promise.resolve()
    await publish(await disclosures(), async () => {
      decision = give(request, attackedWith).then((given) => (outcome = given))
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(outcome).toBe(null)
    })
    await decision
    expect(outcome).toEqual(CONFLICT)
  })

  it('is made once where several and a publication, all of the same attack, come at once', async () => {
    const requests = await Promise.all([13, 17, 19].map(prepared))
    const attacks = await Promise.all(requests.map(attacked))
    const known = await disclosures()
    const published = publish(known).then(
      () => STORED,
      () => CONFLICT,
    )
    const outcomes = await Promise.all([
      published,
      ...requests.map((request, k) => give(request, attacks[k])),
    ])
    expect(outcomes.filter(([status]) => status === 200)).toHaveLength(1)
    // The embedded database sends writers away when it is overloaded: those have stored nothing either.
    const refused = outcomes.filter(([status]) => status !== 200 && status !== 503)
    expect(refused).toEqual(refused.map(() => CONFLICT))
    expect(await disclosures()).toBe(known + 1)
  })

  it('rests on an attack of the request as it is, and of no other', async () => {
    const request = await prepared(29)
    const attackedWith = await attacked(request)
    const { body } = await change(coordinator, request, { wanted: 'Bara stölder av cyklar' })
    const unattacked = [
      409,
      'attackedWith',
      expect.stringContaining('see first what the figures would disclose'),
    ]
    expect(await give(body, attackedWith)).toEqual(unattacked)
    expect(await give(body, null)).toEqual(unattacked)
    expect(body.attackedWith).toBe(null)
    expect(await give(body, await attacked(body))).toEqual(STORED)
  })

  it('is refused with words where a border of its figures moved after its attack, and only then', async () => {
    const request = await prepared(31)
    const attackedWith = await attacked(request)
    const { features } = server.storage.repositories
    const moveTo = async (east: number, id: number, revision: number) => {
      await features.update('areas', id, revision, squareArea(id, 'district', [east, Y, 2000, 2000]))
      await server.engine.snapshots.refresh()
    }
    const elsewhere = squareArea(1, 'district', [X + 2000, Y, 2000, 2000])
    await moveTo(X + 2000, (await features.insert('areas', elsewhere)).id, 1)
    await moveTo(X + 10, district, 1)
    const moved = [409, 'attackedWith', expect.stringContaining('a border on the map moved')]
    expect(await give(request, attackedWith)).toEqual(moved)
    await moveTo(X, district, 2)
    expect(await give(request, attackedWith)).toEqual(STORED)
  })
})
