import type { FeatureCollection, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { Evidence } from './evidence.ts'

/** Incidents of a group inside the drawn line. */
export interface ExactCount {
  readonly group: CategoryGroupCode
  readonly count: number
}

/** The evidence and the SHA-256 of its canonical JSON. */
export interface CheckResult {
  readonly evidence: Evidence
  readonly sha256: string
}

/** The response of `POST /api/check`. */
export interface CheckResponse extends CheckResult {
  /** The cells of the zones, WGS 84. */
  readonly cells: FeatureCollection<Polygon, { readonly zone: number }>
  /** The coarser cells that the evidence names, WGS 84, each with the id of its evidence. */
  readonly touchedCells: FeatureCollection<Polygon, { readonly id: string }>
  /** Time of the cut as of which incidents are counted, an ISO instant; null = counted as of now. */
  readonly cutAt: string | null
  /** Exact counts inside the drawn line; null for audiences that see units only. Never stored. */
  readonly exact: readonly ExactCount[] | null
}
