import type { Source } from '../engine/snapshot/source.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import type { UnitReader } from '../engine/units/unit-kinds.ts'

/** Which units are asked for. */
export interface UnitQuery {
  /** Cells of 50 m, by month; of 200 m, by year and part of the week: see `buildPartCube`. */
  readonly population: CellPopulation
  /** Those that count. */
  readonly sources: readonly Source[]
  readonly reader: UnitReader
}

/** The same as of a moment: calendar months before its own have closed. */
export interface TimedUnitQuery extends UnitQuery {
  readonly atMs: number
}

/** What is told of incidents in units, from some sources. */
export interface ReaderUnits {
  readonly cube: UnitCube
  /** Of what staff are told, equal wherever that is equal; null for analysts. */
  readonly digest: string | null
  /** First and last minute of what the reader may count, for staff of its months; null when there is nothing. */
  readonly timeSpan: { readonly fromMinute: number; readonly toMinute: number } | null
  /**
   * Sources that are in no unit of staff's, because none of their incidents says in what setting it took place: whether it was
   * in a dwelling is not known of any.
   */
  readonly withoutSetting: readonly string[]
  /** Sources that know whole areas alone, and so are in no unit: a site has no figures of theirs. */
  readonly areaOnly: readonly string[]
}

/** Units with the version that they are of. */
export interface Units extends ReaderUnits {
  /** For staff of the units that they are told alone: the version of all incidents moves with those that are in none. */
  readonly version: string
  /** Equal texts, equal units. */
  readonly key: string
  /** Calendar months before the one of this moment have closed. */
  readonly atMs: number
}
