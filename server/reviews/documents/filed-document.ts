import type { MultiPolygon, Polygon } from 'geojson'
import type { Evidence } from '../../checks/index.ts'
import { needsTradeOffs } from '../decision-rules.ts'
import { type FiledChecklist, filedChecklist } from '../checklist/filed-checklist.ts'
import type { BoardDecision, Consultation, ReviewSubject, Weighing } from '../review.ts'
import type { ReviewCase } from '../review-case.ts'
import type { DocumentMap } from './document-map.ts'
import type { Decision, DocumentStage } from './document-stages.ts'
import type { DocumentedNeeds } from '../../needs/index.ts'
import type { PlaceFigures } from './place-figures.ts'
import type { ReleasedFigures } from './released-figures.ts'

/** Features of the layers at a proposal, in their public form. */
export interface Surroundings {
  /** The proposal's footprint, metres in the city's CRS. */
  readonly footprint: Polygon | MultiPolygon
  /** Cameras whose monitored zone touches the footprint; one entry an operator and purpose. */
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

/** Reference to the secret annex, which has the exact figures. */
export interface AnnexMark {
  /** SHA-256 of a secret salt and the evidence: binds the annex to the document without disclosing it. */
  readonly sha256: string
  /** The provision on secrecy, as marked on the annex. */
  readonly statute: string
  /** The authority that claims it, since the lock. */
  readonly authority: string
}

/** Fields that all documents have, old and new. */
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
  /** Set from the decision on. */
  readonly decided: {
    readonly decision: Decision
    readonly at: string
    readonly note: string | null
    /** Absent from decisions before boards were recorded. */
    readonly board?: BoardDecision | null
    readonly conditions: readonly string[]
    /** Absent from the earliest documents, which are about proposals. */
    readonly subject?: ReviewSubject
    readonly tradeOffs: Weighing['tradeOffs']
    readonly perspectives: Weighing['perspectives']
    readonly consulted: readonly Pick<Consultation, 'party' | 'askedOn' | 'answeredOn'>[]
  } | null
  /** The outcome, once followed up. */
  readonly outcome: string | null
}

/** The public document of a review: released figures, surroundings without incidents, and the city's assessment. */
export interface FiledDocument extends DocumentCore {
  readonly version: 2
  readonly annex: AnnexMark
  /** Null where nothing was published when it was filed. */
  readonly figures: ReleasedFigures | null
  /** Figures of the places that hold the site; absent from documents filed before places could be public. */
  readonly places?: readonly PlaceFigures[]
  /** What became of the local needs there; absent from documents filed before they were told. */
  readonly needs?: DocumentedNeeds
  /** Titles of the sources that may not be cited, whose registers are in no figure; absent = none. */
  readonly uncited?: readonly string[]
  readonly map: DocumentMap
  /** Null where none is filled; absent from documents filed before there was one. */
  readonly checklist?: FiledChecklist | null
  /** The author's assessment. */
  readonly assessment: string | null
}

/** Input of a document besides the review. */
export interface DocumentContext {
  readonly title: string
  readonly annex: AnnexMark
  readonly lockedAt: string
  readonly surroundings: Surroundings
  readonly figures: ReleasedFigures | null
  readonly places: readonly PlaceFigures[]
  readonly needs: DocumentedNeeds
  readonly uncited?: readonly string[]
  readonly map: DocumentMap
}

/** The document of a review as it is locked. Uses only the site of the evidence, no figure. */
export function filedDocument(
  { provenance: { query, demo } }: Pick<Evidence, 'provenance'>,
  review: Pick<ReviewCase, 'id' | 'caseNumber' | 'weighing' | 'checklist'>,
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
    checklist: filedChecklist(review.checklist),
    assessment: review.weighing.assessment,
    decided: null,
    outcome: null,
    ...context,
  }
}

/** A document extended by decision and follow-up; its figures stay unchanged. */
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
