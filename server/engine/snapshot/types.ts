import type { ContextFeature, FeatureKind, FeatureKinds } from './features.ts'
import type { IncidentSegment, RowRange } from './incident-columns.ts'
import type { Projection } from '../projection/projection.ts'
import type { FeedPosition } from './incident-batch.ts'
import type { Source } from './source.ts'
import type { MonthSpan } from '../time/whole-months.ts'
import type { UnitCut } from '../units/unit-cut.ts'

/** A calendar month of which a source has incidents dated by month only. */
export interface SourceMonth extends MonthSpan {
  readonly sourceId: string
}

/** A rectangle of the Web-Mercator world, the world 2^32 wide: minX ≤ x < maxX, minY ≤ y < maxY. */
export interface WorldBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A rectangle in the city's CRS, centimetres, borders included. */
export interface PlanarBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/**
 * Bounding boxes over blocks of consecutive rows, and over blocks of blocks. Plain arrays, so that it goes to a
 * worker as it is. A box is four numbers: least x, least y, greatest x, greatest y, all included.
 */
export interface BlockIndex {
  readonly rows: number
  readonly blockRows: number
  /** Boxes that the levels hold, rows' blocks first; each level follows the one below in the arrays. */
  readonly levels: readonly number[]
  readonly world: Uint32Array
  readonly plane: Int32Array
}

/** A segment with the index that finds its rows by place. */
export interface IndexedSegment extends IncidentSegment {
  /** The boxes that the ranges come from, as plain shared arrays. */
  readonly blocks: BlockIndex
  /** Ranges of rows that hold every row in the box (and may hold others). */
  rangesInWorld(box: WorldBox): readonly RowRange[]
  rangesInPlane(box: PlanarBox): readonly RowRange[]
}

/** The small layers at one version. */
export interface LayerSnapshot {
  /** Digest of all layers, including the context, which is not part of the snapshot version. */
  readonly digest: string
  features<K extends FeatureKind>(kind: K): readonly FeatureKinds[K][]
  readonly context: readonly ContextFeature[]
  readonly sources: readonly Source[]
  /** The latest cut of units; null before the first. */
  readonly cut: UnitCut | null
}

/** All data at one version. Immutable; held from `acquire` until `release`, because its memory is reused. */
export interface Snapshot {
  /** 32 hex digits: equal in every process and on both databases for equal data. */
  readonly version: string
  readonly position: FeedPosition
  readonly loadedAtMs: number
  /** Weighted and unweighted number of live incidents. */
  readonly incidents: number
  readonly weight: number
  /**
   * First and last minute that any live incident begins in; for one dated by month, the last of the month. Null when
   * there are none.
   */
  readonly timeSpan: { readonly fromMinute: number; readonly toMinute: number } | null
  /** Months of which a source has incidents dated by month only. */
  readonly months: readonly SourceMonth[]
  readonly segments: readonly IndexedSegment[]
  readonly layers: LayerSnapshot
  readonly projection: Projection
  readonly timezone: string
  /** Source ids by `columns.source`. */
  readonly sourceIds: readonly string[]
}
