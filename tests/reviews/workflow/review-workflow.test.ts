import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../server/engine/hashes/canonical-json.ts'
import { type Json, problemOf } from '../../support/serving/api-client.ts'
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

/** A city like the demo's, but open to changes. */
const INCIDENTS = 6000
describe.each(databasesUnderTest)('a review in its workflow ($kind)', (kind) => {
  let server: TestServer
  let planner: Call
  /** The planner, whose reviews the coordinator locks. */
  let pair: Call
  let coordinator: Call
  let analyst: Call
  let partner: Call

  beforeAll(async () => {
    server = await startTestServer({ database: kind, townIncidents: INCIDENTS })
    ;[planner, coordinator, analyst, partner] = await Promise.all([
      server.as('planner'),
      server.as('coordinator'),
      server.as('analyst'),
      server.as('partner'),
    ])
    pair = lockedBy(planner, coordinator)
  })
  afterAll(() => server?.close())

  const page = async (call: Call, path: string) => (await call('GET', path)).body as string

  it('goes from draft to follow-up, each step with actor and time', async () => {
    let review = await moved(pair, await opened(planner), 'screening', 'evidence_locked', 'consultation')
    const requested = { party: 'Polisen', askedOn: '2026-03-01' }
    review = (await step(planner, review, 'POST', 'consultations', requested)).body
    const answered = { number: 1, answeredOn: '2026-03-15', summary: 'Inget att invända.' }
    review = (await step(planner, review, 'POST', 'consultations', answered)).body
    expect(review.consultations).toEqual([
      {
        number: 1,
        party: 'Polisen',
        askedOn: '2026-03-01',
        answeredOn: '2026-03-15',
        summary: 'Inget att invända.',
      },
    ])
    review = await moved(planner, review, 'weighing')
    review = (await step(planner, review, 'PUT', 'weighing', WEIGHING)).body
    review = (await move(planner, review, 'decided', { decision: 'support_with_conditions', note: REASON }))
      .body
    review = await moved(planner, review, 'followed_up')
    expect(review.steps.map(({ state, actorName }: Json) => `${state}: ${actorName}`)).toEqual([
      'draft: Test planner',
      'screening: Test planner',
      'evidence_locked: Test coordinator',
      'consultation: Test planner',
      'weighing: Test planner',
      'decided: Test planner',
      'followed_up: Test planner',
    ])
    expect(review.steps.every(({ at }: Json) => at > '2026')).toBe(true)
    expect(review).toMatchObject({ state: 'followed_up', outcome: REASON, next: [] })
    const { handling: publicDocument, sha256 } = (await planner('GET', `/api/reviews/${review.id}/handling`))
      .body
    expect(publicDocument).toMatchObject({
      stage: 'followed_up',
      decided: { decision: 'support_with_conditions', conditions: WEIGHING.conditions },
    })
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(publicDocument)).not.toContain('Inget att invända.')
  })

  it('takes a step only from the revision that was read', async () => {
    const review = await opened(planner)
    const stale = await move(planner, { ...review, revision: 9 }, 'screening')
    expect(problemOf(stale).code).toBe('precondition-failed')
    const blind = await planner('POST', `/api/reviews/${review.id}/state`, { body: { to: 'screening' } })
    expect(problemOf(blind).code).toBe('precondition-required')
    const skipping = await move(pair, review, 'evidence_locked')
    expect(problemOf(skipping).code).toBe('conflict')
  })

  it('allows recomputing evidence before the lock and never after', async () => {
    let review = await opened(planner)
    const anew = await step(planner, review, 'POST', 'evidence', { ringMetres: [200] })
    expect(anew.status).toBe(200)
    const { evidence } = (await planner('GET', `/api/reviews/${review.id}`)).body
    expect(evidence.provenance.query.ringMetres).toEqual([200])
    review = await moved(pair, anew.body, 'screening', 'evidence_locked')
    expect(problemOf(await step(planner, review, 'POST', 'evidence', {})).code).toBe('conflict')
    expect(problemOf(await move(planner, review, 'screening')).code).toBe('conflict')
  })

  it('publishes a salted hash, whose salt only analysts get', async () => {
    const open = await opened(planner, 3)
    const review = await moved(pair, open, 'screening', 'evidence_locked')
    const own = (await planner('GET', `/api/reviews/${review.id}`)).body
    expect(own.salt).toBeUndefined()
    const { salt, sealedSha256 } = (await analyst('GET', `/api/reviews/${review.id}`)).body
    const again = await moved(pair, await opened(planner, 3), 'screening', 'evidence_locked')
    const other = (await analyst('GET', `/api/reviews/${again.id}`)).body
    expect([salt, other.salt]).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/),
      expect.not.stringMatching(salt),
    ])
    const stored = await server.storage.repositories.reviews.evidence(review.id)
    const hash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(stored!.evidence)
    expect(hash.digest('hex')).toBe(sealedSha256)
    const { handling: publicDocument } = (await planner('GET', `/api/reviews/${review.id}/handling`)).body
    expect(publicDocument.annex).toEqual({ ...LOCKING.annex, sha256: sealedSha256 })
    expect(JSON.stringify(publicDocument)).not.toContain(sha256Hex(stored!.evidence))
    const verified = (await analyst('POST', `/api/reviews/${review.id}/verification`)).body
    expect(verified).toMatchObject({ agrees: true, sealIntact: true })
  })

  it('has no public document before the lock, and its page shows no figure', async () => {
    const review = await opened(planner)
    expect(problemOf(await planner('GET', `/api/reviews/${review.id}/handling`)).code).toBe('conflict')
    const shown = await page(planner, `/reviews/${review.id}`)
    expect(shown).toContain('upprättas när underlaget låses')
    expect(shown).not.toContain('<table')
  })

  it('may be changed by its owner and analysts, read by all staff, and is not found for partners', async () => {
    const review = await opened(planner)
    expect(problemOf(await move(coordinator, review, 'screening')).code).toBe('forbidden')
    expect((await coordinator('GET', `/api/reviews/${review.id}`)).body.mayEdit).toBe(false)
    expect((await move(analyst, review, 'screening')).status).toBe(200)
    const foreign = problemOf(await partner('GET', `/api/reviews/${review.id}`))
    const absent = problemOf(await partner('GET', '/api/reviews/999999'))
    expect({ ...foreign, requestId: '' }).toEqual({ ...absent, requestId: '' })
  })

  it('hides analysts’ figures from planners, and no others', async () => {
    const shared = await opened(analyst)
    expect((await planner('GET', `/api/reviews/${shared.id}`)).body.sha256).toMatch(/^[0-9a-f]{64}$/)
    const [source] = (await analyst('GET', '/api/sources')).body.items
    const declare = (audiences: readonly string[]) =>
      analyst('PUT', `/api/sources/${source.id}`, { body: { ...source, audiences } })
    expect((await declare(['analyst'])).status).toBe(200)
    await server.engine.snapshots.refresh()
    const review = await opened(analyst)
    expect((await declare(source.audiences)).status).toBe(200)
    await server.engine.snapshots.refresh()
    const { evidence, sha256 } = (await planner('GET', `/api/reviews/${review.id}`)).body
    expect([evidence, sha256]).toEqual([null, null])
    const face = await planner('GET', `/reviews/${review.id}?face=annex`)
    expect(problemOf(face).code).toBe('forbidden')
    expect(problemOf(await planner('POST', `/api/reviews/${review.id}/verification`)).code).toBe('forbidden')
  })

  it('is published after the decision to staff and partners concerned, withdrawn, and published again with a reason', async () => {
    let review = await moved(
      pair,
      await opened(planner, 1, { from: '2023-11-01', to: '2024-02-01' }),
      'screening',
      'evidence_locked',
      'consultation',
      'weighing',
    )
    expect(problemOf(await step(coordinator, review, 'POST', 'publication')).code).toBe('conflict')
    review = (await step(planner, review, 'PUT', 'weighing', WEIGHING)).body
    review = (await move(planner, review, 'decided', { decision: 'object', note: REASON })).body
    expect(problemOf(await step(planner, review, 'POST', 'publication')).code).toBe('forbidden')
    review = (await step(coordinator, review, 'POST', 'publication')).body
    expect(review.published).toMatchObject({ stage: 'decided' })
    const path = `/api/handlings/${review.id}`
    expect((await planner('GET', '/api/handlings')).body.items.map(({ id }: Json) => id)).toContain(review.id)
    expect((await planner('GET', path)).body.handling.decided.decision).toBe('object')
    const outside = problemOf(await partner('GET', path))
    expect({ ...outside, detail: '', requestId: '' }).toEqual({
      ...problemOf(await partner('GET', '/api/handlings/999999')),
      detail: '',
      requestId: '',
    })
    await bindPartnerTo(1)
    expect((await partner('GET', path)).status).toBe(200)
    expect(await page(partner, `/handlings/${review.id}`)).toContain('Avstyrks')
    const reason = encodeURIComponent('fel dnr')
    review = (await step(coordinator, review, 'DELETE', `publication?reason=${reason}`)).body
    expect(review.published).toBeNull()
    expect(problemOf(await partner('GET', path)).code).toBe('not-found')
    expect(review.withdrawn).toMatchObject({ reason: 'fel dnr' })
    expect(problemOf(await step(coordinator, review, 'POST', 'publication'))).toMatchObject({
      code: 'unprocessable',
      problems: [{ field: 'reason' }],
    })
    const again = `publication?reason=${encodeURIComponent('rätt dnr')}`
    review = (await step(coordinator, review, 'POST', again)).body
    expect(review).toMatchObject({ published: { reason: 'rätt dnr' }, withdrawn: null })
    expect((await partner('GET', path)).status).toBe(200)
  })

  /** Gives the partner a place with a proposal's outline. */
  async function bindPartnerTo(proposalId: number): Promise<void> {
    const { features, people } = server.storage.repositories
    const { proposals } = await features.readAll()
    const { planar } = proposals.find(({ id }) => id === proposalId)!
    const properties = {
      kind: 'place' as const,
      name: 'Torget',
      validFrom: null,
      validTo: null,
      residents: null,
      visitors: null,
      exposureSource: null,
      derived: false,
    }
    const place = await features.insert('areas', { planar, properties })
    const organisation = await people.insertOrganisation({ name: 'Torghandlarna', placeIds: [place.id] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    await server.engine.snapshots.refresh()
    await expect.poll(async () => (await partner('GET', '/api/session')).body.user.places).toHaveLength(1)
  }
})
