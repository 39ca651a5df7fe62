import { isToken, linkHash, newToken } from '../../accounts/index.ts'
import { DomainError, invalidField, notFound } from '../../engine/errors.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { actorReference, type Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { formatLocal } from '../../platform/http/fields/instant.ts'
import type { DocumentMap } from '../documents/document-map.ts'
import type { FiledDocument } from '../documents/filed-document.ts'
import type { ConsultationLinkRepository, ReviewRepository } from '../repository.ts'
import { type ReviewCase, reviewCase } from '../review-case.ts'
import { MAX_EVENTS } from '../review-rules.ts'
import type { Consultation } from '../review.ts'
import type { ReviewPermissions } from '../review-permissions.ts'
import type { ConsultationLink, LinkState } from './link.ts'
import { LINK_RULES } from './messages.ts'

/** What a link shows: of the proposal only what its public document has. */
export interface OpenedLink {
  readonly state: LinkState
  readonly party: string
  readonly title: string
  readonly caseNumber: string | null
  readonly question: string
  readonly lastDay: string
  readonly answeredOn: string | null
  /** Null for documents of before there were maps, and where the link takes no response. */
  readonly map: DocumentMap | null
}

export interface NewConsultationLink {
  readonly number: number
  readonly question: string
  readonly lastDay: string
}

/** A link with its state now. */
export type ListedLink = ConsultationLink & { readonly state: LinkState }

/** Links by which consulted parties respond. */
export interface ConsultationLinkService {
  /**
   * A new link with its token, which is given out this once. Earlier ones of the same consultation are revoked.
   *
   * @throws DomainError `not-found`, `forbidden`, `conflict`, `unprocessable`
   */
  make(
    reviewId: number,
    link: NewConsultationLink,
    principal: Principal,
  ): Promise<{ readonly link: ListedLink; readonly token: string }>
  list(reviewId: number): Promise<readonly ListedLink[]>
  /** @throws DomainError `not-found`, `forbidden` */
  revoke(id: number, principal: Principal): Promise<ListedLink>
  /** @throws DomainError `not-found` for a token that is none */
  open(token: string): Promise<OpenedLink>
  /** The response, stored as that of the party. @throws DomainError `not-found`, `gone` for a link that is not open */
  respond(token: string, text: string): Promise<OpenedLink & { readonly linkId: number }>
}

interface Deps {
  readonly links: ConsultationLinkRepository
  readonly reviews: Pick<ReviewRepository, 'find' | 'publicDocument' | 'append'>
  readonly permissions: ReviewPermissions
  readonly clock: Clock
  readonly zone: Zone
}

/** Longest that a link may be open, days. */
const MAX_DAYS = 365
const DAY_MS = 86_400_000

/** The service of links to respond by. */
export function createConsultationLinkService(deps: Deps): ConsultationLinkService {
  const { links, reviews, permissions, clock, zone } = deps
  const dayAfter = (days: number) =>
    formatLocal(Math.floor((clock.nowMs() + days * DAY_MS) / 60_000), zone).slice(0, 10)
  const nowIso = () => new Date(clock.nowMs()).toISOString()

  async function caseOf(id: number): Promise<ReviewCase> {
    const stored = await reviews.find(id)
    if (stored === null) throw notFound('review', id)
    return reviewCase(stored)
  }
  const listed = (link: ConsultationLink, review: ReviewCase): ListedLink => {
    return { ...link, state: stateOf(link, review, dayAfter(0)) }
  }
  const stepOf = ({ actor }: Principal): ConsultationLink['made'] => {
    return { at: nowIso(), by: actorReference(actor), name: 'name' in actor ? actor.name : null }
  }
  async function known(token: string) {
    const link = isToken(token) ? await links.findByHash(linkHash(token)) : null
    if (link === null) throw new DomainError('not-found', LINK_RULES.unknown)
    const review = await caseOf(link.reviewId)
    return { link, review, state: stateOf(link, review, dayAfter(0)) }
  }
  async function shown({ link, review, state }: Awaited<ReturnType<typeof known>>): Promise<OpenedLink> {
    const { party, answeredOn } = consultationOf(review, link.number)!
    const filed = await reviews.publicDocument(review.id)
    const document = filed === null ? null : (JSON.parse(filed.text) as Partial<FiledDocument>)
    return {
      state,
      party,
      title: document?.title ?? '',
      caseNumber: review.caseNumber,
      question: link.question,
      lastDay: link.lastDay,
      answeredOn,
      map: state === 'open' ? (document?.map ?? null) : null,
    }
  }

  return {
    async make(reviewId, link, principal) {
      const review = await caseOf(reviewId)
      permissions.requireEdit(principal, review)
      requireConsultable(review, link, { first: dayAfter(0), last: dayAfter(MAX_DAYS) })
      const made = stepOf(principal)
      for (const earlier of await links.list(reviewId))
        if (earlier.number === link.number && earlier.revokedAt === null) await links.revoke(earlier.id, made)
      const token = newToken()
      const stored = await links.insert({ ...link, reviewId, made }, linkHash(token))
      return { link: listed(stored, review), token }
    },
    async list(reviewId) {
      const review = await caseOf(reviewId)
      return (await links.list(reviewId)).map((link) => listed(link, review))
    },
    async revoke(id, principal) {
      const link = await links.find(id)
      if (link === null) throw notFound('link', id)
      const review = await caseOf(link.reviewId)
      permissions.requireEdit(principal, review)
      return listed((await links.revoke(id, stepOf(principal))) ?? link, review)
    },
    open: async (token) => shown(await known(token)),
    async respond(token, text) {
      for (;;) {
        const { link, review, state } = await known(token)
        if (state !== 'open') throw new DomainError('gone', LINK_RULES[state])
        const detail = { number: link.number, answeredOn: dayAfter(0), summary: text }
        const { party } = consultationOf(review, link.number)!
        const at = { revision: review.revision + 1, state: review.state, at: nowIso() }
        const actor = { actor: `consultation-link/${link.id}`, actorName: party }
        try {
          const stored = await reviews.append(review.id, { kind: 'answered', detail, ...at, ...actor })
          const after = reviewCase(stored)
          return { ...(await shown({ link, review: after, state: 'used' })), linkId: link.id }
        } catch (error) {
          // Somebody changed the review meanwhile: the link is looked at again, and may be used by now.
          if (!(error instanceof DomainError) || error.code !== 'precondition-failed') throw error
        }
      }
    },
  }
}

function consultationOf({ consultations }: ReviewCase, number: number): Consultation | undefined {
  return consultations.find((consultation) => consultation.number === number)
}

function takesResponses({ state, revision }: ReviewCase): boolean {
  return (state === 'consultation' || state === 'weighing') && revision < MAX_EVENTS
}

function stateOf(link: ConsultationLink, review: ReviewCase, today: string): LinkState {
  if ((consultationOf(review, link.number)?.answeredOn ?? null) !== null) return 'used'
  if (link.revokedAt !== null) return 'revoked'
  if (!takesResponses(review)) return 'closed'
  return link.lastDay < today ? 'expired' : 'open'
}

/** @throws DomainError `conflict`, `unprocessable` */
function requireConsultable(
  review: ReviewCase,
  { number, lastDay }: NewConsultationLink,
  { first, last }: { readonly first: string; readonly last: string },
): void {
  if (!takesResponses(review)) throw new DomainError('conflict', LINK_RULES.closed)
  const consultation = consultationOf(review, number)
  if (consultation === undefined)
    throw invalidField('unprocessable', { field: 'number', rule: LINK_RULES.number })
  if (consultation.answeredOn !== null) throw new DomainError('conflict', LINK_RULES.used)
  if (lastDay < first || lastDay > last)
    throw invalidField('unprocessable', { field: 'lastDay', rule: LINK_RULES.lastDay })
}
