import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const EVIDENCE = '{"findings":[],"note":"å \\u0000 \u{1F6B2}"}'

const review = (proposalId: number | null) => ({
  proposalId,
  snapshotVersion: '0123456789abcdef0123456789abcdef',
  visible: '10:12:11',
  epoch: '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b',
  state: 'open',
  createdAt: '2026-03-01T12:00:00.000Z',
  evidence: EVIDENCE,
  sha256: hash('sha256', EVIDENCE),
})

describe.each(databasesUnderTest)('reviews on the $kind database', ({ open }) => {
  let db: TestDatabase
  let proposalId: number
  beforeAll(async () => {
    db = await open()
    const planar = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    }
    const properties = { title: 'Eken', description: null, caseNumber: null }
    proposalId = (await db.repositories.features.insert('proposals', { planar, properties })).id
  })
  afterAll(() => db?.close())

  it('come back byte for byte, by id and by proposal', async () => {
    const { reviews } = db.repositories
    const stored = await reviews.insert(review(proposalId))
    expect(stored).toEqual({ id: stored.id, ...review(proposalId) })
    expect(await reviews.find(stored.id)).toEqual(stored)
    await reviews.insert(review(null))
    expect(await reviews.listForProposal(proposalId)).toEqual([stored])
    expect(await reviews.find(9_999_999)).toBeNull()
  })

  it('are refused when the hash is not that of the evidence', async () => {
    const forged = { ...review(null), evidence: `${EVIDENCE} ` }
    await expect(db.repositories.reviews.insert(forged)).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('are never changed, and their proposal stays', async () => {
    await db.repositories.reviews.insert(review(proposalId))
    await expect(db.knex('review').update({ state: 'other' })).rejects.toThrow(/refused/)
    const removal = db.repositories.features.remove('proposals', proposalId, null)
    await expect(removal).rejects.toMatchObject({ code: 'conflict' })
  })
})
