import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedSha256 } from '../../server/reviews/review-seal.ts'
import type { ReviewEvent } from '../../server/reviews/review.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { leftovers } from './remaining-bytes.ts'
import { olderEnded } from './older-ended.ts'
import { DAY_MS, NOW } from './purge-rows.ts'

const SALT = '0f0e0d0c0b0a09080706050403020100'
const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString()

describe.each(databasesUnderTest)('evidence erased by the purge on the $kind database', ({ open }) => {
  let db: TestDatabase
  const markers = {
    left: Buffer.from('"lämnad-4711"'),
    replaced: Buffer.from('"utbytt-4711"'),
    sealed: Buffer.from('"förseglad-4711"'),
    salt: Buffer.from(SALT, 'hex'),
  }
  const evidence = (marker: Buffer, computedAt: string, version = 1) => ({
    version,
    snapshotVersion: '0'.repeat(32),
    visible: '10:12:11',
    epoch: '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b',
    computedAt,
    evidence: marker.toString(),
    sha256: hash('sha256', marker),
    surroundings: marker.toString(),
  })
  const event = (revision: number, daysAgo: number, more: Partial<ReviewEvent> = {}): ReviewEvent =>
    ({
      kind: 'moved',
      detail: { note: null },
      state: 'draft',
      revision,
      at: at(daysAgo),
      actor: 'account/1',
      actorName: null,
      ...more,
    }) as ReviewEvent
  const opened = async (daysAgo: number, marker: Buffer) => {
    const start = event(1, daysAgo, { kind: 'opened', detail: {} })
    const review = { proposalId: null, createdAt: at(daysAgo) }
    return (await db.repositories.reviews.open(review, start, evidence(marker, at(daysAgo)))).id
  }
  const erase = () =>
    db.repositories.erasures.erase({
      asOfMs: NOW,
      nowMs: NOW,
      signal: new AbortController().signal,
      onStep: () => {},
    })

  beforeAll(async () => {
    db = await open()
    const { reviews } = db.repositories
    await opened(366, markers.left)
    await opened(364, Buffer.from('"ung"'))
    const again = await opened(400, markers.replaced)
    const computed = event(2, 10, { kind: 'computed', detail: { version: 2 } })
    await reviews.append(again, computed, { evidence: evidence(Buffer.from('"ny"'), at(10), 2) })
    const old = await opened(1900, markers.sealed)
    const text = markers.sealed.toString()
    await reviews.append(old, event(2, 1899, { state: 'screening' }))
    await reviews.append(old, event(3, 1827, { state: 'evidence_locked' }), {
      seal: { version: 1, salt: SALT, sha256: sealedSha256(SALT, text) },
    })
  })
  afterAll(() => db?.close())

  it('is counted first: of idle drafts, of replaced versions, and of reviews filed long ago', async () => {
    const found = await leftovers(db, markers)
    for (const name of ['left', 'replaced', 'sealed'])
      expect(
        found.filter((line) => line.includes(`: ${name}`)),
        name,
      ).not.toEqual([])
    const counted = await db.repositories.erasures.count(NOW)
    expect(counted).toMatchObject({ drafts: 2, evidence: 1 })
    expect(await erase()).toEqual(counted)
    const kept = await db.knex('review_evidence').orderBy('review_id').pluck('evidence')
    expect(kept).toEqual(['"ung"', '"ny"'])
  })

  it('is in no table, index, data file or dump afterwards, while the seal’s hash stays', async () => {
    await olderEnded(db)
    expect(await db.repositories.erasures.reclaim('rewrite')).toEqual({
      notRewritten: [],
      openTransactions: 0,
    })
    expect(await leftovers(db, markers)).toEqual([])
    const seals = await db.knex('review_seal').select('salt', 'sha256')
    expect(seals).toEqual([{ salt: null, sha256: sealedSha256(SALT, markers.sealed.toString()) }])
    expect(await db.knex('review_event')).toHaveLength(7)
  })
})
