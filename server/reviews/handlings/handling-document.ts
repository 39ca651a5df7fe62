import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import { asksTradeOffs } from '../decision-rules.ts'
import type { Decision, HandlingStage } from './handling.ts'
import type { BoardDecision, Consultation, ReviewSubject, Weighing } from '../review.ts'
import type { ReviewCase } from '../review-case.ts'
import { shownCount, type ShownCount } from '../../engine/disclosure/rounding.ts'
import type { Register } from '../../engine/disclosure/registers.ts'
import { type AtPremises, type Evidence, type FileableEvidence, withoutPremises } from '../../checks/index.ts'

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

/** What is kept beside an evidence until it is locked: only the surroundings are for everybody. */
export interface KeptSurroundings extends Surroundings {
  /** Absent from what was computed by methods before 3, which kept it in the evidence. */
  readonly fileable?: FileableEvidence
  /** Absent from what was computed before handlings left premises out. */
  readonly atPremises?: AtPremises
}

export interface HandlingFigure {
  readonly zone: number
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly count: ShownCount
}

/** What may be filed of a review: figures that tell of nobody, and what the city made of them. */
export interface Handling {
  readonly reviewId: number
  readonly stage: HandlingStage
  readonly title: string
  readonly caseNumber: string | null
  readonly demo: boolean
  /** SHA-256 of a secret salt and the evidence: binds this to it and tells nothing of it. */
  readonly evidenceSha256: string
  readonly lockedAt: string
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
  /** ISO instants [from, to). */
  readonly from: string
  readonly to: string
  /** Hectares at one decimal. */
  readonly zones: readonly {
    readonly zone: number
    readonly fromMetres: number
    readonly toMetres: number
    readonly hectares: number
  }[]
  readonly figures: readonly HandlingFigure[]
  /** Whether the figures leave out incidents at premises of which only areas tell; absent from the oldest, which count them. */
  readonly premisesLeftOut?: true
  /** Other reviews whose handlings told of the same ground and time first, ascending. */
  readonly toldIn: readonly number[]
  readonly surroundings: Omit<Surroundings, 'footprint'>
  readonly sources: FileableEvidence['sources']
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

/** What a handling is made from besides the evidence. */
export interface HandlingContext {
  readonly reviewId: number
  readonly title: string
  readonly caseNumber: string | null
  readonly evidenceSha256: string
  readonly lockedAt: string
  readonly surroundings: Surroundings
  readonly fileable: FileableEvidence
  readonly atPremises: AtPremises
  /** Zones of which another review's handling told already, for a time that overlaps. */
  readonly toldBefore: readonly { readonly zone: number; readonly reviewId: number }[]
}

/** Smaller ground than this is told of nowhere outside: a hectare, as for the checks of planners. */
const LEAST_ZONE_M2 = 10_000
/** The periodicities of what is told outside: a year of what people suffer, a quarter of everything else. */
const LEAST_DAYS: Readonly<Record<CategoryGroupCode, number>> = {
  people: 365,
  property: 90,
  order: 90,
  environment: 90,
}
const HECTARE_M2 = 10_000

/**
 * The handling of an evidence as it is locked. Of the incidents it holds counts alone, each hidden (0–4) or rounded to
 * five on its own: evidences with the same rounded counts give the same bytes. No ratio, interval, rank, share or test
 * goes with them, for from those a count could be had back. Incidents at schools and other premises are left out, as they
 * are of cells and places; that there are any is not told.
 */
export function handlingOf(evidence: Evidence, context: HandlingContext): Handling {
  const { query, demo } = evidence.provenance
  const { fileable } = context
  const { cameras, guards, focusAreas, districts } = context.surroundings
  const told = new Map(context.toldBefore.map(({ zone, reviewId }) => [zone, reviewId]))
  return {
    reviewId: context.reviewId,
    stage: 'locked',
    title: context.title,
    caseNumber: context.caseNumber,
    demo,
    evidenceSha256: context.evidenceSha256,
    lockedAt: context.lockedAt,
    geometry: query.geometry,
    from: query.from,
    to: query.to,
    zones: fileable.zones.map(({ zone, fromMetres, toMetres, areaM2 }) => ({
      zone,
      fromMetres,
      toMetres,
      hectares: Math.round((areaM2 / HECTARE_M2) * 10) / 10,
    })),
    figures: withoutPremises(fileable.counts, context.atPremises.counts).map(
      ({ zone, register, group, count }) => ({
        zone,
        register,
        group,
        count: mayTell(fileable, zone, group, told)
          ? count === null
            ? 'not-covered'
            : shownCount(count)
          : 'withheld',
      }),
    ),
    premisesLeftOut: true,
    toldIn: [...new Set(told.values())].sort((a, b) => a - b),
    surroundings: { cameras, guards, focusAreas, districts },
    sources: fileable.sources,
    decided: null,
    outcome: null,
  }
}

function mayTell(
  { zones, days }: FileableEvidence,
  zone: number,
  group: CategoryGroupCode,
  told: ReadonlyMap<number, number>,
): boolean {
  const { areaM2 } = zones.find((other) => other.zone === zone)!
  return days !== null && days >= LEAST_DAYS[group] && areaM2 >= LEAST_ZONE_M2 && !told.has(zone)
}

/** A handling with what has been decided and followed up since; its figures stay as they were. */
export function extendedHandling(handling: Handling, review: ReviewCase): Handling {
  const { decision, weighing, consultations, outcome } = review
  if (decision === null) return handling
  const { subject, tradeOffs, perspectives } = weighing
  return {
    ...handling,
    stage: outcome === null ? 'decided' : 'followed_up',
    caseNumber: handling.caseNumber ?? review.caseNumber,
    decided: {
      decision: decision.decision,
      at: decision.at,
      note: decision.note,
      board: decision.board ?? null,
      conditions: decision.decision === 'support_with_conditions' ? weighing.conditions : [],
      subject,
      tradeOffs: asksTradeOffs(subject) ? tradeOffs : {},
      perspectives,
      consulted: consultations.map(({ party, askedOn, answeredOn }) => ({ party, askedOn, answeredOn })),
    },
    outcome,
  }
}
