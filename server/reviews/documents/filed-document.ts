import type { MultiPolygon, Polygon } from 'geojson'
import type { Evidence } from '../../checks/index.ts'
import { needsTradeOffs } from '../decision-rules.ts'
import type { BoardDecision, Consultation, ReviewSubject, Weighing } from '../review.ts'
import type { ReviewCase } from '../review-case.ts'
import type { DocumentMap } from './document-map.ts'
import type { Decision, DocumentStage } from './document-stages.ts'
import type { PlaceFigures } from './place-figures.ts'
import type { ReleasedFigures } from './released-figures.ts'

/** What of the layers lies at a proposal, in the form that everybody may see. */
export interface Surroundings {
  /** The proposal's ground, metres in the city's CRS. */
  readonly footprint: Polygon | MultiPolygon
  /** Of cameras whose monitored zone touches the ground; one entry an operator and purpose. */
  readonly cameras: readonly {
    readonly operator: string
    readonly purpose: string
    readonly contact: string | null
    readonly retentionDays: number | null
    readonly balancingSummary: string | null
  }[]
  /** Permits of guards, without their schedules. */
  readonly guards: readonly {
    readonly name: string
    readonly permit: string
    readonly purpose: string
    readonly validFrom: string
    readonly validTo: string | null
  }[]
  readonly focusAreas: readonly {
    readonly name: string
    readonly owner: string
    readonly programmeFrom: string
    readonly programmeTo: string | null
  }[]
  readonly districts: readonly string[]
}

/** The secret annex as the document names it: the exact figures are in it, and nothing of them here. */
export interface AnnexMark {
  /** SHA-256 of a secret salt and the evidence: binds the annex to this and tells nothing of it. */
  readonly sha256: string
  /** The secrecy that is claimed, as it is written on the annex. */
  readonly statute: string
  /** The authority that claims it, from the day of the lock on. */
  readonly authority: string
}

/** What documents of all times have in common. */
export interface DocumentCore {
  readonly reviewId: number
  readonly stage: DocumentStage
  readonly title: string
  readonly caseNumber: string | null
  readonly demo: boolean
  readonly lockedAt: string
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
  readonly surroundings: Omit<Surroundings, 'footprint'>
  /** From the decision on. */
  readonly decided: {
    readonly decision: Decision
    readonly at: string
    readonly note: string | null
    /** Absent from what was decided before boards were recorded. */
    readonly board?: BoardDecision | null
    readonly conditions: readonly string[]
    /** Absent from the earliest, which are of proposals. */
    readonly subject?: ReviewSubject
    readonly tradeOffs: Weighing['tradeOffs']
    readonly perspectives: Weighing['perspectives']
    readonly consulted: readonly Pick<Consultation, 'party' | 'askedOn' | 'answeredOn'>[]
  } | null
  /** What came of it, once followed up. */
  readonly outcome: string | null
}

/** The public document of a review: released figures, what is known without incidents, and what the city made of them. */
export interface FiledDocument extends DocumentCore {
  readonly version: 2
  readonly annex: AnnexMark
  /** Null where nothing was published when it was filed. */
  readonly figures: ReleasedFigures | null
  /** Of the places that the site lies in; absent from documents filed before places could be public. */
  readonly places?: readonly PlaceFigures[]
  readonly map: DocumentMap
  /** What its author makes of it. */
  readonly assessment: string | null
}

/** What a document is made from besides the review. */
export interface DocumentContext {
  readonly title: string
  readonly annex: AnnexMark
  readonly lockedAt: string
  readonly surroundings: Surroundings
  readonly figures: ReleasedFigures | null
  readonly places: readonly PlaceFigures[]
  readonly map: DocumentMap
}

/** The document of a review as it is locked. Of its evidence it takes the site alone, and no figure. */
export function filedDocument(
  { provenance: { query, demo } }: Pick<Evidence, 'provenance'>,
  review: Pick<ReviewCase, 'id' | 'caseNumber' | 'weighing'>,
  { surroundings, ...context }: DocumentContext,
): FiledDocument {
  const { cameras, guards, focusAreas, districts } = surroundings
  return {
    version: 2,
    reviewId: review.id,
    stage: 'locked',
    caseNumber: review.caseNumber,
    demo,
    geometry: query.geometry,
    surroundings: { cameras, guards, focusAreas, districts },
    assessment: review.weighing.assessment,
    decided: null,
    outcome: null,
    ...context,
  }
}

/** A document with what has been decided and followed up since; its figures stay as they were. */
export function extendedDocument<D extends DocumentCore>(document: D, review: ReviewCase): D {
  const { decision, weighing, consultations, outcome } = review
  if (decision === null) return document
  const { subject, tradeOffs, perspectives } = weighing
  return {
    ...document,
    ...('assessment' in document ? { assessment: weighing.assessment } : {}),
    stage: outcome === null ? 'decided' : 'followed_up',
    caseNumber: document.caseNumber ?? review.caseNumber,
    decided: {
      decision: decision.decision,
      at: decision.at,
      note: decision.note,
      board: decision.board ?? null,
      conditions: decision.decision === 'support_with_conditions' ? weighing.conditions : [],
      subject,
      tradeOffs: needsTradeOffs(subject) ? tradeOffs : {},
      perspectives,
      consulted: consultations.map(({ party, askedOn, answeredOn }) => ({ party, askedOn, answeredOn })),
    },
    outcome,
  }
}
