import { hash } from 'node:crypto'
import { sealedSha256 } from '../../../../server/reviews/review-seal.ts'
import type { ReviewEvent, ReviewEventContent, ReviewState } from '../../../../server/reviews/review.ts'
import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

const AT = '2026-03-01T12:00:00.000Z'
const SALT = '000102030405060708090a0b0c0d0e0f'
const EVIDENCE = {
  version: 1,
  snapshotVersion: '0123456789abcdef0123456789abcdef',
  visible: '10:12:11',
  epoch: '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b',
  computedAt: AT,
  evidence: '{}',
  sha256: hash('sha256', '{}'),
  surroundings: 'null',
}
const DOCUMENT = {
  stage: 'locked',
  text: '{"version":2,"figures":null}',
  sha256: hash('sha256', '{"version":2,"figures":null}'),
  footprint: '{"type":"Polygon","coordinates":[]}',
} as const

const event = (revision: number, state: ReviewState, content: ReviewEventContent): ReviewEvent => ({
  ...content,
  revision,
  state,
  at: AT,
  actor: 'account/3',
  actorName: 'Vera',
})
const moved = (revision: number, state: ReviewState) =>
  event(revision, state, { kind: 'moved', detail: { note: null } })

export async function reviews({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const reviews = recorder.of('reviews', repositories.reviews)
  const opened = event(1, 'draft', { kind: 'opened', detail: {} })
  const { id } = await reviews.open({ proposalId: null, createdAt: AT }, opened, EVIDENCE)
  const computed = event(2, 'draft', { kind: 'computed', detail: { version: 2 } })
  await reviews.append(id, computed, { evidence: { ...EVIDENCE, version: 2 } })
  await reviews.append(id, moved(3, 'screening'))
  const seal = { version: 2, salt: SALT, sha256: sealedSha256(SALT, EVIDENCE.evidence) }
  await reviews.append(id, moved(4, 'evidence_locked'), { seal, publicDocument: DOCUMENT })
  await reviews.find(id)
  await reviews.listForProposal(1)
  await reviews.latest(2)
  await reviews.evidence(id)
  await reviews.seal(id)
  await reviews.publicDocument(id)
  await reviews.publicDocument(id, 'locked')
  await reviews.earlierDocuments()
  await reviews.publishedDocuments()
  await reviews.publishedSoFar()
  const links = recorder.of('consultationLinks', repositories.consultationLinks)
  const made = { at: AT, by: 'account/3', name: 'Vera' }
  const link = await links.insert(
    { reviewId: id, number: 1, question: 'Vad ser ni?', lastDay: '2026-04-01', made },
    'hash',
  )
  await links.findByHash('hash')
  await links.find(link.id)
  await links.list(id)
  await links.revoke(link.id, made)
}
