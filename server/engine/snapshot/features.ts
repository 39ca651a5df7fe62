import type { Feature, Geometry, MultiPolygon, Point, Polygon } from 'geojson'
import type { UnitCut } from '../units/unit-cut.ts'
import type { Source } from './source.ts'

/**
 * What every stored feature of the small layers has. `planar` is the stored truth, metres in the city's CRS on a
 * 1 cm grid; `geometry` is the same in WGS 84, made by the one projection engine when the feature is loaded.
 */
interface Stored<G> {
  readonly id: number
  readonly revision: number
  readonly planar: G
  readonly geometry: G
}

export interface CameraProperties {
  readonly name: string
  readonly operator: string
  readonly purpose: string
  readonly contact: string | null
  /** Compass bearing of the middle of the view, degrees clockwise from north; null = unknown or all round. */
  readonly directionDegrees: number | null
  /** Angle of view, degrees, 0 < a ≤ 360. */
  readonly viewDegrees: number | null
  readonly rangeMetres: number | null
  readonly status: 'planned' | 'active' | 'removed'
  readonly hours: string | null
  readonly retentionDays: number | null
  readonly legalBasis: string | null
  readonly balancingReference: string | null
  readonly balancingSummary: string | null
}

/** A weekly schedule: the local hours [startHour, endHour) on ISO weekdays; wraps midnight when start > end. */
export interface ScheduleWindow {
  readonly weekdays: readonly number[]
  readonly startHour: number
  readonly endHour: number
}

export interface PatrolZoneProperties {
  readonly name: string
  readonly permit: string
  readonly purpose: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly schedule: readonly ScheduleWindow[]
}

export interface FocusAreaProperties {
  readonly name: string
  readonly owner: string
  readonly programmeFrom: string
  readonly programmeTo: string | null
  readonly budgetSek: number | null
  readonly plannedInvestments: string | null
}

export const AREA_KINDS = ['study', 'water', 'district', 'place', 'base'] as const
export type AreaKind = (typeof AREA_KINDS)[number]

export interface AreaProperties {
  readonly kind: AreaKind
  readonly name: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly residents: number | null
  readonly visitors: number | null
  /** Source and date of the residents and visitors. */
  readonly exposureSource: string | null
  /** True for a study area that was derived from the incidents because none was given. */
  readonly derived: boolean
}

export interface ProposalProperties {
  readonly title: string
  readonly description: string | null
  readonly caseNumber: string | null
}

type Of<G extends Polygon | MultiPolygon | Point, P> = Stored<G> & { readonly properties: P }
export type Camera = Of<Point, CameraProperties>
export type PatrolZone = Of<Polygon | MultiPolygon, PatrolZoneProperties>
export type FocusArea = Of<Polygon | MultiPolygon, FocusAreaProperties>
export type Area = Of<Polygon | MultiPolygon, AreaProperties>
export type Proposal = Of<Polygon | MultiPolygon, ProposalProperties> & {
  /**
   * The account or key that recorded it, as `account/3`; null for those older than accounts. Not part of its content.
   */
  readonly createdBy: string | null
}

/** The small layers, by the name of their table and of their route. */
export interface FeatureKinds {
  readonly cameras: Camera
  readonly 'patrol-zones': PatrolZone
  readonly 'focus-areas': FocusArea
  readonly areas: Area
  readonly proposals: Proposal
}
export type FeatureKind = keyof FeatureKinds
export type StoredFeature = FeatureKinds[FeatureKind]

/** A feature as a GeoJSON Feature with its id. */
export function toGeoJson(feature: StoredFeature): Feature {
  return {
    type: 'Feature',
    id: feature.id,
    geometry: feature.geometry,
    properties: {
      ...feature.properties,
      revision: feature.revision,
      ...('createdBy' in feature ? { createdBy: feature.createdBy } : {}),
    },
  }
}

/**
 * Premises whose incidents are released by area only, because a single one may identify a person. Addresses of
 * shelters are secret, and shown to analysts only.
 */
export const PREMISES_KINDS = ['school', 'care_home', 'clinic', 'shelter', 'congregation'] as const
export type PremisesKind = (typeof PREMISES_KINDS)[number]

export const CONTEXT_KINDS = [
  'land',
  'park',
  'square',
  'building',
  'street',
  'path',
  'rail',
  'station',
  ...PREMISES_KINDS,
  'lamp',
  'place_name',
] as const
export type ContextKind = (typeof CONTEXT_KINDS)[number]

/** A feature of the background map. Never part of a figure, except that `PREMISES_KINDS` withhold some. */
export interface ContextFeature {
  readonly id: number
  readonly kind: ContextKind
  readonly name: string | null
  /** 1 = drawn from afar … 5 = only close by. */
  readonly rank: number
  readonly planar: Geometry
}

/** A small layer as stored: geometry in metres of the city's CRS. */
export type PlanarFeature<K extends FeatureKind> = Omit<FeatureKinds[K], 'geometry'>

export interface LayerContents {
  readonly cameras: readonly PlanarFeature<'cameras'>[]
  readonly 'patrol-zones': readonly PlanarFeature<'patrol-zones'>[]
  readonly 'focus-areas': readonly PlanarFeature<'focus-areas'>[]
  readonly areas: readonly PlanarFeature<'areas'>[]
  readonly proposals: readonly PlanarFeature<'proposals'>[]
  readonly sources: readonly (Source & { readonly ordinal: number })[]
  /** The latest; no part of what the layers' digest or version cover. */
  readonly cut: UnitCut | null
  readonly context: readonly ContextFeature[]
}
