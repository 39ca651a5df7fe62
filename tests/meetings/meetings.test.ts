import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('meetings of a place on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let partner: Call
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
  })
  afterAll(() => server?.close())

  const plan = async (areaId: number, heldOn: string, more: object = {}) =>
    (await coordinator('POST', '/api/meetings', { body: { areaId, forum: 'place', heldOn, ...more } })).body
  const decide = async (areaId: number, what: string, more: object = {}) =>
    (
      await coordinator('POST', '/api/commitments', {
        body: { areaId, what, who: 'Trafikkontoret', ...more },
      })
    ).body

  it('close with minutes of decisions and open commitments, and create the next meeting', async () => {
    const attendees = [{ organisation: 'Polisen', function: 'kommunpolis' }]
    const first = await plan(own, '2026-03-05', { attendees })
    await decide(own, 'Byt lampor i gångtunneln', { meetingId: first.id, dueOn: '2026-03-12' })
    await decide(own, 'Klipp buskarna vid lekplatsen')
    const closed = await coordinator('POST', `/api/meetings/${first.id}/closing`, {
      body: { nextOn: '2026-03-12' },
    })
    expect(closed.status).toBe(200)
    expect(closed.body.meeting).toMatchObject({
      state: 'closed',
      minutes: {
        nextOn: '2026-03-12',
        decisions: [{ what: 'Byt lampor i gångtunneln', who: 'Trafikkontoret', dueOn: '2026-03-12' }],
        remaining: [{ what: 'Klipp buskarna vid lekplatsen', dueOn: null }],
      },
    })
    expect(closed.body.next).toMatchObject({ heldOn: '2026-03-12', state: 'planned', attendees })
    const again = await coordinator('POST', `/api/meetings/${first.id}/closing`, { body: { nextOn: null } })
    expect([again.status, again.body.code]).toEqual([409, 'conflict'])
    const late = await coordinator('POST', '/api/commitments', {
      body: { areaId: own, meetingId: first.id, what: 'Efteråt', who: 'X' },
    })
    expect(late.status).toBe(409)
    const next = (await coordinator('GET', `/api/meetings/${closed.body.next.id}`)).body
    expect(next.agenda.since).toBe('2026-03-05')
    expect(next.agenda.open.map(({ what }: { what: string }) => what)).toEqual([
      'Byt lampor i gångtunneln',
      'Klipp buskarna vid lekplatsen',
    ])
  })

  it('refuse a next meeting on the day of the meeting or before it, and change nothing', async () => {
    const { id } = await plan(own, '2026-04-02')
    const refused = await coordinator('POST', `/api/meetings/${id}/closing`, {
      body: { nextOn: '2026-04-02' },
    })
    expect([refused.status, refused.body.problems[0].field]).toEqual([422, 'nextOn'])
    expect((await coordinator('GET', `/api/meetings/${id}`)).body.state).toBe('planned')
  })

  it('hide authorities’ items and other places from a partner', async () => {
    const open = await decide(own, 'Flytta papperskorgen')
    const closed = await decide(own, 'Riktad insats på fredag', { audience: 'authorities' })
    const elsewhere = await decide(foreign, 'Laga grinden')
    const meeting = await plan(foreign, '2026-05-07')
    const { items } = (await partner('GET', '/api/commitments')).body
    const ids = items.map(({ id }: { id: number }) => id)
    expect(ids).toContain(open.id)
    expect(ids).not.toContain(closed.id)
    expect(ids).not.toContain(elsewhere.id)
    for (const hidden of [closed.id, elsewhere.id]) {
      const patched = await partner('PATCH', `/api/commitments/${hidden}`, {
        body: { done: true },
        headers: { 'if-match': '"1"' },
      })
      expect(patched.status).toBe(404)
    }
    expect((await partner('GET', `/api/meetings/${meeting.id}`)).status).toBe(404)
    const made = await partner('POST', '/api/commitments', {
      body: { areaId: foreign, what: 'x', who: 'y' },
    })
    expect([made.status, made.body.problems[0].field]).toEqual([409, 'areaId'])
    const secret = await partner('POST', '/api/commitments', {
      body: { areaId: own, what: 'x', who: 'y', audience: 'authorities' },
    })
    expect(secret.status).toBe(403)
  })

  it('show whether a commitment is late, moved or done, and who changed it', async () => {
    const { id, status } = await decide(own, 'Måla om tunneln', { dueOn: '2020-01-10' })
    expect(status).toBe('late')
    const change = (revision: number, body: object) =>
      partner('PATCH', `/api/commitments/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
    expect((await change(1, { dueOn: '2100-01-10' })).body).toMatchObject({
      status: 'moved',
      movedFrom: '2020-01-10',
      dueOn: '2100-01-10',
    })
    const lost = await change(1, { what: 'Något annat' })
    expect([lost.status, lost.body.code]).toEqual([412, 'precondition-failed'])
    expect((await change(2, { done: true })).body.status).toBe('done')
    const { items } = (await coordinator('GET', `/api/commitments/${id}/history`)).body
    expect(items.map((state: { done: boolean; dueOn: string }) => [state.dueOn, state.done])).toEqual([
      ['2020-01-10', false],
      ['2100-01-10', false],
      ['2100-01-10', true],
    ])
  })

  it('refuse an area that is neither place nor district, naming the field', async () => {
    const { status, body } = await coordinator('POST', '/api/meetings', {
      body: { areaId: 999_999, forum: 'est', heldOn: '2026-03-05' },
    })
    expect([status, body.problems[0].field]).toEqual([409, 'areaId'])
  })
})
