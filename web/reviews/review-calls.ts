import { pathTo } from '../../server/platform/http/paths.ts'
import { PROPOSAL_PATHS } from '../../server/proposals/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { Evidence } from '../../server/checks/contract.ts'
import type { FieldProblem } from '../../server/platform/http/contract.ts'
import type { FilledChecklist } from '../../server/reviews/checklist/contract.ts'
import type {
  AnnexClaim,
  BoardDecision,
  Consultation,
  ReviewCase,
  ReviewState,
  ReviewStep,
  Weighing,
} from '../../server/reviews/contract.ts'
import type {
  Decision,
  DocumentPreview,
  DocumentSummary,
  EarlierFiledDocument,
  FiledDocument,
} from '../../server/reviews/documents/contract.ts'
import type { SavedProposal } from '../app/api/responses.ts'
import type { HttpClient } from '../app/api/http-client.ts'

/** A review in a list. */
export interface ReviewSummary extends Omit<ReviewCase, 'owner' | 'writers' | 'steps'> {
  readonly steps: readonly Omit<ReviewStep, 'actor'>[]
  readonly mayEdit: boolean
  readonly mayLock: boolean
  readonly mayPublish: boolean
  readonly mayWithdraw: boolean
  /** Whether a person who has not written it must lock and publish. */
  readonly secondPerson: boolean
  readonly next: readonly { readonly to: ReviewState; readonly missing: readonly FieldProblem[] }[]
}

export type PublishedSummary = DocumentSummary

/** A review with its evidence; null where only analysts may read it, and once erased. */
export interface ReviewResponse extends ReviewSummary {
  readonly computedAt: string | null
  readonly sha256: string | null
  readonly sealedSha256: string | null
  /** Whether the evidence was erased, past its retention. */
  readonly evidenceErased: boolean
  readonly salt?: string
  readonly evidence: Evidence | null
}

export interface DocumentResponse {
  readonly sha256: string
  readonly handling: FiledDocument | EarlierFiledDocument
}

/** The result of recomputing evidence, and how much of its data is left. */
export interface VerificationResponse {
  readonly agrees: boolean
  readonly figuresAgree: boolean
  readonly basis: 'whole' | 'erased' | 'altered' | 'other-method' | 'restored' | 'evidence-erased'
  /** Null where erased. */
  readonly storedIntact: boolean | null
  /** Null before the lock, and where it is erased. */
  readonly sealIntact: boolean | null
}

/** Data of one review's page. */
export interface WholeReview {
  readonly review: ReviewResponse
  readonly proposal: SavedProposal | null
  /** Null before the lock. */
  readonly publicDocument: DocumentResponse | null
  /** The public document as it would be filed now; null where it cannot be made. */
  readonly preview: DocumentPreview | null
}

/** Commands on a review; each is sent with the revision that was read. */
export type ReviewCommand =
  | {
      readonly kind: 'move'
      readonly to: ReviewState
      readonly note: string | null
      readonly decision?: Decision
      readonly board?: BoardDecision | null
      readonly caseNumber?: string | null
      readonly annex?: AnnexClaim
    }
  | { readonly kind: 'weigh'; readonly weighing: Weighing }
  | { readonly kind: 'fill'; readonly filled: FilledChecklist }
  | { readonly kind: 'consult'; readonly entry: Omit<Consultation, 'number'> }
  | {
      readonly kind: 'answer'
      readonly entry: { readonly number: number; readonly answeredOn: string; readonly summary: string }
    }
  | { readonly kind: 'recompute'; readonly from?: string; readonly to?: string }
  /** With a reason where the document was withdrawn. */
  | { readonly kind: 'publish'; readonly reason: string | null }
  | { readonly kind: 'withdraw'; readonly reason: string }

export interface ReviewCalls {
  whole(id: number, signal?: AbortSignal): Promise<WholeReview>
  latest(signal?: AbortSignal): Promise<readonly ReviewSummary[]>
  published(signal?: AbortSignal): Promise<readonly PublishedSummary[]>
  /** Titles of proposals, by id. */
  titles(signal?: AbortSignal): Promise<ReadonlyMap<number, string>>
  act(review: Pick<ReviewSummary, 'id' | 'revision'>, command: ReviewCommand): Promise<ReviewSummary>
  verify(id: number): Promise<VerificationResponse>
}

const MAX_LISTED = 100

/** The calls of reviews. */
export function createReviewCalls({ get, send }: HttpClient): ReviewCalls {
  return {
    async whole(id, signal) {
      const review = await get<ReviewResponse>(pathTo(REVIEW_PATHS.review, { id }), signal)
      const [proposal, publicDocument, preview] = await Promise.all([
        review.proposalId === null
          ? null
          : get<SavedProposal>(pathTo(PROPOSAL_PATHS.proposal, { id: review.proposalId }), signal).catch(
              () => null,
            ),
        review.sealedSha256 === null
          ? null
          : get<DocumentResponse>(pathTo(REVIEW_PATHS.reviewDocument, { id }), signal),
        get<DocumentPreview>(pathTo(REVIEW_PATHS.documentPreview, { id }), signal).catch(() => null),
      ])
      return { review, proposal, publicDocument, preview }
    },
    latest: async (signal) =>
      (
        await get<{ readonly items: readonly ReviewSummary[] }>(
          `${REVIEW_PATHS.reviews}?limit=${MAX_LISTED}`,
          signal,
        )
      ).items,
    published: async (signal) =>
      (await get<{ readonly items: readonly PublishedSummary[] }>(REVIEW_PATHS.publicDocuments, signal))
        .items,
    async titles(signal) {
      const path = `${PROPOSAL_PATHS.proposals}?limit=1000`
      const { features } = await get<{ readonly features: readonly SavedProposal[] }>(path, signal)
      return new Map(features.map(({ id, properties }) => [id, properties.title]))
    },
    act({ id, revision }, command) {
      const { method, path, body } = requestOf(id, command)
      return send(method, path, body, undefined, { 'if-match': `"${revision}"` })
    },
    verify: (id) => send('POST', pathTo(REVIEW_PATHS.reviewVerification, { id })),
  }
}

interface Request {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

function requestOf(id: number, command: ReviewCommand): Request {
  const { kind } = command
  const post = (path: string, body?: unknown): Request => ({ method: 'POST', path, body })
  if (kind === 'move') {
    const { kind: _, ...request } = command
    return post(pathTo(REVIEW_PATHS.reviewState, { id }), request)
  }
  if (kind === 'consult' || kind === 'answer')
    return post(pathTo(REVIEW_PATHS.reviewConsultations, { id }), command.entry)
  if (kind === 'recompute') {
    const { kind: _, ...period } = command
    return post(pathTo(REVIEW_PATHS.reviewEvidence, { id }), period)
  }
  if (kind === 'weigh') {
    return { method: 'PUT', path: pathTo(REVIEW_PATHS.reviewWeighing, { id }), body: command.weighing }
  }
  if (kind === 'fill')
    return { method: 'PUT', path: pathTo(REVIEW_PATHS.reviewChecklist, { id }), body: command.filled }
  const publication = pathTo(REVIEW_PATHS.reviewPublication, { id })
  const search = command.reason === null ? '' : `?${new URLSearchParams({ reason: command.reason })}`
  return { method: kind === 'publish' ? 'POST' : 'DELETE', path: `${publication}${search}` }
}
