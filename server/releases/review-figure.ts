import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { Register } from '../engine/disclosure/registers.ts'
import type { ShownCount } from '../engine/disclosure/rounding.ts'

/**
 * A count that a handling tells: a constraint that whoever read it knows.
 *
 * It counts incidents whose time begins in the period, positioned by address or street, of sources that are open to the
 * public, in the footprint or one of its rings. Left out are sensitive categories, flagged incidents, dwellings,
 * violence of unknown setting, and whatever lies at premises of which only areas tell (the oldest handlings count that). Every handling counts, published or not: from the lock on it may be filed, and what a
 * city files is usually a public record.
 */
export interface ReviewFigure {
  readonly reviewId: number
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly footprint: Polygon | MultiPolygon
  /** The ring: planar distance from the footprint in (from, to]; both 0 = the footprint itself. */
  readonly fromMetres: number
  readonly toMetres: number
  readonly register: Register
  readonly group: CategoryGroupCode
  /** [from, to), minutes since 1970 UTC; local midnights. */
  readonly fromMinute: number
  readonly toMinute: number
  readonly count: ShownCount
}

/** What the attack knows of reviews. */
export interface ReviewFigures {
  /** Every count that any handling tells, oldest first; withdrawn ones too. */
  publishedReviewFigures(): Promise<readonly ReviewFigure[]>
}
