import type { MultiPolygon, Polygon } from 'geojson'
import type { CellClass } from '../engine/statistics/surface-types.ts'
import type { Interval, OpenInterval } from '../engine/statistics/interval.ts'
import type { SiteUnits } from '../engine/units/site-units.ts'
import type { TimeUnit } from './subjects.ts'

export interface CheckQuery {
  /** WGS 84, as requested (after repair, if any). */
  readonly geometry: Polygon | MultiPolygon
  /** [from, to) as ISO instants, whole calendar months; default the last twelve that the sources know. */
  readonly from: string
  readonly to: string
  /** The requested period, where it was not of whole closed months. */
  readonly asked?: { readonly from: string; readonly to: string }
  /** Outer radii of the surrounding rings, metres, ascending; default [100, 250]. */
  readonly ringMetres: readonly number[]
  readonly edgeMetres: number
  /** The role whose limits the figures keep; absent where only analysts may read the evidence. */
  readonly limitedTo?: 'planner' | 'coordinator'
  /** Ids of the sources that are not open to the organisation it was computed for; absent = none. */
  readonly leftOut?: readonly string[]
}

/** The site or one of the disjoint rings round it, as a set of cells of 50 m. */
export interface EvidenceZone {
  /** 0 = the site, 1 = the first ring, … */
  readonly zone: number
  /** How the site's cells were chosen; absent from rings, and from evidence of methods before 3. */
  readonly rule?: SiteUnits['rule']
  /** Distances from the drawn area. */
  readonly fromMetres: number
  readonly toMetres: number
  /** [i, j] of each cell in the study area; absent from evidence of methods before 3, which counted the drawn area itself. */
  readonly cells?: readonly (readonly [i: number, j: number])[]
  readonly areaM2: number
  readonly landM2: number
}

/** Closed calendar months, quarters or years that something is counted in. */
export interface EvidencePeriod {
  readonly per: TimeUnit
  /** [from, to) as ISO instants. */
  readonly from: string
  readonly to: string
  /** Whether the sources cover it. */
  readonly covered: boolean
}

/** One group or category in one zone: two periods, compared exactly. */
export interface CountEvidence {
  readonly id: string
  readonly zone: number
  readonly group: string | null
  readonly category: string | null
  /** In which of the evidence's periods; absent from evidence of methods before 4, which had one. */
  readonly per?: TimeUnit
  readonly count: number
  readonly interval: Interval
  /** Per hectare of land; null when there is too little land. */
  readonly perHectare: number | null
  readonly yearEarlier: number | null
  /** count / yearEarlier; null when yearEarlier is 0 or not covered. */
  readonly ratio: number | null
  readonly ratioInterval: OpenInterval | null
  /** Two-sided exact conditional binomial p. */
  readonly p: number | null
  /**
   * Pearson's χ²/df of the group's counts by month about each period's own rate a day, for groups disclosed by
   * quarter over the quarters of up to five years; null where there are too few. The interval is scaled when it
   * exceeds 1.5.
   */
  readonly dispersion: number | null
  readonly scaled: boolean
}

export interface RankEvidence {
  readonly id: string
  readonly group: string
  readonly status: 'ok' | 'too-large' | 'too-few-places' | 'outside-population'
  /** Number of disjoint comparable places; `more` = share · places, rounded. */
  readonly places: number
  readonly more: number
  /** All comparable placements on the lattice. */
  readonly placements: number
  /** Share of the placements that hold more, ties counted half, with Wilson's 95 % interval by the disjoint places. */
  readonly share: number | null
  readonly interval: Interval | null
  /** Whether the interval excludes ½: else the place does not differ from the median. */
  readonly apart: boolean
  /** False where only places within 40 km were compared. */
  readonly whole: boolean
  readonly matchedOn: 'residents' | 'incidents'
}

/** A cell that the footprint touches and whose class is not `even`. */
export interface CellEvidence {
  readonly id: string
  readonly group: string
  readonly i: number
  readonly j: number
  readonly class: CellClass
  readonly count: number
  readonly sum: number
  readonly expected: number
  readonly ratio: number
  readonly interval: Interval
  readonly q: number
  /** Null where every cell of the city holds the same. */
  readonly z: number | null
  /** Share of the footprint that lies in the cell. */
  readonly shareOfFootprint: number
}

/** Hours (24) by weekdays (7), Monday first: aoristic counts of known time in the site and its first ring. */
export interface ProfileEvidence {
  readonly id: string
  readonly group: string
  readonly here: readonly (readonly number[])[]
  /** The city's counts, same shape. */
  readonly city: readonly (readonly number[])[]
  readonly knownTime: number
  readonly timeUnknown: number
}

export interface CameraEvidence {
  readonly id: string
  readonly cameras: readonly { readonly id: number; readonly name: string; readonly zone: number }[]
  /** Share of the footprint in nominal views; obstruction is not considered. */
  readonly shareInNominalViews: number
}

export interface PatrolEvidence {
  readonly id: string
  readonly zoneId: number
  readonly name: string
  readonly shareOfFootprint: number
  /** Share of local incidents of known time that fall within scheduled hours; null with none. */
  readonly shareInSchedule: number | null
  readonly knownTime: number
}

export interface TouchEvidence {
  readonly id: string
  readonly layer: 'focus-areas' | 'areas' | 'proposals'
  readonly featureId: number
  readonly name: string
  readonly shareOfFootprint: number
}

/** A short statement generated from the numbers, in both languages, pointing at its evidence. */
export interface Finding {
  readonly id: string
  readonly kind:
    | 'site'
    | 'hot-cells'
    | 'change'
    | 'rank'
    | 'none-recorded'
    | 'too-few'
    | 'cameras'
    | 'patrol'
    | 'touches'
    | 'profile'
    | 'coverage'
  readonly sv: string
  readonly en: string
  /** Ids of the evidence that it rests on. */
  readonly evidence: readonly string[]
  /** BH-adjusted over the family of findings; null for a statement without a test. */
  readonly q: number | null
  readonly conclusive: boolean
}

export interface Provenance {
  readonly snapshotVersion: string
  readonly query: CheckQuery
  readonly methods: readonly { readonly name: string; readonly source: string }[]
  readonly limits: readonly { readonly sv: string; readonly en: string }[]
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly coversFrom: string | null
    readonly coversTo: string | null
  }[]
  readonly notices: readonly { readonly sv: string; readonly en: string }[]
  readonly demo: boolean
  /** Area of the footprint, and whether a study area defined the land. */
  readonly footprintM2: number
  readonly landKnown: boolean
}

/** How the figures were computed. */
export interface Method {
  readonly id: string
  readonly version: number
}

/** The evidence of a check. Its RFC 8785 bytes are hashed and stored. */
export interface Evidence {
  /** Evidence of 0.1.0 and 0.2.0 has none. */
  readonly method: Method
  /** By month, quarter and year, as disclosed to staff; absent from evidence of methods before 4. */
  readonly periods?: readonly EvidencePeriod[]
  readonly zones: readonly EvidenceZone[]
  readonly counts: readonly CountEvidence[]
  readonly ranks: readonly RankEvidence[]
  readonly cells: readonly CellEvidence[]
  readonly profiles: readonly ProfileEvidence[]
  readonly cameras: CameraEvidence
  readonly patrols: readonly PatrolEvidence[]
  readonly touches: readonly TouchEvidence[]
  readonly findings: readonly Finding[]
  readonly provenance: Provenance
}
