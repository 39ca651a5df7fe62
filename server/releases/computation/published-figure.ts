import type { CountedRegion } from '../../engine/disclosure/plane-atoms.ts'
import type { Register } from '../../engine/disclosure/registers.ts'
import type { CountRange } from '../../engine/disclosure/shown-count.ts'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { GivenFigure } from '../given-figure.ts'
import type { ReleaseContents } from '../release.ts'
import type { MinuteSpan } from './periods.ts'

/** What is or may become known. */
export interface Disclosures {
  readonly releases: readonly ReleaseContents[]
  /** Counts that were given out on request. */
  readonly given: readonly GivenFigure[]
  /** Counts that may be given out next. */
  readonly requested?: readonly GivenFigure[]
  readonly zone: Zone
}

/** A figure as an attacker reads it: bounds on the incidents of a kind, in a region and time. */
export interface PublishedFigure extends CountRange {
  /** Its name for the approver: release, region, register, group and period. */
  readonly name: string
  /** Name of its area or place, the latter’s ring included, or the cell’s indexes. */
  readonly where: string
  readonly counts: FigurePart
  readonly register: Register
  readonly group: CategoryGroupCode
  /** Index into the regions. */
  readonly region: number
  readonly span: MinuteSpan
  /** A sixth of the week, 0–5, of a yearly profile; null for all hours, known or not. */
  readonly part: number | null
  /** Values that must remain possible of a hidden figure; null for a shown one. */
  readonly hidden: { readonly maxValue: number; readonly orAbove: boolean } | null
  /** For figures by statistical area only. */
  readonly statistical?: StatisticalRank
  /** Price of hiding it, relative to other figures. */
  readonly price: number
  /** Its position in the contents. */
  readonly at: FigurePosition
}

/** What of its area a figure counts. */
export type FigurePart = 'area' | 'cell' | 'place' | 'ring'

/** A statistical area among those of its district: the one with the fewest residents is 0. */
export interface StatisticalRank {
  readonly district: string
  readonly rank: number
}

export interface FigurePosition {
  /** Index of the release; −1 for a figure in none. */
  readonly release: number
  readonly list:
    | 'areaFigures'
    | 'statistical'
    | 'hexes'
    | 'figures'
    | 'profile'
    | 'unreleased'
    | 'given'
    | 'requested'
  readonly index: number
}

export interface PublishedFigures {
  readonly figures: readonly PublishedFigure[]
  readonly regions: readonly CountedRegion[]
  /** Number of hidden city-wide figures, whose incidents no other figure counts. */
  readonly hiddenInCity: number
  readonly disclosedInCity: number
}
