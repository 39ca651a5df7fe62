import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { placeContents, publishAsIs } from '../support/published-releases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const SURVEY = {
  indicator: 'safe-outdoors-at-night',
  wave: '2025',
  group: 'women',
  percent: 61,
  marginPercent: 4,
  answers: 400,
  source: 'Trygghetsmätningen',
  publishedOn: null,
}

describe.each(databasesUnderTest)('evidence by pointing on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let partner: Call
  let [place, problem, hidden] = [0, 0, 0]
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features, releases, surveys, people, observations } = server.storage.repositories
    place = (await features.insert('areas', squareArea(0, 'place', [X, Y, 400, 400]))).id
    const district = await features.insert('areas', squareArea(1, 'district', [X - 500, Y - 500, 2000, 2000]))
    await server.engine.snapshots.refresh()
    await publishAsIs(releases, placeContents(place, '2025-01-06', 15))
    await surveys.replaceWaves([{ ...SURVEY, areaId: district.id }])
    for (const [k, seenAt] of ['2026-03-03T20:00Z', '2026-03-14T20:00Z', '2026-03-16T20:00Z'].entries())
      await observations.insert(
        {
          reportId: String(k).padStart(32, '0'),
          areaId: place,
          kind: 'darkness',
          position: null,
          seenAt: new Date(seenAt).toISOString(),
          linkId: null,
          text: 'Grannen såg allt',
          reported: { at: new Date(seenAt).toISOString(), by: 'account/1', name: null },
        },
        10,
      )
    const { id: organisationId } = await people.insertOrganisation({ name: 'Handlarna', placeIds: [place] })
    await people.update((await server.people.of('partner')).accountId, { organisationId })
    server.people.renew('partner')
    coordinator = await server.as('coordinator')
    partner = await server.as('partner')
    const make = async (more: object) =>
      (
        await coordinator('POST', '/api/problems', {
          body: { areaId: place, title: 'Mörkt', subject: 'people', ...more },
        })
      ).body.id
    problem = await make({})
    hidden = await make({ audience: 'authorities' })
  })
  afterAll(() => server?.close())

  const attach = (pointer: object, more: object = {}, by = coordinator) =>
    by('POST', '/api/evidence', { body: { areaId: place, partOf: problem, pointer, ...more } })
  const field = ({ status, body }: Json) => [status, body.problems?.[0]?.field]
  const { indicator, wave, group } = SURVEY

  it('freezes released figures, survey figures and counts of observations, and no texts of observations', async () => {
    const { released, surveys } = (await partner('GET', `/api/areas/${place}/citable-figures`)).body
    expect(released.map(({ count }: Json) => count)).toEqual([15])
    expect(surveys[0]).toMatchObject({ percent: 61, marginPercent: 4 })
    const { series, register, group: reported, period } = released[0]
    const figure = await attach({ kind: 'release', series, register, group: reported, period })
    expect(figure.body).toMatchObject({ frozen: { value: 15 }, exists: true })
    const asked = await attach({ kind: 'survey', indicator, wave, group }, {}, partner)
    expect(asked.body.frozen).toMatchObject({ value: 61, margin: 4, version: '2025' })
    const weeks = { observed: 'darkness', from: '2026-03-02', to: '2026-03-15' }
    const seen = await attach({ kind: 'observations', ...weeks })
    expect(seen.body.frozen.value).toBe(2)
    const listed = await partner('GET', `/api/evidence?area=${place}`)
    expect(listed.body.items).toHaveLength(3)
    expect(JSON.stringify(listed.body)).not.toContain('Grannen')
  })

  it('keeps the value of a figure that no longer exists, and marks the figure as missing', async () => {
    const { surveys } = server.storage.repositories
    const [known] = await surveys.list()
    const { body } = await attach({ kind: 'survey', indicator, wave, group })
    await surveys.replaceWaves([{ ...known!, group: 'men' }])
    const { items } = (await coordinator('GET', `/api/evidence?area=${place}`)).body
    expect(items.find(({ id }: Json) => id === body.id)).toMatchObject({
      exists: false,
      frozen: { value: 61 },
    })
  })

  it.each([
    ['a figure that there is not', { kind: 'survey', indicator: 'no-such', wave, group }, 'pointer'],
    [
      'weeks in which nothing was seen',
      { kind: 'observations', observed: 'litter', from: '2026-03-02', to: '2026-03-08' },
      'pointer',
    ],
    [
      'part of a week, which would tell days',
      { kind: 'observations', observed: 'darkness', from: '2026-03-03', to: '2026-03-03' },
      'pointer',
    ],
    [
      'a week that is not over',
      { kind: 'observations', observed: 'darkness', from: '2026-06-01', to: '2026-06-07' },
      'to',
    ],
  ])('is refused for %s', async (_, pointer, name) => {
    expect(field(await attach(pointer))).toEqual([409, name])
  })

  it('about an item for authorities alone must be for authorities alone', async () => {
    const document = { kind: 'document', address: 'dnr 2026/7' }
    expect(field(await attach(document, { partOf: hidden }))).toEqual([409, 'audience'])
    const own = { partOf: hidden, audience: 'authorities' }
    const { body } = await attach(document, own)
    const listed = (await partner('GET', `/api/evidence?area=${place}`)).body.items
    expect(listed.some(({ id }: Json) => id === body.id)).toBe(false)
    expect(field(await attach(document, { partOf: hidden }, partner))).toEqual([409, 'partOf'])
  })
})
