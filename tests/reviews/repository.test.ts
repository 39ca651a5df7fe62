import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedSha256 } from '../../server/reviews/review-seal.ts'
import type {
  ReviewEvent,
  ReviewEventContent,
  ReviewState,
  StoredReview,
} from '../../server/reviews/review.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const EVIDENCE = '{"findings":[],"note":"å \\u0000 \u{1F6B2}"}'
const AT = '2026-03-01T12:00:00.000Z'
const SALT = '000102030405060708090a0b0c0d0e0f'
const MOVED: ReviewEventContent = { kind: 'moved', detail: { note: null } }

const evidence = (version = 1) => ({
  version,
  snapshotVersion: '0123456789abcdef0123456789abcdef',
  visible: '10:12:11',
  epoch: '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b',
  computedAt: AT,
  evidence: EVIDENCE,
  sha256: hash('sha256', EVIDENCE),
  surroundings: 'null',
})

const event = (revision: number, state: ReviewState, content: ReviewEventContent = MOVED): ReviewEvent => ({
  ...content,
  revision,
  state,
  at: AT,
  actor: 'account/3',
  actorName: 'Vera',
})

const publicDocument = (text = '{}') => ({
  stage: 'locked' as const,
  text,
  sha256: hash('sha256', text),
  footprint: '{"type":"Polygon","coordinates":[]}',
})

describe.each(databasesUnderTest)('reviews on the $kind database', ({ open }) => {
  let db: TestDatabase
  let proposalId: number
  beforeAll(async () => {
    db = await open()
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]
    const planar = { type: 'Polygon' as const, coordinates: [ring] }
    const properties = { title: 'Eken', description: null, caseNumber: null, createdBy: null }
    proposalId = (await db.repositories.features.insert('proposals', { planar, properties })).id
  })
  afterAll(() => db?.close())

  const openReview = (of: number | null = null): Promise<StoredReview> =>
    db.repositories.reviews.open(
      { proposalId: of, createdAt: AT },
      event(1, 'draft', { kind: 'opened', detail: {} }),
      evidence(),
    )
  /** A review led through states. */
  async function ledTo(...states: ReviewState[]): Promise<number> {
    const { id } = await openReview()
    for (const [k, state] of states.entries()) await db.repositories.reviews.append(id, event(k + 2, state))
    return id
  }
  const append = (
    id: number,
    ...rest: Parameters<typeof db.repositories.reviews.append> extends [number, ...infer R] ? R : never
  ) => db.repositories.reviews.append(id, ...rest)

  it('are read with events and evidence byte for byte, by id and by proposal', async () => {
    const { reviews } = db.repositories
    const stored = await openReview(proposalId)
    await openReview()
    expect(await reviews.find(stored.id)).toEqual(stored)
    expect(await reviews.listForProposal(proposalId)).toEqual([stored])
    expect(await reviews.evidence(stored.id)).toEqual({ reviewId: stored.id, ...evidence() })
    expect(await reviews.find(9_999_999)).toBeNull()
    expect(await reviews.seal(stored.id)).toBeNull()
    expect(await reviews.publicDocument(stored.id)).toBeNull()
  })

  it('are listed newest first', async () => {
    const [older, newer] = [await openReview(), await openReview()]
    const latest = await db.repositories.reviews.latest(2)
    expect(latest.map(({ id }) => id)).toEqual([newer.id, older.id])
  })

  it('are refused when the hash is not that of the evidence', async () => {
    const forged = { ...evidence(), evidence: `${EVIDENCE} ` }
    const opened = event(1, 'draft', { kind: 'opened', detail: {} })
    const forging = db.repositories.reviews.open({ proposalId: null, createdAt: AT }, opened, forged)
    await expect(forging).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('accept one event a revision, and refuse one of two concurrent changes', async () => {
    const { id } = await openReview()
    const both = await Promise.allSettled([
      append(id, event(2, 'screening')),
      append(id, event(2, 'screening')),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(append(id, event(9, 'draft'))).rejects.toMatchObject({ code: 'precondition-failed' })
    await expect(append(9_999_999, event(1, 'draft'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuse a forbidden step, whatever the statement', async () => {
    const { id } = await openReview()
    await expect(append(id, event(2, 'decided'))).rejects.toMatchObject({ code: 'unprocessable' })
    const locked = await ledTo('screening', 'evidence_locked')
    await expect(append(locked, event(4, 'screening'))).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('store versions of evidence until the lock and none after it', async () => {
    const { reviews } = db.repositories
    const { id } = await openReview()
    const computed = event(2, 'draft', { kind: 'computed', detail: { version: 2 } })
    await append(id, computed, { evidence: evidence(2) })
    expect((await reviews.evidence(id))?.version).toBe(2)
    const locked = await ledTo('screening', 'evidence_locked')
    const late = append(locked, event(4, 'consultation'), { evidence: evidence(2) })
    await expect(late).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('accept only the seal of their evidence', async () => {
    const { reviews } = db.repositories
    const id = await ledTo('screening')
    const seal = { version: 1, salt: SALT, sha256: sealedSha256(SALT, EVIDENCE) }
    const forged = { ...seal, salt: SALT.replace('0f', 'ff') }
    const forging = append(id, event(3, 'evidence_locked'), { seal: forged })
    await expect(forging).rejects.toMatchObject({ code: 'unprocessable' })
    await append(id, event(3, 'evidence_locked'), { seal })
    expect(await reviews.seal(id)).toEqual(seal)
  })

  it('change the publication version at each publication or withdrawal, and only then', async () => {
    const { publishedSoFar, append: add } = db.repositories.reviews
    const id = await ledTo('screening', 'evidence_locked', 'consultation', 'weighing', 'decided')
    const before = await publishedSoFar()
    await ledTo('screening')
    expect(await publishedSoFar()).toBe(before)
    await add(id, event(7, 'decided', { kind: 'published', detail: { stage: 'decided' } }))
    const published = await publishedSoFar()
    expect(published).not.toBe(before)
    await add(id, event(8, 'decided', { kind: 'withdrawn', detail: { reason: 'En uppgift var fel.' } }))
    expect([before, published]).not.toContain(await publishedSoFar())
  })

  it('list regions and groups of early documents only', async () => {
    const { reviews } = db.repositories
    const footprint = { type: 'Polygon', coordinates: [] }
    const file = async (document: object) => {
      const id = await ledTo('screening')
      await append(id, event(3, 'evidence_locked'), {
        publicDocument: publicDocument(JSON.stringify(document)),
      })
    }
    const figure = { zone: 1, register: 'police', group: 'order', count: 'few' }
    const zones = [0, 250].map((toMetres, zone) => ({ zone, fromMetres: 0, toMetres, hectares: 1 }))
    const span = { from: '2024-01-01T00:00:00.000Z', to: '2025-01-01T00:00:00.000Z' }
    await file({ ...span, zones, figures: [figure, { ...figure, group: 'people', count: 'withheld' }] })
    await file({ ...span, zones, figures: [{ ...figure, count: 'withheld' }] })
    await file({ version: 2, figures: null })
    const [fromMinute, toMinute] = [span.from, span.to].map((instant) => Date.parse(instant) / 60_000)
    expect(await reviews.earlierDocuments()).toEqual([
      { footprint, reachMetres: 250, fromMinute, toMinute, groups: ['order'] },
    ])
  })

  it.each(['review', 'review_event', 'review_evidence', 'review_seal', 'review_handling'])(
    'are never changed or removed: %s',
    async (table) => {
      await openReview(proposalId)
      await expect(db.knex.raw('DELETE FROM ??', [table])).rejects.toThrow(/refused/)
      await expect(db.knex.raw('TRUNCATE ?? CASCADE', [table])).rejects.toThrow(/refused/)
      const removal = db.repositories.features.remove('proposals', proposalId, null)
      await expect(removal).rejects.toMatchObject({ code: 'conflict' })
    },
  )
})
