import type { MultiPolygon, Polygon } from 'geojson'
import type { TileLayerId } from '../../../tiles/schema.ts'
import type { ChangedCell, HotspotChanges } from '../../../server/hotspots/changes/contract.ts'
import type { CellClass, HotspotSummary } from '../../../server/hotspots/contract.ts'
import type { Category, CategoryGroup } from '../../../server/incidents/contract.ts'
import type { BaseMap } from '../../../server/base-map/contract.ts'
import type { CityMap } from '../../../server/map-tiles/contract.ts'
import type { Source } from '../../../server/sources/contract.ts'

/** The response of `GET /api/categories`. */
export interface CategoriesResponse {
  readonly groups: readonly CategoryGroup[]
  readonly categories: readonly Category[]
}

/** A cell in the response of `GET /api/hotspots`. Absent figures are null. */
export interface CellProperties {
  readonly i: number
  readonly j: number
  readonly count: number
  readonly sum: number
  readonly expected: number
  readonly ratio: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number | null
  readonly q: number | null
  readonly class: CellClass
  readonly dominance: number | null
  readonly z: number | null
  readonly pNormal: number | null
}

export interface CellFeature {
  readonly geometry: Polygon
  readonly properties: CellProperties
}

/** The fields of `analysis` that the page reads. */
export interface SurfaceAnalysis {
  readonly snapshotVersion: string
  readonly cells: number
  readonly incidents: number
  /** Null where unknown: for sums of units. */
  readonly outside: number | null
  readonly timeUnknown: number
  /** Null for roles that see incidents without a cut. */
  readonly units: { readonly withoutSetting: readonly string[] } | null
  readonly notices: readonly { readonly sv: string; readonly en: string }[]
  readonly query: {
    /** Side of the cells in metres, also where the zoom chose it. */
    readonly cell: number
    /** Local instants, [from, to), as disclosed to the caller; null = open. */
    readonly from: string | null
    readonly to: string | null
  }
}

/** The cells of `GET /api/hotspots`. */
export interface SurfaceResponse {
  readonly features: readonly CellFeature[]
  readonly analysis: SurfaceAnalysis
}

/** Its summary: the number of cells in view by class. */
export interface SurfaceSummary {
  readonly classes: HotspotSummary['classes']
  readonly analysis: SurfaceAnalysis
}

/** The cells that changed between two periods. */
export type ChangesResponse = HotspotChanges

export type CellChange = ChangedCell['properties']

/** The fields of the response of `GET /api/unit-cuts` that the page reads. */
export interface UnitCut {
  /** Null before the first. */
  readonly madeAt: string | null
  /** When the next automatic cut is due, or a manual one allowed. */
  readonly nextAt: string | null
  readonly byHand: boolean
}

/** What the page loads of the city before any other request. */
export interface CityResponse extends CityMap {
  readonly categories: CategoriesResponse
  readonly sources: readonly Source[]
  /** The base map; null where it could not be loaded. */
  readonly baseMap: BaseMap | null
  /** The map layers that the person may see. */
  readonly layers: readonly TileLayerId[]
  /** The cut behind the figures; null for roles that see incidents without a cut. */
  readonly cut: UnitCut | null
}

/** Days [from, to); absent = the server's own last 365 days. */
export interface CheckPeriod {
  readonly from?: string
  readonly to?: string
}

export interface CheckRequest extends CheckPeriod {
  readonly geometry: Polygon | MultiPolygon
  /** An area to compare it with. */
  readonly against?: Polygon | MultiPolygon
}

/** A saved proposal. */
export interface SavedProposal {
  readonly id: number
  readonly geometry: Polygon | MultiPolygon
  readonly properties: { readonly title: string; readonly caseNumber: string | null }
}

export interface OpenedReview {
  readonly proposalId: number
  readonly reviewId: number | string
}
