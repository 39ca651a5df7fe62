/** Lengths of a cell's side on offer, metres. */
export const EDGES = [50, 100, 200, 400, 800] as const
export type EdgeMetres = (typeof EDGES)[number]

/** Hours of the day [startHour, endHour), local; wraps midnight when start > end; 0–24. */
export interface HourWindow {
  readonly startHour: number
  readonly endHour: number
}

/**
 * Which incidents count. Parsed and canonical: two equal questions are equal values.
 */
export interface IncidentFilter {
  /** Indexes into CATEGORIES, ascending, at least one. */
  readonly categories: readonly number[]
  /** What the caller asked by, for the record: `group:people`, `category:theft,burglary`, `group:all`. */
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
  /** Bits of FLAGS of which none may be set; what an audience may not see, set by `permit`. Absent = no condition. */
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
}
