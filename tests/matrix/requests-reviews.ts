import { hash } from 'node:crypto'
import type { ReleasePeriod } from '../../server/releases/release.ts'
import type { Json } from '../support/serving/api-client.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { type Call, LOCKING, lockedBy, move, moved, opened, step, WEIGHING } from '../support/review-steps.ts'
import {
  type RequestFactory,
  type RequestTable,
  feature,
  form,
  idOf,
  one,
  plain,
  type Scene,
} from './request-table.ts'
import type { MatrixCity } from './matrix-city.ts'

/** Roles that record proposals and open reviews. */
const RECORDERS = ['planner', 'coordinator', 'analyst'] as const

/** Creator of a scene's resource: the caller where permitted, else another account. */
function makerIn({ city, who, resource }: Scene): {
  readonly name: string
  readonly call: () => Promise<Call>
} {
  const own = resource.startsWith('own') && RECORDERS.some((recorder) => recorder === who)
  return own ? { name: who, call: () => city.as(who) } : { name: 'stranger', call: async () => city.stranger }
}

const proposalDraft = (city: MatrixCity) => feature(city.ground.foreign, { title: `Hus ${city.next()}` })
const oneProposal: RequestFactory = async (scene) => {
  const { name, call } = makerIn(scene)
  const make = async () =>
    idOf(await (await call())('POST', '/api/proposals', { body: proposalDraft(scene.city) }))
  return { params: { id: await one(scene, `proposal of ${name}`, make) }, headers: { 'if-match': '"1"' } }
}

/** The states up to consultation. */
const REQUESTED = ['screening', 'evidence_locked', 'consultation'] as const

/** A review of the town's second proposal in a state; one per creator, because they are slow. */
async function oneReview(scene: Scene, ...states: readonly string[]): Promise<Json> {
  const { name, call } = makerIn(scene)
  const { id } = await one({ ...scene, spends: false }, `review of ${name} ${states.join(' ')}`, async () => {
    const maker = await call()
    return moved(lockedBy(maker, scene.city.analyst), await opened(maker, 2), ...states)
  })
  return (await scene.city.analyst('GET', `/api/reviews/${id}`)).body
}
const onReview =
  (body?: (review: Json) => unknown, ...states: readonly string[]): RequestFactory =>
  async (scene) => {
    const review = await oneReview(scene, ...states)
    return {
      params: { id: review.id },
      headers: { 'if-match': `"${review.revision}"` },
      ...(body === undefined ? {} : { body: body(review) }),
    }
  }

const MONTH_MS = 30 * 86_400_000
const questionIn = ({ server: { storage } }: MatrixCity) => ({
  question: 'Vad ser ni?',
  lastDay: new Date(storage.clock.nowMs() + MONTH_MS).toISOString().slice(0, 10),
})

/** A review in consultation with a new party, and the number of that. */
async function oneParty(scene: Scene): Promise<{ readonly id: number; readonly number: number }> {
  const { id } = await oneReview(scene, ...REQUESTED)
  const path = `/api/reviews/${id}/consultations`
  const consulted = await scene.city.analyst('POST', path, {
    body: { party: `Part ${scene.city.next()}`, askedOn: '2026-03-01' },
  })
  return { id: idOf(consulted), number: consulted.body.consultations.length }
}
const onConsulted: RequestFactory = async (scene) => {
  const { id, number } = await oneParty(scene)
  return { params: { id }, body: { number, ...questionIn(scene.city) } }
}
/** A new link of a review, made by an analyst. */
async function oneLink(scene: Scene): Promise<{ readonly id: number; readonly token: string }> {
  const { id, number } = await oneParty(scene)
  const path = `/api/reviews/${id}/consultation-links`
  const { body } = await scene.city.analyst('POST', path, {
    body: { number, ...questionIn(scene.city) },
  })
  return { id: body.link.id, token: body.url.split('#')[1] }
}

/** The lock of a screened review: a new one where it is to succeed. */
const onScreened: RequestFactory = async (scene) => {
  const { name, call } = makerIn(scene)
  const { id, revision } = await one(scene, `screened of ${name}`, async () => {
    const maker = await call()
    return moved(maker, await opened(maker, 2), 'screening')
  })
  const body = { to: 'evidence_locked', ...LOCKING }
  return { params: { id }, headers: { 'if-match': `"${revision}"` }, body }
}

/** A review that its creator decided and another person locked. */
async function decide(scene: Scene, proposalId: number): Promise<number> {
  const maker = await makerIn(scene).call()
  const pair = lockedBy(maker, scene.city.analyst)
  const review = await moved(pair, await opened(maker, proposalId), ...REQUESTED, 'weighing')
  const weighed = (await step(maker, review, 'PUT', 'weighing', WEIGHING)).body
  return idOf(await move(maker, weighed, 'decided', { decision: 'support' }))
}

/** A decided review of a proposal of the town, published or not; the first is at the partner's place. */
const withPublication = async (scene: Scene, proposalId: number, published: boolean) => {
  const { city } = scene
  const decided = () => decide(scene, proposalId)
  const { name } = makerIn(scene)
  const id = await one({ ...scene, spends: false }, `decided ${proposalId} of ${name}`, decided)
  const path = `/api/reviews/${id}`
  const review = (await city.analyst('GET', path)).body
  const headers = { 'if-match': `"${review.revision}"` }
  if ((review.published !== null) === published) return { params: { id }, headers }
  const method = published ? 'POST' : 'DELETE'
  const changed = await city.analyst(method, `${path}/publication?reason=fel`, { headers })
  idOf(changed)
  return { params: { id }, headers: { 'if-match': `"${changed.body.revision}"` } }
}
const PROPOSAL_OF: Readonly<Record<string, number>> = { own: 1, foreign: 2 }
const oneDocument: RequestFactory = async (scene) => ({
  params: (await withPublication({ ...scene, resource: 'there' }, PROPOSAL_OF[scene.resource] ?? 1, true))
    .params,
})

const onePlace = ({ city, resource }: Scene) => ({
  params: { id: resource === 'own' ? city.places.own : city.places.foreign },
})

/** A place whose figures are public, or are not. */
const withPlacePublication =
  (published: boolean): RequestFactory =>
  async (scene) => {
    const { id } = onePlace(scene).params
    const { releases } = scene.city.server.storage.repositories
    const isPublic = (await releases.publicPlaces()).some(({ placeId }) => placeId === id)
    const at = '2026-06-01T12:00:00.000Z'
    if (published && !isPublic)
      await releases.publishPlace(
        { placeId: id, board: BOARD, published: { by: 'operator', at } },
        await releases.disclosures(),
      )
    if (!published && isPublic) await releases.withdrawPlace(id, { by: 'operator', at, reason: 'fel' })
    return { params: { id } }
  }
const BOARD = { name: 'Nämnden', decidedOn: '2026-03-12', section: 14 }

const periodOf = (count: number): ReleasePeriod =>
  `${1900 + Math.floor(count / 4)}-Q${((count % 4) + 1) as 1 | 2 | 3 | 4}`

/** A release in a state. */
const oneRelease =
  (state: 'prepared' | 'approved' | 'published'): RequestFactory =>
  async (scene) => {
    const { city, who, resource } = scene
    const { releases } = city.server.storage.repositories
    const key = periodOf(city.next())
    const own = resource === 'own' && who !== 'public' && who !== 'key'
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
      const bytes = Buffer.from('{}')
      const files = [{ path: 'manifest.json', bytes, sha256: hash('sha256', bytes) }]
      await releases.publish(id, stepBy('account/998'), key, files, await releases.disclosures())
    }
    return { params: { id } }
  }

/** Proposals, reviews and their documents; places and releases. */
export const REVIEW_REQUESTS: RequestTable = {
  listProposals: plain,
  readProposalFile: ({ city }) => ({
    body: form({ file: new Blob([JSON.stringify(feature(city.ground.own, { name: 'A' }))]) }),
  }),
  createProposal: ({ city }) => ({ body: proposalDraft(city) }),
  getProposal: oneProposal,
  replaceProposal: async (scene) => ({ ...(await oneProposal(scene)), body: proposalDraft(scene.city) }),
  deleteProposal: oneProposal,
  listLatestReviews: plain,
  listReviewWatches: plain,
  listReviews: oneProposal,
  openReview: async (scene) => ({ params: (await oneProposal(scene)).params!, body: {} }),
  getReview: onReview(),
  verifyReview: onReview(),
  recomputeReview: onReview(() => ({ ringMetres: [200] })),
  moveReview: (scene) =>
    scene.resource.endsWith('-screened')
      ? onScreened(scene)
      : onReview(({ state }) => ({ to: state === 'draft' ? 'screening' : 'draft' }))(scene),
  weighReview: onReview(() => WEIGHING),
  getReviewChecklist: onReview(),
  fillReviewChecklist: onReview(() => ({ version: 'botryggt2030-1', responses: {} })),
  logConsultation: onReview(() => ({ party: 'Polisen', askedOn: '2026-03-01' }), ...REQUESTED),
  listConsultationLinks: onReview(undefined, ...REQUESTED),
  createConsultationLink: onConsulted,
  revokeConsultationLink: async (scene) => ({ params: { id: (await oneLink(scene)).id } }),
  openConsultationLink: async (scene) => ({ body: { token: (await oneLink(scene)).token } }),
  respondByConsultationLink: async (scene) => ({
    body: { token: (await oneLink(scene)).token, text: 'Inget att invända.' },
  }),
  getReviewPage: oneDocument,
  getReviewFile: oneDocument,
  getReviewArchive: oneDocument,
  getReviewHandling: oneDocument,
  getDocumentPreview: oneDocument,
  publishHandling: async (scene) => ({ ...(await withPublication(scene, 3, false)), query: '?reason=fel' }),
  withdrawHandling: async (scene) => ({ ...(await withPublication(scene, 3, true)), query: '?reason=fel' }),
  listHandlings: plain,
  getHandling: oneDocument,
  getHandlingPage: oneDocument,
  getHandlingFile: oneDocument,
  listPlaces: plain,
  getPlace: onePlace,
  getPlaceRelease: onePlace,
  publishPlace: async (scene) => ({ ...(await withPlacePublication(false)(scene)), body: BOARD }),
  withdrawPlace: async (scene) => ({ ...(await withPlacePublication(true)(scene)), query: '?reason=fel' }),
  listReleases: plain,
  prepareReleases: () => ({ body: { period: 'places' } }),
  getRelease: oneRelease('prepared'),
  approveRelease: oneRelease('prepared'),
  publishRelease: oneRelease('approved'),
  withdrawRelease: async (scene) => ({ ...(await oneRelease('published')(scene)), body: { reason: 'fel' } }),
  discardRelease: oneRelease('prepared'),
}
