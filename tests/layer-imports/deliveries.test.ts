import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HEADER, MAPPING, openRegisterCity, PARKEN, TORGET } from '../support/cities/register-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type Json, problemOf } from '../support/serving/api-client.ts'

describe.each(databasesUnderTest)('deliveries of a register on $kind', (database) => {
  let city: Awaited<ReturnType<typeof openRegisterCity>>
  beforeAll(async () => {
    city = await openRegisterCity(database)
  })
  afterAll(() => city.close())
  beforeEach(() => city.empty())

  it('are imported with the values of each row and the common values, and are visible at once', async () => {
    const { status, body } = await city.take(MAPPING, HEADER + TORGET + PARKEN)
    expect([status, body.import]).toMatchObject([
      200,
      { kind: 'cameras', register: 'cameras', state: 'done', rowsRead: 2, added: 2, rejected: 0 },
    ])
    const { body: listed } = await city.call('GET', '/api/cameras')
    expect(
      listed.features.map(({ geometry, properties }: Json) => [geometry.coordinates, properties]),
    ).toEqual([
      [
        [expect.closeTo(18.065, 6), expect.closeTo(59.3325, 6)],
        {
          name: 'Torget',
          operator: 'Staden',
          purpose: 'Trygghet på torget',
          contact: null,
          directionDegrees: 45,
          viewDegrees: null,
          rangeMetres: 70,
          status: 'active',
          hours: null,
          retentionDays: null,
          legalBasis: null,
          balancingReference: null,
          balancingSummary: null,
          revision: 1,
        },
      ],
      [
        expect.anything(),
        expect.objectContaining({ directionDegrees: 180, rangeMetres: 45.5, status: 'planned' }),
      ],
    ])
  })

  it('add nothing when the same file is sent again, and store no import for it', async () => {
    await city.take(MAPPING, HEADER + TORGET + PARKEN)
    const again = await city.take(MAPPING, HEADER + TORGET + PARKEN, 'another-name.csv')
    expect(again.body).toMatchObject({ import: null, added: 0, revised: 0, unchanged: 2 })
    expect((await city.cameras()).map(({ revision }) => revision)).toEqual([1, 1])
    expect(await city.count('layer_import')).toBe(1)
  })

  it('revise a feature whose row has changed, and keep values that a person has added to the feature', async () => {
    await city.take(MAPPING, HEADER + TORGET + PARKEN)
    const { body: before } = await city.call('GET', '/api/cameras')
    const [torget] = before.features
    const filled = { ...torget, properties: { ...torget.properties, balancingReference: 'EXS-1' } }
    const headers = { 'if-match': '"1"' }
    const put = await city.call('PUT', `/api/cameras/${torget.id}`, { body: filled, headers })
    expect([put.status, put.body.properties.revision]).toEqual([200, 2])
    const changed = TORGET.replace('Torget', 'Stortorget')
    const { body } = await city.take(MAPPING, HEADER + changed + PARKEN)
    expect(body.import).toMatchObject({ added: 0, revised: 1, unchanged: 1 })
    expect(body.notices).toContainEqual(expect.objectContaining({ code: 'overwritten', kind: 'warning' }))
    const { body: after } = await city.call('GET', `/api/cameras/${torget.id}`)
    expect(after.properties).toMatchObject({ name: 'Stortorget', balancingReference: 'EXS-1', revision: 3 })
    const stale = await city.call('PUT', `/api/cameras/${torget.id}`, {
      body: filled,
      headers: { 'if-match': '"2"' },
    })
    expect(problemOf(stale).code).toBe('precondition-failed')
  })

  it('keep what a person has changed while the feature’s row is unchanged', async () => {
    await city.take(MAPPING, HEADER + TORGET)
    const [torget] = (await city.call('GET', '/api/cameras')).body.features
    const moved = { ...torget, properties: { ...torget.properties, rangeMetres: 30 } }
    await city.call('PUT', `/api/cameras/${torget.id}`, { body: moved, headers: { 'if-match': '"1"' } })
    expect((await city.take(MAPPING, HEADER + TORGET)).body).toMatchObject({
      import: null,
      unchanged: 1,
    })
    expect((await city.call('GET', `/api/cameras/${torget.id}`)).body.properties.rangeMetres).toBe(30)
  })

  it('do not restore a feature that a person has removed until the feature’s row changes', async () => {
    await city.take(MAPPING, HEADER + TORGET)
    const [torget] = (await city.call('GET', '/api/cameras')).body.features
    await city.call('DELETE', `/api/cameras/${torget.id}`)
    const same = await city.take(MAPPING, HEADER + TORGET)
    expect(same.body).toMatchObject({ import: null, unchanged: 1, notices: [{ code: 'removed-stays' }] })
    expect(await city.count('camera')).toBe(0)
    expect((await city.take(MAPPING, HEADER + TORGET.replace('70 m', '80 m'))).body).toMatchObject({
      added: 1,
    })
  })

  it('list the features that they lack, and close them only when the mapping says so', async () => {
    await city.take(MAPPING, HEADER + TORGET + PARKEN)
    const kept = await city.take(MAPPING, HEADER + TORGET)
    expect(kept.body).toMatchObject({
      import: null,
      absent: [{ name: 'Parken', outcome: 'kept' }],
      notices: [{ code: 'absent', en: expect.stringContaining('Parken') }],
    })
    expect((await city.cameras()).map(({ status }) => status)).toEqual(['planned', 'active'])
    const closed = await city.take({ ...MAPPING, missing: 'close' }, HEADER + TORGET)
    expect(closed.body.import).toMatchObject({ absent: 1, closed: 1, unchanged: 1 })
    expect((await city.cameras()).map(({ status }) => status)).toEqual(['removed', 'active'])
    const again = await city.take(MAPPING, HEADER + TORGET + PARKEN)
    expect(again.body.import).toMatchObject({ revised: 1, unchanged: 1 })
    expect((await city.cameras()).map(({ status }) => status)).toEqual(['planned', 'active'])
  })

  it('close nothing while a rejected row without an id may be the missing feature', async () => {
    await city.take(MAPPING, HEADER + TORGET + PARKEN)
    const broken = `${TORGET},Parken,,,,,planerad\n`
    const { body } = await city.take({ ...MAPPING, missing: 'close' }, HEADER + broken)
    expect(body).toMatchObject({ import: null, closed: 0, rejected: { 'no-position': 1 } })
    expect(body.notices.map(({ code }: Json) => code)).toContain('not-closed')
    const named = `${TORGET}K2,Parken,,,,,planerad\n`
    expect((await city.take({ ...MAPPING, missing: 'close' }, HEADER + named)).body).toMatchObject({
      absent: [],
      closed: 0,
    })
  })

  it('are compared only with earlier deliveries of the same register', async () => {
    await city.take(MAPPING, HEADER + TORGET)
    const { body } = await city.take({ ...MAPPING, register: 'SL', missing: 'close' }, HEADER + PARKEN)
    expect(body).toMatchObject({ added: 1, absent: [], closed: 0 })
    expect(await city.count('camera')).toBe(2)
  })
})
