import type { MultiPolygon, Polygon } from 'geojson'
import type { ReviewFigures } from '../../releases/index.ts'

export const DECISIONS = ['support', 'support_with_conditions', 'object'] as const
export type Decision = (typeof DECISIONS)[number]

/** A handling is made when the evidence is locked, and extended, its figures unchanged, twice. */
export const HANDLING_STAGES = ['locked', 'decided', 'followed_up'] as const
export type HandlingStage = (typeof HANDLING_STAGES)[number]

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
export interface HandlingRepository extends ReviewFigures {
  /** The handlings that are published now, oldest first. */
  publishedHandlings(): Promise<readonly PublishedHandling[]>
  /** Differs whenever `publishedHandlings` may; none of their texts is read for it. */
  publishedSoFar(): Promise<string>
}
