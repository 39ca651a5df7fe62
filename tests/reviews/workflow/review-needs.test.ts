import { PERSPECTIVES } from '../../../server/platform/perspectives.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TRADE_OFFS } from '../../../server/reviews/review.ts'
import { createApiClient, type Json, problemOf } from '../../support/serving/api-client.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import {
  type Call,
  lockedBy,
  move,
  moved,
  opened,
  REASON,
  step,
  WEIGHING,
  LOCKING,
} from '../../support/review-steps.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

describe.each(databasesUnderTest)('a review with requirements for its steps ($kind)', (database) => {
  let server: TestServer
  let daysLater = 0
  let planner: Call
  /** The planner, whose reviews the coordinator locks. */
  let pair: Call
  let coordinator: Call
  let analyst: Call

  beforeAll(async () => {
    const clock = { nowMs: () => Date.now() + daysLater * 86_400_000 }
    server = await startTestServer({ database, townIncidents: 500, clock })
    planner = await server.as('planner')
    coordinator = await server.as('coordinator')
    analyst = await server.as('analyst')
    pair = lockedBy(planner, coordinator)
  })
  afterAll(() => server?.close())

  it('is refused a decision until nothing is missing, field by field', async () => {
    const review = await moved(
      pair,
      await opened(planner, 2),
      'screening',
      'evidence_locked',
      'consultation',
      'weighing',
    )
    const refused = problemOf(await move(planner, review, 'decided', { decision: 'support' }))
    expect(refused.code).toBe('unprocessable')
    expect(refused.problems.map(({ field }) => field)).toEqual([
      ...TRADE_OFFS.map((key) => `tradeOffs.${key}`),
      ...PERSPECTIVES.map((key) => `perspectives.${key}`),
    ])
    expect(review.next).toEqual([{ to: 'decided', missing: expect.any(Array) }])
    const early = problemOf(await move(planner, review, 'followed_up', { decision: 'support' }))
    expect(early).toMatchObject({ code: 'invalid-body', problems: [{ field: 'decision' }] })
  })

  it('is locked by another person than its writer, and published by one unless a board decided', async () => {
    let review = await moved(coordinator, await opened(coordinator), 'screening')
    expect([review.mayEdit, review.mayLock]).toEqual([true, false])
    const refused = await move(coordinator, review, 'evidence_locked', LOCKING)
    expect([refused.status, problemOf(refused).code]).toEqual([403, 'second-person'])
    review = await moved(analyst, review, 'evidence_locked')
    review = await moved(coordinator, review, 'consultation', 'weighing')
    review = (await step(coordinator, review, 'PUT', 'weighing', WEIGHING)).body
    const board = { name: 'Stadsbyggnadsnämnden', decidedOn: '2026-02-27', section: 41 }
    const decided = async (more: object) =>
      (await move(coordinator, review, 'decided', { decision: 'support', ...more })).body
    const early = problemOf(await move(coordinator, review, 'followed_up', { board }))
    expect(early).toMatchObject({ code: 'invalid-body', problems: [{ field: 'board' }] })
    review = await decided({ board })
    expect([review.decision.board, review.mayPublish]).toEqual([board, true])
    expect((await step(coordinator, review, 'POST', 'publication')).status).toBe(200)
    expect((await analyst('GET', `/reviews/${review.id}`)).body).toContain('Stadsbyggnadsnämnden')
    review = await moved(
      coordinator,
      (await coordinator('GET', `/api/reviews/${review.id}`)).body,
      'followed_up',
    )
    const alone = await step(coordinator, review, 'POST', 'publication')
    expect(problemOf(alone).code).toBe('second-person')
    expect((await step(analyst, review, 'POST', 'publication')).status).toBe(200)
  })

  it('needs a case number before the lock, a reason to consult nobody, and grounds to object', async () => {
    const screened = await moved(planner, await opened(planner, 3), 'screening')
    expect(screened.next[0]).toMatchObject({
      to: 'evidence_locked',
      missing: [{ field: 'caseNumber' }, { field: 'annex' }],
    })
    const unnumbered = problemOf(await move(coordinator, screened, 'evidence_locked'))
    expect(unnumbered).toMatchObject({
      code: 'unprocessable',
      problems: [{ field: 'caseNumber' }, { field: 'annex' }],
    })
    let review = (await move(coordinator, screened, 'evidence_locked', { ...LOCKING, caseNumber: 'Dnr 7' }))
      .body
    expect([review.state, review.caseNumber]).toEqual(['evidence_locked', 'Dnr 7'])
    review = await moved(planner, review, 'consultation')
    const unsaid = problemOf(await move(planner, review, 'weighing', { note: 'Nej.' }))
    expect(unsaid).toMatchObject({ code: 'unprocessable', problems: [{ field: 'note' }] })
    review = await moved(planner, review, 'weighing')
    review = (await step(planner, review, 'PUT', 'weighing', WEIGHING)).body
    const lacksReason = problemOf(await move(planner, review, 'decided', { decision: 'object' }))
    expect(lacksReason).toMatchObject({ code: 'unprocessable', problems: [{ field: 'note' }] })
    review = (await move(planner, review, 'decided', { decision: 'object', note: REASON })).body
    const { handling: publicDocument } = (await planner('GET', `/api/reviews/${review.id}/handling`)).body
    expect([publicDocument.caseNumber, publicDocument.decided.note]).toEqual(['Dnr 7', REASON])
  })

  it('of a campaign needs no trade-offs, which the document states with the irrelevant perspectives', async () => {
    let review = await moved(pair, await opened(planner, 3), 'screening', 'evidence_locked', 'consultation')
    review = await moved(planner, review, 'weighing')
    const perspectives = { ...WEIGHING.perspectives, lgbtq: null }
    const weighed = { subject: 'communication', tradeOffs: {}, perspectives }
    review = (await step(planner, review, 'PUT', 'weighing', weighed)).body
    expect(review.next).toEqual([{ to: 'decided', missing: [{ field: 'decision', rule: 'is required' }] }])
    review = (await move(planner, review, 'decided', { decision: 'support' })).body
    expect([review.state, review.weighing.perspectives.lgbtq]).toEqual(['decided', null])
    const sv = (await planner('GET', `/reviews/${review.id}`)).body
    expect(sv).toContain('Det som har prövats: Kommunikation')
    expect(sv).toContain('inget fysiskt ändras')
    expect(sv).toContain('<dt>Hbtq</dt><dd>Inte relevant här.</dd>')
    const en = (await planner('GET', `/reviews/${review.id}?lang=en`)).body
    expect(en).toContain('<dt>LGBTQ</dt><dd>Not relevant here.</dd>')
  })

  it('has a checklist that points at what the review has, until the lock freezes it with its version', async () => {
    let review = await opened(planner, 3)
    const path = `/api/reviews/${review.id}/checklist`
    const { checklist, citable } = (await planner('GET', path)).body
    const finding = citable.find(({ kind }: Json) => kind === 'finding')
    const restsOn = [{ kind: finding.kind, id: finding.id }]
    const given = { response: 'partly', text: 'Tunneln är mörk.', restsOn }
    const fill = (responses: object, version = checklist.version) =>
      step(planner, review, 'PUT', 'checklist', { version, responses })
    const refusals = [
      await fill({}, 'botryggt2030-0'),
      await fill({ 'colour-1': given }),
      await fill({ 'lighting-1': { ...given, restsOn: [{ kind: 'need', id: 4711 }] } }),
      await fill({ 'lighting-1': { ...given, text: 'Ring 070-123 45 67.' } }),
      await fill({ 'lighting-1': { response: 'maybe' } }),
    ].map(problemOf)
    expect(refusals.map(({ code, problems }) => [code, problems[0]?.field])).toEqual([
      ['unprocessable', 'version'],
      ['unprocessable', 'responses.colour-1'],
      ['unprocessable', 'responses.lighting-1.restsOn'],
      ['invalid-body', 'responses.lighting-1.text'],
      ['invalid-body', 'responses.lighting-1.response'],
    ])
    const first = await fill({ 'lighting-1': given })
    expect([first.status, first.body.checklist.responses['lighting-1']]).toEqual([200, given])
    expect(problemOf(await fill({})).code).toBe('precondition-failed')
    review = await moved(pair, first.body, 'screening', 'evidence_locked')
    expect(problemOf(await fill({})).code).toBe('conflict')
    const { handling } = (await planner('GET', `/api/reviews/${review.id}/handling`)).body
    expect(handling.checklist).toMatchObject({
      version: checklist.version,
      aspects: [{ name: { sv: 'Belysning' } }],
    })
    expect(JSON.stringify(handling.checklist)).not.toContain(finding.id)
    const [paper, annex] = [
      (await planner('GET', `/reviews/${review.id}`)).body,
      (await planner('GET', `/reviews/${review.id}?face=annex`)).body,
    ]
    for (const page of [paper, annex]) expect(page).toContain('jämnt belysta')
    expect(paper).toContain('Tunneln är mörk.')
    expect(annex).toContain('Iakttagelse i underlaget')
    expect(paper).not.toContain('Iakttagelse i underlaget')
  })

  it('takes the response of a party by its link, once, and tells why it takes none', async () => {
    let review = await moved(pair, await opened(planner, 3), 'screening', 'evidence_locked', 'consultation')
    for (const party of ['Lokalpolisområdet', 'Fastighetsägarna'])
      review = (await step(planner, review, 'POST', 'consultations', { party, askedOn: '2026-03-01' })).body
    const path = `/api/reviews/${review.id}/consultation-links`
    const day = (days: number) =>
      new Date(server.storage.clock.nowMs() + days * 86_400_000).toISOString().slice(0, 10)
    const make = (number: number, lastDay: string, who: Call = planner) =>
      who('POST', path, { body: { number, question: 'Vad ser ni?', lastDay } })
    expect((await make(1, day(9), coordinator)).status).toBe(403)
    expect(problemOf(await make(3, day(9))).problems[0]!.field).toBe('number')
    expect(problemOf(await make(1, day(-2))).problems[0]!.field).toBe('lastDay')
    const tokenOf = (made: { readonly body: Json }): string => made.body.url.split('/consultation#')[1]
    const first = tokenOf(await make(1, day(9)))
    const token = tokenOf(await make(1, day(9)))
    expect(JSON.stringify((await planner('GET', path)).body)).not.toContain(token)

    const anybody = createApiClient(server.url)
    const open = (of: string) => anybody('POST', '/api/consultation-links/opening', { body: { token: of } })
    const respond = (of: string, text: string) =>
      anybody('POST', '/api/consultation-links/response', { body: { token: of, text } })
    expect((await open(first)).body.state).toBe('revoked')
    expect((await open('x'.repeat(43))).status).toBe(404)
    const known = (await open(token)).body
    expect(known).toMatchObject({ state: 'open', party: 'Lokalpolisområdet', question: 'Vad ser ni?' })
    expect(known.map.sv).toContain('<svg')
    expect(problemOf(await respond(token, 'Ring 070-123 45 67.')).code).toBe('invalid-body')

    const both = await Promise.all([respond(token, 'Inget att invända.'), respond(token, 'Jo.')])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410])
    const kept = (await planner('GET', `/api/reviews/${review.id}`)).body
    const text = both[0].status === 201 ? 'Inget att invända.' : 'Jo.'
    expect(kept.consultations[0]).toMatchObject({ party: 'Lokalpolisområdet', summary: text })
    expect(kept.consultations[0].answeredOn).not.toBeNull()
    expect((await open(token)).body).toMatchObject({ state: 'used', map: null })
    expect(problemOf(await respond(token, 'Igen.')).code).toBe('gone')

    const second = await make(2, day(9))
    const revoked = await planner('POST', `/api/consultation-links/${second.body.link.id}/revocation`)
    expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked'])
    expect(problemOf(await respond(tokenOf(second), 'Hej.')).code).toBe('gone')
    const last = tokenOf(await make(2, day(9)))
    daysLater = 10
    expect((await open(last)).body).toMatchObject({ state: 'expired', map: null })
    expect(problemOf(await respond(last, 'För sent.')).code).toBe('gone')
    daysLater = 0
    review = await moved(planner, kept, 'weighing')
    review = (await step(planner, review, 'PUT', 'weighing', WEIGHING)).body
    expect((await move(planner, review, 'decided', { decision: 'support' })).status).toBe(200)
    expect((await open(last)).body.state).toBe('closed')
  })
})
