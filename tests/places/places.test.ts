import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest } from '../support/databases.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { placeContents, publishAsIs } from '../support/published-releases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const step = (at: string) => ({ by: 'account/1', name: 'Åsa', at })

describe.each(databasesUnderTest)('places on the $kind database', (database) => {
  let server: TestServer
  let own: number
  let foreign: number
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    const { features, people } = server.storage.repositories
    const insert = async (x: number) =>
      (await features.insert('areas', squareArea(0, 'place', [X + x, Y, 400, 400]))).id
    own = await insert(0)
    foreign = await insert(1000)
    await server.engine.snapshots.refresh()
    const organisation = await people.insertOrganisation({ name: 'Handlarna', placeIds: [own] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    server.people.renew('partner')
  })
  afterAll(() => server?.close())

  const publish = (placeId: number, from: string, count: number, series = 'a') =>
    publishAsIs(server.storage.repositories.releases, placeContents(placeId, from, count, { series }))

  it('are a partner’s own, and all for staff', async () => {
    const partner = await server.as('partner')
    const planner = await server.as('planner')
    const idsOf = ({ body }: { body: { items: { id: number }[] } }) => body.items.map(({ id }) => id)
    expect(idsOf(await partner('GET', '/api/places'))).toEqual([own])
    expect(idsOf(await planner('GET', '/api/places'))).toEqual([own, foreign])
    expect((await partner('GET', `/api/places/${own}`)).body).toMatchObject({ name: `place 0` })
  })

  it('are not found by a partner of other places', async () => {
    const partner = await server.as('partner')
    for (const path of ['', '/release']) {
      const answers = [
        await partner('GET', `/api/places/${foreign}${path}`),
        await partner('GET', `/api/places/999${path}`),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404])
      const details = answers.map(({ body }) => body.detail.replace(/\d+/, '?'))
      expect(details[0]).toBe(details[1])
    }
  })

  it('show only their published figures, by four weeks', async () => {
    const partner = await server.as('partner')
    const empty = await partner('GET', `/api/places/${own}/release`)
    expect(empty.body).toMatchObject({ publishedAt: null, series: [] })
    await publish(own, '2024-10-28', 10)
    await publish(own, '2024-09-30', 5)
    await publish(own, '2024-11-25', 20, 'b')
    await publish(foreign, '2024-09-30', 40)
    const { body } = await partner('GET', `/api/places/${own}/release`)
    const tell = (series: {
      series: string
      figures: { zone: string; from: string; count: number | string }[]
    }) => [
      series.series,
      ...series.figures.filter(({ zone }) => zone === 'place').map(({ from, count }) => `${from} ${count}`),
    ]
    expect(body.series.map(tell)).toEqual([
      ['a', '2024-09-30 5', '2024-10-28 10'],
      ['b', '2024-11-25 20'],
    ])
    expect(body).toMatchObject({ place: { id: own }, publishedAt: '2025-01-03T00:00:00.000Z' })
  })

  it('no longer show withdrawn figures', async () => {
    const id = await publish(own, '2024-12-23', 30, 'b')
    const partner = await server.as('partner')
    const count = async () =>
      (await partner('GET', `/api/places/${own}/release`)).body.series.at(-1).figures.length
    expect(await count()).toBe(4)
    const { releases } = server.storage.repositories
    await releases.withdraw(id, { ...step('2025-01-04T00:00:00.000Z'), reason: 'a mistake' })
    expect(await count()).toBe(2)
  })
})
