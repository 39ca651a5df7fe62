import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_HOURLY } from '../../server/observations/observation-service.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

/** Calls that the embedded database takes at once. */
const AT_ONCE = 3
const NOON = Date.parse('2026-03-12T12:00:00Z')

describe.each(databasesUnderTest)('observations on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let partner: Call
  let anyone: Call
  let own = 0
  let foreign = 0
  let district = 0
  let nowMs = NOON
  let reports = 0
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock: { nowMs: () => nowMs }, signIn: null })
    const { features, people } = server.storage.repositories
    const insert = async (kind: 'place' | 'district', x: number, width: number) =>
      (await features.insert('areas', squareArea(0, kind, [X + x, Y, width, 400]))).id
    own = await insert('place', 0, 400)
    foreign = await insert('place', 5000, 400)
    district = await insert('district', -500, 2000)
    const square = { type: 'Point' as const, coordinates: [X + 130, Y + 100] }
    await features.replaceContext([{ kind: 'place_name', name: 'Torget', rank: 3, planar: square }])
    await server.engine.snapshots.refresh()
    const organisation = await people.insertOrganisation({ name: 'Handlarna', placeIds: [own] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    anyone = await server.as('public')
    await moveTo(NOON)
  })
  afterAll(() => server?.close())

  /** Sets the clock; whoever was signed in is so anew. */
  const moveTo = async (ms: number) => {
    nowMs = ms
    for (const role of ['coordinator', 'partner'] as const) server.people.renew(role)
    coordinator = await server.as('coordinator')
    partner = await server.as('partner')
  }
  const newId = () => (++reports).toString(16).padStart(32, '0')
  const makeLink = async (label = 'Entrén', areaId = own) =>
    (await coordinator('POST', '/api/report-links', { body: { areaId, label } })).body
  const tokenOf = ({ url }: { url: string }) => url.split('#')[1]!
  const report = (call: Call, body: object) =>
    call('POST', 'token' in body ? '/api/link-observations' : '/api/observations', {
      body: { reportId: newId(), kind: 'litter', ...body },
    })
  const at = (x: number, y = Y + 100) => {
    const [lon, lat] = server.storage.projection.toWgs84(X + x, y)
    return { lon, lat }
  }

  it('are reported by a link without an account, and show their outcome to the holder of the receipt', async () => {
    const made = await makeLink()
    expect(made.url).toMatch(/^http:\/\/[^?]+\/report#[\w-]{43}$/)
    expect(made.qr).toMatch(/^<svg/)
    const token = tokenOf(made)
    const places = await anyone('POST', '/api/report-links/opening', { body: { token } })
    expect(places.body).toMatchObject({ areas: [{ id: own }], label: 'Entrén', cityReportUrl: null })
    expect(places.body.ground.outline[0].length).toBe(5)
    expect(places.body.ground.spots.map(({ name }: { name: string }) => name)).toEqual(['Torget'])
    const reportId = newId()
    const sent = await report(anyone, {
      token,
      reportId,
      kind: 'darkness',
      text: 'Lampan vid porten',
      position: at(100),
    })
    const receipt = { reportId, kind: 'darkness', seenOn: '2026-03-12', state: 'received', outcome: null }
    expect([sent.status, sent.body]).toEqual([201, { ...receipt, changedOn: '2026-03-12' }])
    const { groups } = (await coordinator('GET', `/api/observations?area=${own}`)).body
    expect(groups[0][0]).toMatchObject({
      text: 'Lampan vid porten',
      areaName: 'place 0',
      near: 'Torget',
      revision: 1,
    })
    expect(groups[0][0].position.lon).toBeCloseTo(at(100).lon, 6)
    expect(groups[0][0].position.lat).toBeCloseTo(at(100).lat, 6)
    const { id } = groups[0][0]
    const path = `/api/observations/${id}`
    const change = (revision: number, body: object) =>
      coordinator('PATCH', path, { body, headers: { 'if-match': `"${revision}"` } })
    expect((await change(1, { state: 'forwarded', outcome: 'Till Trafikkontoret' })).status).toBe(200)
    const lost = await change(1, { state: 'fixed' })
    expect([lost.status, lost.body.code]).toEqual([412, 'precondition-failed'])
    await moveTo(NOON + 86_400_000)
    expect((await change(2, { state: 'fixed', outcome: 'Lampan är bytt' })).status).toBe(200)
    await moveTo(NOON)
    const after = await anyone('GET', `/api/receipts/${reportId}`)
    expect(after.body).toEqual({
      ...receipt,
      state: 'fixed',
      outcome: 'Lampan är bytt',
      changedOn: '2026-03-13',
    })
    const { items } = (await coordinator('GET', `${path}/history`)).body
    expect(items.map((one: { state: string; outcome: string }) => [one.state, one.outcome])).toEqual([
      ['received', null],
      ['forwarded', 'Till Trafikkontoret'],
      ['fixed', 'Lampan är bytt'],
    ])
  })

  it('are stored once however often the same report is sent, at once or after its link was revoked', async () => {
    const made = await makeLink('Ofta')
    const body = { token: tokenOf(made), reportId: newId(), kind: 'vandalism', minutesAgo: 90 }
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => report(anyone, body)))
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
    expect(answers.filter(({ status }) => status === 200 || status === 201).length).toBe(AT_ONCE)
    await coordinator('POST', `/api/report-links/${made.link.id}/revocation`)
    expect((await report(anyone, body)).status).toBe(200)
    const { groups } = (await coordinator('GET', `/api/observations?area=${own}`)).body
    const stored = groups.flat().filter(({ kind }: { kind: string }) => kind === 'vandalism')
    expect(stored.map(({ seenAt }: { seenAt: string }) => seenAt)).toEqual(['2026-03-12T11:30+01:00'])
  })

  it('are refused, each with its reason, by a link that is unknown, cut short, revoked or copied too often', async () => {
    const made = await makeLink('Spärrad')
    const token = tokenOf(made)
    const codeOf = async (given: string) => {
      const { status, body } = await report(anyone, { token: given })
      return [status, body.code]
    }
    expect(await codeOf('x'.repeat(43))).toEqual([404, 'not-found'])
    expect(await codeOf(token.slice(0, 20))).toEqual([404, 'not-found'])
    expect(
      (await coordinator('POST', `/api/report-links/${made.link.id}/revocation`)).body.revokedAt,
    ).not.toBeNull()
    expect(await codeOf(token)).toEqual([410, 'gone'])
    const places = await anyone('POST', '/api/report-links/opening', { body: { token } })
    expect([places.status, places.body.code]).toEqual([410, 'gone'])
    expect((await anyone('GET', '/api/report-places')).status).toBe(401)
    expect((await report(anyone, { areaId: own })).status).toBe(401)

    const copied = tokenOf(await makeLink('Kopierad'))
    const statuses = new Map<number, number>()
    for (let k = 0; k < MAX_HOURLY + 9; k += AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => report(anyone, { token: copied })),
      )
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([
      [201, MAX_HOURLY],
      [429, 9],
    ])
    const refused = await report(anyone, { token: copied })
    expect([refused.body.code, refused.headers.get('retry-after')]).toEqual(['rate-limited', '3600'])
    await moveTo(NOON + 3_600_000)
    expect((await report(anyone, { token: copied })).status).toBe(201)
    await moveTo(NOON)
  })

  it('are refused with personal data, too long a text or a position outside their place', async () => {
    const token = tokenOf(await makeLink('Regler'))
    const named = await report(anyone, { token, text: 'Ring 070-123 45 67' })
    expect([named.status, named.body.problems[0]]).toMatchObject([400, { field: 'text' }])
    expect(named.body.problems[0].rule).toContain('a phone number: 070-123 45 67')
    const far = await report(anyone, { token, position: at(3000) })
    expect([far.status, far.body.problems[0].field]).toEqual([422, 'position'])
    const near = await report(anyone, { token, position: at(450) })
    expect(near.status).toBe(201)
    const long = await report(anyone, { token, text: 'x'.repeat(201) })
    expect([long.status, long.body.problems[0].field]).toEqual([400, 'text'])
    const label = await coordinator('POST', '/api/report-links', { body: { areaId: own, label: 'abc123' } })
    expect([label.status, label.body.problems[0].field]).toEqual([400, 'label'])
  })

  it('are closed without a measure only with a reason', async () => {
    await report(partner, { areaId: own, kind: 'threat' })
    const { groups } = (await coordinator('GET', '/api/observations')).body
    const { id } = groups.flat().find(({ kind }: { kind: string }) => kind === 'threat')
    const change = (body: object) =>
      coordinator('PATCH', `/api/observations/${id}`, { body, headers: { 'if-match': '"1"' } })
    const refused = await change({ state: 'no-action' })
    expect([refused.status, refused.body.problems[0].field]).toEqual([422, 'outcome'])
    expect((await change({ state: 'no-action', outcome: 'Inget kvar när vi kom dit' })).status).toBe(200)
    const closed = (await coordinator('GET', '/api/observations?state=closed')).body.groups.flat()
    expect(closed.map((one: { id: number }) => one.id)).toContain(id)
  })

  it('are reported by partners about their own places alone, and read by coordinators alone', async () => {
    expect((await report(partner, { areaId: own })).status).toBe(201)
    const other = await report(partner, { areaId: foreign })
    expect([other.status, other.body.problems[0].field]).toEqual([409, 'areaId'])
    const places = (await partner('GET', '/api/report-places')).body
    expect([places.areas.map(({ id }: { id: number }) => id), places.ground === null]).toEqual([[own], false])
    expect((await coordinator('GET', '/api/report-places')).body).toMatchObject({
      areas: [{ id: district }, { id: own }, { id: foreign }],
      ground: null,
    })
    expect((await partner('GET', '/api/observations')).status).toBe(403)
    expect((await partner('GET', `/api/week-pictures/${own}`)).status).toBe(200)
    expect((await partner('GET', `/api/week-pictures/${foreign}`)).status).toBe(404)
  })

  it('of one kind within 50 m and a day of each other are grouped in the queue', async () => {
    const send = (kind: string, x: number, minutesAgo: number) =>
      report(coordinator, { areaId: foreign, kind, position: at(5000 + x), minutesAgo })
    await send('drug-dealing', 100, 10)
    await send('drug-dealing', 149, 60)
    await send('drug-dealing', 151, 20)
    await send('drug-dealing', 100, 1500)
    await send('disorder', 100, 10)
    await report(coordinator, { areaId: foreign, kind: 'disorder' })
    const { groups } = (await coordinator('GET', `/api/observations?area=${foreign}`)).body
    const sizes = groups.map((group: { kind: string }[]) => `${group.length} ${group[0]!.kind}`)
    expect(sizes.toSorted()).toEqual([
      '1 disorder',
      '1 disorder',
      '1 drug-dealing',
      '1 drug-dealing',
      '2 drug-dealing',
    ])
  })

  it('are counted for a week beside the eight before, for a district together with its places', async () => {
    await moveTo(Date.parse('2026-09-24T12:00:00Z'))
    const day = 24 * 60
    for (const days of [0, 3, 6, 7, 14, 40]) {
      await report(partner, { areaId: own, kind: 'deserted', minutesAgo: days * day })
    }
    const expected = [{ kind: 'deserted', week: 3, weeklyMean: 0.375 }]
    const picture = (await partner('GET', `/api/week-pictures/${own}`)).body
    expect(picture).toEqual({ areaId: own, from: '2026-09-18', to: '2026-09-24', kinds: expected })
    const whole = (await coordinator('GET', `/api/week-pictures/${district}?to=2026-09-24`)).body
    expect(whole.kinds).toEqual(expected)
    const elsewhere = (await coordinator('GET', `/api/week-pictures/${foreign}?to=2026-09-24`)).body
    expect(elsewhere.kinds).toEqual([])
    await moveTo(NOON)
  })
})
