import type { SurfaceQuery } from '../snapshot/query.ts'

/** Classes of a cell; the position in the list is the stored code. Hot means `high2` or `high4`. */
export const CELL_CLASSES = ['few', 'below2', 'below', 'even', 'above', 'high2', 'high4'] as const
export type CellClass = (typeof CELL_CLASSES)[number]

/** A cell of the city-wide lattice. */
export interface Cell {
  readonly i: number
  readonly j: number
}

/**
 * The population of cells of one edge: the dense block i0 ≤ i < i0+columns, j0 ≤ j < j0+rows, column by column:
 * dense index = (i − i0)·rows + (j − j0).
 */
export interface CellPopulation {
  readonly edgeMetres: number
  readonly i0: number
  readonly j0: number
  readonly columns: number
  readonly rows: number
  /** Land of the cell in m² (study area minus water), 0 for a cell that is not in the population. */
  readonly landArea: Float64Array
  /** Residents spread by share of land (areal weighting), null when no area carries residents. */
  readonly residents: Float64Array | null
  /** Visitors spread by share of land, null when no area carries visitors. */
  readonly visitors: Float64Array | null
  /** Number of cells in the population. */
  readonly cells: number
  /** Identifies the areas it was made from; part of the snapshot version. */
  readonly digest: string
  /** True when the study area was derived from the incidents, not given. */
  readonly derived: boolean
}

/** The cells of a surface, one entry a cell of the population, ordered by i then j. */
export interface SurfaceCells {
  readonly length: number
  readonly i: Int32Array
  readonly j: Int32Array
  /** Incidents in the cell (weighted; fractions under aoristic). */
  readonly count: Float64Array
  /** Incidents in the cell and its ring. */
  readonly sum: Float64Array
  readonly expected: Float64Array
  readonly ratio: Float64Array
  /** 95 % interval of the ratio. */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly p: Float64Array
  readonly q: Float64Array
  /** Codes of CELL_CLASSES. */
  readonly classCode: Uint8Array
  /** Share of the cell's incidents at its commonest position, NaN for an empty cell. */
  readonly dominance: Float64Array
  /** Gi* and its normal two-sided p: given because the field expects them, never classified on. */
  readonly z: Float64Array
  readonly pNormal: Float64Array
  readonly landArea: Float64Array
}

export interface SurfaceTotals {
  /** Number of cells in the population. */
  readonly cells: number
  /** Weighted incidents that count, inside the population. */
  readonly incidents: number
  /** Weighted incidents that pass the filter but lie in no cell of the population. */
  readonly outside: number
  /** Weighted incidents left out because their time is not known well enough for the hour or weekday filter. */
  readonly timeUnknown: number
  readonly mean: number
  /** Standard deviation with divisor n. */
  readonly sd: number
  readonly alpha: number
}

/** A hotspot surface: a pure function of (snapshot version, query). */
export interface HotspotSurface {
  readonly snapshotVersion: string
  readonly query: SurfaceQuery
  readonly cells: SurfaceCells
  readonly totals: SurfaceTotals
  /** Whether the study area was derived from the incidents. */
  readonly derivedStudyArea: boolean
}
