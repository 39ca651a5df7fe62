import type { MultiPolygon, Polygon } from 'geojson'
import type { EarlierDocuments } from '../../releases/index.ts'

export const DECISIONS = ['support', 'support_with_conditions', 'object'] as const
export type Decision = (typeof DECISIONS)[number]

/** A public document is made when the evidence is locked, and extended, its figures unchanged, twice. */
export const DOCUMENT_STAGES = ['locked', 'decided', 'followed_up'] as const
export type DocumentStage = (typeof DOCUMENT_STAGES)[number]

/** A public document that everybody may read, as it is put on the public's map. */
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
  /** The proposal's footprint, metres in the city's CRS. */
  readonly footprint: Polygon | MultiPolygon
  /** The period of the figures: days, or ISO instants [from, to) in early documents. */
  readonly from: string
  readonly to: string
  /** The figures in words, one sentence each. */
  readonly lines: readonly { readonly sv: string; readonly en: string }[]
}

/** Stored public documents, for publication and for attacks on releases. */
export interface DocumentRepository extends EarlierDocuments {
  /** The public documents that are published now, oldest first. */
  publishedDocuments(): Promise<readonly PublishedDocument[]>
  /** A cheap version that changes whenever `publishedDocuments` may. */
  publishedSoFar(): Promise<string>
}
