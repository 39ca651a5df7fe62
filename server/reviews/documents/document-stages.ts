import type { MultiPolygon, Polygon } from 'geojson'
import type { EarlierDocuments } from '../../releases/index.ts'

export const DECISIONS = ['support', 'support_with_conditions', 'object'] as const
export type Decision = (typeof DECISIONS)[number]

/** A public document is made when the evidence is locked, and extended, its figures unchanged, twice. */
export const DOCUMENT_STAGES = ['locked', 'decided', 'followed_up'] as const
export type DocumentStage = (typeof DOCUMENT_STAGES)[number]

/** A handling that everybody may read, as it is put on the public's map. */
export interface PublishedDocument {
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
  /** The time that the figures are of: days, or ISO instants [from, to) in earlier documents. */
  readonly from: string
  readonly to: string
  /** The figures in words, one sentence each. */
  readonly lines: readonly { readonly sv: string; readonly en: string }[]
}

/** What handlings have told, for those who publish and those who attack what is published. */
export interface DocumentRepository extends EarlierDocuments {
  /** The handlings that are published now, oldest first. */
  publishedDocuments(): Promise<readonly PublishedDocument[]>
  /** Differs whenever `publishedDocuments` may; none of their texts is read for it. */
  publishedSoFar(): Promise<string>
}
