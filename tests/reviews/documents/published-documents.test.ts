import { describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import type { ReviewEvent, StoredDocument, StoredReview } from '../../../server/reviews/review.ts'
import { createDocumentService } from '../../../server/reviews/documents/document-service.ts'
import { squareArea } from '../../support/cities/release-city.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'

const X = 674_000
const Y = 6_580_000
const PLACES = [squareArea(1, 'place', [X, Y, 100, 100]), squareArea(2, 'place', [X + 500, Y, 100, 100])]
/** Lies on the first place. */
const DOCUMENT: StoredDocument = {
  id: 31,
  reviewId: 7,
  stage: 'decided',
  createdAt: '2026-01-01T00:00:00.000Z',
  text: '{}',
  sha256: '',
  footprint: JSON.stringify(squareArea(0, 'place', [X + 50, Y + 50, 100, 100]).planar),
}

const event = (revision: number, content: object) =>
  ({
    revision,
    state: 'decided',
    at: '2026-01-01T00:00:00.000Z',
    actor: 'account/1',
    actorName: null,
    ...content,
  }) as ReviewEvent
const OPENED = event(1, { kind: 'opened' })
const PUBLISHED = event(2, { kind: 'published', detail: { stage: 'decided' } })
const WITHDRAWN = event(3, { kind: 'withdrawn', detail: { reason: 'An error.' } })

/** The service over one review with these events, in a city where many others may be published. */
function serviceOver(...events: readonly ReviewEvent[]) {
  const snapshot = makeSnapshot({ rows: [], layers: { areas: PLACES } })
  const review: StoredReview = { id: 7, proposalId: 1, createdAt: OPENED.at, events }
  return createDocumentService({
    reviews: {
      publishedDocuments: () => Promise.reject(new Error('All public documents were read.')),
      find: async (id) => (id === review.id ? review : null),
      publicDocument: async (id, stage) => (id === review.id && stage === DOCUMENT.stage ? DOCUMENT : null),
    },
    snapshots: { acquire: () => ({ snapshot, release: () => {} }) },
  })
}

const partnerOf = (...placeIds: readonly number[]) => audienceOfRole('partner', placeIds)

describe('the public document of a review', () => {
  it('is readable, once published, by staff and by partners whose place it touches', async () => {
    const { find } = serviceOver(OPENED, PUBLISHED)
    expect(await find(7, audienceOfRole('planner'))).toBe(DOCUMENT)
    expect(await find(7, partnerOf(2, 1))).toBe(DOCUMENT)
  })

  it('is not found by other partners, nor under the id of another review', async () => {
    const { find } = serviceOver(OPENED, PUBLISHED)
    await expect(find(7, partnerOf(2))).rejects.toMatchObject({ code: 'not-found' })
    await expect(find(8, audienceOfRole('planner'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is not found before publication and after withdrawal', async () => {
    for (const events of [[OPENED], [OPENED, PUBLISHED, WITHDRAWN]]) {
      const { find } = serviceOver(...events)
      await expect(find(7, audienceOfRole('analyst'))).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
