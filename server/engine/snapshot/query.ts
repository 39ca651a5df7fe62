import type { UnitBuckets } from '../units/unit-kinds.ts'
import type { StepMonths } from '../time/closed-steps.ts'
import type { MonthRange } from '../time/months.ts'

/** Lengths of a cell's side on offer, metres. */
export const EDGES = [50, 100, 200, 400, 800] as const
export type EdgeMetres = (typeof EDGES)[number]

/** Hours of the day [startHour, endHour), local; wraps midnight when start > end; 0–24. */
export interface HourWindow {
  readonly startHour: number
  readonly endHour: number
}

/** Which incidents count. Parsed and canonical: equal queries are equal values. */
export interface IncidentFilter {
  /** Indexes into CATEGORIES, ascending, at least one. */
  readonly categories: readonly number[]
  /** The requested categories as text, for the record: `group:people`, `category:theft,burglary`, `group:all`. */
  readonly categoriesLabel: string
  /** [from, to) in minutes since 1970 UTC; null = open. */
  readonly fromMinute: number | null
  readonly toMinute: number | null
  readonly hours: HourWindow | null
  /** ISO weekdays 1–7 ascending, null = all. A wrapped window belongs to the day on which it starts. */
  readonly weekdays: readonly number[] | null
  /** Bits by precision code. */
  readonly precisionMask: number
  /** Bits of FLAGS that must all be set; 0 = no condition. */
  readonly flags: number
  /** Bits of FLAGS of which none may be set; those hidden from the audience, set by `permit`. Absent = no condition. */
  readonly excludedFlags?: number
  /** Source ids, sorted; null = all. */
  readonly sources: readonly string[] | null
}

/** How an incident whose time is an interval is counted. */
export type TimeMode = 'from' | 'aoristic'

export type Exposure = 'area' | 'residents' | 'visitors'

/** What a hotspot surface is computed from; together with the snapshot version it fixes every number. */
export interface SurfaceQuery {
  readonly edgeMetres: EdgeMetres
  readonly filter: IncidentFilter
  readonly time: TimeMode
  readonly exposure: Exposure
}

/** A surface that the caller may see: only `permit` makes one. */
export interface PermittedSurfaceQuery extends SurfaceQuery {
  readonly audienceKey: string
  /** Ids of the sources that are not open to the caller's organisation; absent = none. */
  readonly leftOut?: readonly string[]
  /** Units to sum, for audiences that see units; absent where rows are counted. */
  readonly units?: UnitScope
}

/** The units that a surface sums; the filter describes the same. */
export interface UnitScope {
  /** Edge of the units: 50 m by month, 200 m by year and part of the week. */
  readonly unitEdge: EdgeMetres
  /** Source ids open to the audience; null = all. `buckets` selects the requested ones. */
  readonly openSources: readonly string[] | null
  readonly months: MonthRange
  /** What `months` are whole of. */
  readonly step: StepMonths
  /** COUNTED and TIME_UNKNOWN: see `unitCellValues`. */
  readonly buckets: UnitBuckets
  /** The period before it was widened, [from, to) in minutes since 1970 UTC; null = open. */
  readonly asked: Pick<IncidentFilter, 'fromMinute' | 'toMinute'>
}
