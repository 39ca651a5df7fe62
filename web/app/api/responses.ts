import type { MultiPolygon, Polygon } from 'geojson'
import type { TileLayerId } from '../../../tiles/schema.ts'
import type { CellClass } from '../../../server/hotspots/contract.ts'
import type { Category, CategoryGroup } from '../../../server/incidents/contract.ts'
import type { Source } from '../../../server/sources/contract.ts'

/** The answer of `GET /api/categories`. */
export interface CategoriesResponse {
  readonly groups: readonly CategoryGroup[]
  readonly categories: readonly Category[]
}

/** A cell as `GET /api/hotspots` tells it. Absent figures are null. */
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

/** The answer of `GET /api/hotspots`, as far as the page reads it. */
export interface SurfaceResponse {
  readonly features: readonly CellFeature[]
  readonly analysis: {
    readonly snapshotVersion: string
    readonly cells: number
    readonly incidents: number
    /** Null where it is not known: in sums of units. */
    readonly outside: number | null
    readonly timeUnknown: number
    /** Null for those who see incidents as they come. */
    readonly units: { readonly withoutSetting: readonly string[] } | null
    readonly notices: readonly { readonly sv: string; readonly en: string }[]
    readonly query: {
      /** Side of the cells in metres, also where the zoom chose it. */
      readonly cell: number
      /** Local instants, [from, to), as far as the caller may be told; null = open. */
      readonly from: string | null
      readonly to: string | null
    }
  }
}

/** What the page reads of a TileJSON. */
export interface TileJson {
  readonly bounds?: readonly [number, number, number, number]
  readonly minzoom?: number
  readonly maxzoom?: number
}

/** The answer of `GET /api/unit-cuts`, as far as the page reads it. */
export interface UnitCut {
  /** Null before the first. */
  readonly madeAt: string | null
  /** When the next one makes itself or, by hand, may be made. */
  readonly nextAt: string | null
  readonly byHand: boolean
}

/** What the page must know of the city before it can ask anything. */
export interface CityResponse {
  readonly categories: CategoriesResponse
  readonly sources: readonly Source[]
  readonly bounds: readonly [number, number, number, number] | null
  /** The map layers that the person may see. */
  readonly layers: readonly TileLayerId[]
  /** Of when the figures are that the person is told; null for those who see incidents as they come. */
  readonly cut: UnitCut | null
}

/** Days [from, to); absent = the server's own last 365 days. */
export interface CheckPeriod {
  readonly from?: string
  readonly to?: string
}

export interface CheckRequest extends CheckPeriod {
  readonly geometry: Polygon | MultiPolygon
}

/** A proposal that is kept. */
export interface SavedProposal {
  readonly id: number
  readonly geometry: Polygon | MultiPolygon
  readonly properties: { readonly title: string; readonly caseNumber: string | null }
}

export interface OpenedReview {
  readonly proposalId: number
  readonly reviewId: number | string
}
