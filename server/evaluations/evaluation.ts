import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { MeasureEvaluation } from '../engine/units/evaluate-measure.ts'
import type { WorkItem } from '../work/index.ts'
import type { MultiPolygon, Polygon } from 'geojson'

/** Changes where the figures of an evaluation may; only those of the present method are computed again. */
export const EVALUATION_METHOD = 3

/** A measure, as far as its evaluation needs it. */
export interface EvaluatedMeasure {
  readonly id: number
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
  /** Calendar days; null while it is not decided when. */
  readonly beginsOn: string | null
  /** Last day of carrying it out; null for the day on which it began. */
  readonly carriedOutBy: string | null
}

/** A closed range of calendar months as days: from the first day through the last. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

/** What is computed and hashed: of who asked, it depends on the sources that are open to their organisation. */
export interface EvaluationResult {
  readonly method: number
  readonly measure: EvaluatedMeasure
  readonly group: CategoryGroupCode
  /** Areas of other measures, which are no comparison. */
  readonly others: readonly (Polygon | MultiPolygon)[]
  /** Ids of the sources that were not open to the organisation it was computed for; absent = none. */
  readonly leftOut?: readonly string[]
  readonly after: DayRange
  /** The later one first. */
  readonly before: readonly DayRange[]
  readonly cells: { readonly site: number; readonly ring: number }
  readonly ringMetres: number
  readonly evaluation: MeasureEvaluation
  /** By month, people by quarter. */
  readonly series: readonly (DayRange & { readonly site: number; readonly ring: number })[]
  /** Version of the units that it is computed from. */
  readonly unitsVersion: string
  /** When these were cut. */
  readonly cutAt: string
}

/** An evaluation as it is kept: computed once, and never changed but by what was learnt. */
export interface EvaluationContent {
  readonly result: EvaluationResult
  readonly sha256: string
  /** Ids of the sources that were counted; absent = all that planners read. */
  readonly sources?: readonly string[]
  /** Where the incidents are found again: the snapshot's position. */
  readonly epoch: string
  readonly visible: string
  /** What is done now, in words; null until somebody says. */
  readonly learnt: string | null
}

/** Followed by what is decided of the measure: `computed`, then `continue`, `change` or `end`. */
export const EVALUATION_STATES = ['computed', 'continue', 'change', 'end'] as const
export type StoredEvaluation = WorkItem<EvaluationContent>
