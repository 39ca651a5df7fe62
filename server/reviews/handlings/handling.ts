import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { Register } from '../../engine/disclosure/registers.ts'
import type { ShownCount } from '../../engine/disclosure/rounding.ts'

export const DECISIONS = ['support', 'support_with_conditions', 'object'] as const
export type Decision = (typeof DECISIONS)[number]

/** A handling is made when the evidence is locked, and extended, its figures unchanged, twice. */
export const HANDLING_STAGES = ['locked', 'decided', 'followed_up'] as const
export type HandlingStage = (typeof HANDLING_STAGES)[number]

/**
 * A count that a handling tells: a constraint that whoever read it knows.
 *
 * It counts incidents whose time begins in the period, positioned by address or street, of sources that are open to the
 * public, in the footprint or one of its rings. Left out are sensitive categories, flagged incidents, dwellings,
 * violence of unknown setting, and whatever lies at premises of which only areas tell (the oldest handlings count that). Every handling counts, published or not: from the lock on it may be filed, and what a
 * city files is usually a public record.
 */
export interface ReviewFigure {
  readonly reviewId: number
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly footprint: Polygon | MultiPolygon
  /** The ring: planar distance from the footprint in (from, to]; both 0 = the footprint itself. */
  readonly fromMetres: number
  readonly toMetres: number
  readonly register: Register
  readonly group: CategoryGroupCode
  /** [from, to), minutes since 1970 UTC; local midnights. */
  readonly fromMinute: number
  readonly toMinute: number
  readonly count: ShownCount
}

/** A handling that everybody may read, as it is put on the public's map. */
export interface PublishedHandling {
  /** The review's id. */
  readonly id: number
  readonly title: string
  readonly caseNumber: string | null
  readonly decision: Decision
  readonly conditions: readonly string[]
  /** ISO instants. */
  readonly decidedAt: string
  readonly publishedAt: string
  /** The proposal's ground, metres in the city's CRS. */
  readonly footprint: Polygon | MultiPolygon
  /** Days [from, to) as ISO instants that the figures count. */
  readonly from: string
  readonly to: string
  /** The figures in words, one sentence each. */
  readonly lines: readonly { readonly sv: string; readonly en: string }[]
}

/** What handlings have told, for those who publish and those who attack what is published. */
export interface HandlingRepository {
  /** Every count that any handling tells, oldest first; withdrawn ones too. */
  publishedReviewFigures(): Promise<readonly ReviewFigure[]>
  /** The handlings that are published now, oldest first. */
  publishedHandlings(): Promise<readonly PublishedHandling[]>
  /** Differs whenever `publishedHandlings` may; none of their texts is read for it. */
  publishedSoFar(): Promise<string>
}
