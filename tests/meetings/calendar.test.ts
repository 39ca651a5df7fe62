import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('the calendar of an account on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let partner: Call
  let anyone: Call
  let own = 0
  let foreign = 0
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
    coordinator = await server.as('coordinator')
    partner = await server.as('partner')
    anyone = await server.as('public')
  })
  afterAll(() => server?.close())

  const plan = async (areaId: number, more: object = {}) =>
    (
      await coordinator('POST', '/api/meetings', {
        body: { areaId, forum: 'place', heldOn: '2026-03-26', ...more },
      })
    ).body
  const change = (id: number, revision: number, body: object) =>
    coordinator('PATCH', `/api/meetings/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
  const addressOf = async (as: Call) => {
    const { pathname, search } = new URL((await as('POST', '/api/calendar-feed')).body.url)
    return pathname + search
  }
  /** The events by UID, read by another program's parser without a session. */
  const eventsAt = async (address: string) => {
    const { status, headers, body } = await anyone('GET', address)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    for (const line of String(body).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const calendar = new ICAL.Component(ICAL.parse(body))
    const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
    return new Map(events.map((event) => [event.uid.split('@')[0], event]))
  }

  it('has meetings at their hour, before and after the clocks change, or of a whole day', async () => {
    const winter = await plan(own, { startsAt: '09:30', lastsMinutes: 90 })
    const summer = await plan(own, { heldOn: '2026-04-02', startsAt: '09:30' })
    const whole = await plan(own, { heldOn: '2026-12-31' })
    const events = await eventsAt(await addressOf(partner))
    const times = (id: number) => {
      const { startDate, endDate } = events.get(`meeting-${id}`)!
      return [startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()]
    }
    expect(times(winter.id)).toEqual(['2026-03-26T08:30:00.000Z', '2026-03-26T10:00:00.000Z'])
    expect(times(summer.id)).toEqual(['2026-04-02T07:30:00.000Z', '2026-04-02T08:30:00.000Z'])
    const { startDate, endDate } = events.get(`meeting-${whole.id}`)!
    expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([
      true,
      '2026-12-31',
      '2027-01-01',
    ])
  })

  it('keeps the UID of a meeting that is moved and then cancelled, and counts its changes', async () => {
    const { id } = await plan(own, { startsAt: '13:00' })
    const address = await addressOf(coordinator)
    const before = (await eventsAt(address)).get(`meeting-${id}`)!
    await change(id, 1, { heldOn: '2026-03-27', startsAt: '14:00' })
    const moved = (await eventsAt(address)).get(`meeting-${id}`)!
    expect([before.uid, before.sequence, moved.uid, moved.sequence]).toEqual([before.uid, 0, before.uid, 1])
    expect(moved.startDate.toJSDate().toISOString()).toBe('2026-03-27T13:00:00.000Z')
    expect((await change(id, 2, { cancelled: true })).body.state).toBe('cancelled')
    const gone = (await eventsAt(address)).get(`meeting-${id}`)!
    expect([gone.component.getFirstPropertyValue('status'), gone.sequence]).toEqual(['CANCELLED', 2])
    const closing = await coordinator('POST', `/api/meetings/${id}/closing`, { body: { nextOn: null } })
    expect(closing.status).toBe(409)
  })

  it('shows a partner no meeting of other places or for authorities, and can be limited to one place', async () => {
    const shown = await plan(own)
    const elsewhere = await plan(foreign)
    const secret = await plan(own, { audience: 'authorities' })
    const events = await eventsAt(await addressOf(partner))
    expect([shown, elsewhere, secret].map(({ id }) => events.has(`meeting-${id}`))).toEqual([
      true,
      false,
      false,
    ])
    const all = await eventsAt(`${await addressOf(coordinator)}&area=${foreign}`)
    expect([...all.keys()]).toEqual([`meeting-${elsewhere.id}`])
  })

  it('is closed by a new address, by revoking, and with the account', async () => {
    const first = await addressOf(partner)
    const second = await addressOf(partner)
    expect((await anyone('GET', first)).status).toBe(404)
    expect((await anyone('GET', second)).status).toBe(200)
    expect((await partner('GET', '/api/calendar-feed')).body.madeAt).not.toBeNull()
    expect((await partner('DELETE', '/api/calendar-feed')).status).toBe(204)
    expect((await partner('GET', '/api/calendar-feed')).body.madeAt).toBeNull()
    expect((await anyone('GET', second)).status).toBe(404)
    const third = await addressOf(partner)
    const { accountId } = await server.people.of('partner')
    await server.storage.repositories.people.update(accountId, { disabled: true })
    expect((await anyone('GET', third)).status).toBe(404)
    await server.storage.repositories.people.update(accountId, { disabled: false })
  })
})
