import type { MultiPolygon, Polygon } from 'geojson'
import type { Register } from '../engine/disclosure/registers.ts'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'

/** A count that was given out on request: whoever got it may hold it against the releases. */
export interface GivenFigure {
  /** For the approver: area, register, group and days. */
  readonly name: string
  /** Equal for equal outlines. */
  readonly outlineKey: string
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly planar: Polygon | MultiPolygon
  readonly register: Register
  readonly group: CategoryGroupCode
  /** First and last day by the city's calendar, `2026-03-12`. */
  readonly from: string
  readonly to: string
  /** What it implies of the incidents that releases count: at least `low`, at most `high`. */
  readonly low: number
  readonly high: number
}

/** Every count that was given out on request. */
export interface GivenFigures {
  givenFigures(): Promise<readonly GivenFigure[]>
}

/** A hidden figure that could be derived, with the values that would remain possible; both −1 after a timeout. */
export interface DerivableFigure extends Pick<GivenFigure, 'register' | 'group' | 'from' | 'to'> {
  /** Name of its area or place, or the indexes of its cell. */
  readonly where: string
  readonly counts: 'area' | 'cell' | 'place' | 'ring'
  readonly low: number
  readonly high: number
}
