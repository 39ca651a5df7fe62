import { hash } from 'node:crypto'
import type { ReleasePeriod } from '../../server/domain/release.ts'
import type { Json } from '../support/api-client.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { type Call, move, moved, opened, step, WEIGHING } from '../support/review-steps.ts'
import { type Ask, type Asks, feature, idOf, plain, type Scene } from './ask.ts'
import type { MatrixCity } from './matrix-city.ts'

/** Columns that record proposals and open reviews. */
const RECORDERS = ['planner', 'coordinator', 'analyst'] as const

/** Whose client makes the thing of a scene: the asker's own where he may make one, else a stranger's. */
async function makerOf({ city, who, thing }: Scene): Promise<Call> {
  const own = thing === 'own' && RECORDERS.some((recorder) => recorder === who)
  return own ? city.as(who) : city.stranger
}

const proposalDraft = (city: MatrixCity) => feature(city.ground.foreign, { title: `Hus ${city.next()}` })
const oneProposal: Ask = async (scene) => {
  const made = (await makerOf(scene))('POST', '/api/proposals', { body: proposalDraft(scene.city) })
  return { params: { id: idOf(await made) }, headers: { 'if-match': '"1"' } }
}

/** The review of each maker, in draft, of the town's own second proposal. */
const drafts = new WeakMap<MatrixCity, Map<string, Promise<Json>>>()
async function oneReview(scene: Scene): Promise<Json> {
  const { city, who, thing } = scene
  const byMaker = drafts.get(city) ?? new Map<string, Promise<Json>>()
  drafts.set(city, byMaker)
  const maker = thing === 'own' && RECORDERS.some((recorder) => recorder === who) ? who : 'stranger'
  if (!byMaker.has(maker))
    byMaker.set(
      maker,
      makerOf(scene).then((call) => opened(call, 2)),
    )
  const { id } = await byMaker.get(maker)!
  return (await city.analyst('GET', `/api/reviews/${id}`)).body
}
const onReview =
  (body?: (review: Json) => unknown): Ask =>
  async (scene) => {
    const review = await oneReview(scene)
    return {
      params: { id: review.id },
      headers: { 'if-match': `"${review.revision}"` },
      ...(body === undefined ? {} : { body: body(review) }),
    }
  }

/** A decided review of a proposal of the town; the first lies at the partner's place. */
const decided = new WeakMap<MatrixCity, Map<number, Promise<number>>>()
function decidedReview(city: MatrixCity, proposalId: number): Promise<number> {
  const known = decided.get(city) ?? new Map<number, Promise<number>>()
  decided.set(city, known)
  if (!known.has(proposalId)) known.set(proposalId, decide(city, proposalId))
  return known.get(proposalId)!
}
async function decide({ analyst }: MatrixCity, proposalId: number): Promise<number> {
  const states = ['screening', 'evidence_locked', 'consultation', 'weighing'] as const
  const review = await moved(analyst, await opened(analyst, proposalId), ...states)
  const weighed = (await step(analyst, review, 'PUT', 'weighing', WEIGHING)).body
  return idOf(await move(analyst, weighed, 'decided', { decision: 'support' }))
}

/** A decided review that is published, or is not. */
const withPublication = async (city: MatrixCity, proposalId: number, published: boolean) => {
  const id = await decidedReview(city, proposalId)
  const path = `/api/reviews/${id}`
  const review = (await city.analyst('GET', path)).body
  const headers = { 'if-match': `"${review.revision}"` }
  if ((review.published !== null) === published) return { params: { id }, headers }
  const search = published ? '' : '?reason=fel'
  const method = published ? 'POST' : 'DELETE'
  const changed = await city.analyst(method, `${path}/publication${search}`, { headers })
  idOf(changed)
  return { params: { id }, headers: { 'if-match': `"${changed.body.revision}"` } }
}
const PROPOSAL_OF: Readonly<Record<string, number>> = { own: 1, foreign: 2 }
const oneHandling: Ask = async ({ city, thing }) => ({
  params: (await withPublication(city, PROPOSAL_OF[thing] ?? 1, true)).params,
})

const onePlace: Ask = ({ city, thing }) => ({
  params: { id: thing === 'own' ? city.places.own : city.places.foreign },
})

const periodOf = (count: number): ReleasePeriod =>
  `${1900 + Math.floor(count / 4)}-Q${((count % 4) + 1) as 1 | 2 | 3 | 4}`

/** A release that was led to a state. */
const oneRelease =
  (state: 'prepared' | 'approved' | 'published'): Ask =>
  async (scene) => {
    const { city, who, thing } = scene
    const { releases } = city.server.storage.repositories
    const key = periodOf(city.next())
    const own = thing === 'own' && who !== 'public' && who !== 'key'
    const stepBy = (by: string) => ({ by, name: 'Åsa', at: '2026-06-01T12:00:00.000Z' })
    const { id } = await releases.insert({
      kind: 'public',
      key,
      placeId: null,
      snapshotVersion: '0'.repeat(32),
      contents: quarterContents(key),
      attack: { hidden: 0, atoms: 0, constraints: 0, breaches: [], hiddenBesides: 0 },
      prepared: stepBy(own ? await city.referenceOf(who) : 'account/999'),
    })
    if (state !== 'prepared') await releases.approve(id, stepBy('account/998'))
    if (state === 'published') {
      const everPublished = (await releases.summaries(['published', 'withdrawn'])).map((other) => other.id)
      const bytes = Buffer.from('{}')
      const files = [{ path: 'manifest.json', bytes, sha256: hash('sha256', bytes) }]
      await releases.publish(id, stepBy('account/998'), key, files, everPublished)
    }
    return { params: { id } }
  }

/** Proposals, reviews and what leaves of them; places and releases. */
export const REVIEW_ASKS: Asks = {
  listProposals: plain,
  createProposal: ({ city }) => ({ body: proposalDraft(city) }),
  getProposal: oneProposal,
  replaceProposal: async (scene) => ({ ...(await oneProposal(scene)), body: proposalDraft(scene.city) }),
  deleteProposal: oneProposal,
  listLatestReviews: plain,
  listReviews: oneProposal,
  openReview: async (scene) => ({ params: (await oneProposal(scene)).params!, body: {} }),
  getReview: onReview(),
  verifyReview: onReview(),
  recomputeReview: onReview(() => ({ ringMetres: [200] })),
  moveReview: onReview(({ state }) => ({ to: state === 'draft' ? 'screening' : 'draft' })),
  weighReview: onReview(() => WEIGHING),
  logConsultation: onReview(() => ({ party: 'Polisen', askedOn: '2026-03-01' })),
  getReviewPage: oneHandling,
  getReviewHandling: oneHandling,
  publishHandling: ({ city }) => withPublication(city, 3, false),
  withdrawHandling: async ({ city }) => ({ ...(await withPublication(city, 3, true)), query: '?reason=fel' }),
  listHandlings: plain,
  getHandling: oneHandling,
  getHandlingPage: oneHandling,
  listPlaces: plain,
  getPlace: onePlace,
  getPlaceRelease: onePlace,
  listReleases: plain,
  prepareReleases: () => ({ body: { period: 'places' } }),
  getRelease: oneRelease('prepared'),
  approveRelease: oneRelease('prepared'),
  publishRelease: oneRelease('approved'),
  withdrawRelease: async (scene) => ({ ...(await oneRelease('published')(scene)), body: { reason: 'fel' } }),
  discardRelease: oneRelease('prepared'),
}
