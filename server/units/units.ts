import type { Source } from '../engine/snapshot/source.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import type { UnitReader } from '../engine/units/unit-kinds.ts'

/** A query for units. */
export interface UnitQuery {
  /** Cells of 50 m, by month; of 200 m, by year and part of the week: see `buildPartCube`. */
  readonly population: CellPopulation
  /** The sources that count. */
  readonly sources: readonly Source[]
  readonly reader: UnitReader
}

/** A query for units as of a moment: calendar months before it have closed. */
export interface TimedUnitQuery extends UnitQuery {
  readonly atMs: number
}

/** Units disclosed to a reader, from some sources. */
export interface ReaderUnits {
  readonly cube: UnitCube
  /** Digest of the sums disclosed to staff; null for analysts. */
  readonly digest: string | null
  /** First and last minute of the countable incidents, for staff of whole months; null when there are none. */
  readonly timeSpan: { readonly fromMinute: number; readonly toMinute: number } | null
  /** Sources left out for staff because none of their incidents has a setting, so that any may be in a dwelling. */
  readonly withoutSetting: readonly string[]
  /** Sources located by area only, which are in no unit and give no figures of a site. */
  readonly areaOnly: readonly string[]
}

/** Units with their version. */
export interface Units extends ReaderUnits {
  /** For staff the version of their units only: the snapshot's also changes with incidents in none. */
  readonly version: string
  /** Equal keys, equal units. */
  readonly key: string
  /** Calendar months before the one of this moment have closed. */
  readonly atMs: number
}
