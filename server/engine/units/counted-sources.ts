import { NO_TALLY, type SourceTally } from './source-tallies.ts'

/** The sources whose incidents are told of in units, and of which time. */
export interface CountedSources {
  /** As it was given, −1 besides for sources that are left out. */
  readonly registerOfSource: Int8Array
  /** Source indexes that are left out: of their placed incidents that are told none says in what setting it took place. */
  readonly withoutSetting: readonly number[]
  /** Source indexes of which no incident that is told is placed precisely enough for a unit: they know whole areas alone. */
  readonly areaOnly: readonly number[]
  /** First and last minute that a placed incident of the classes told begins in; null when there is none. */
  readonly timeSpan: { readonly fromMinute: number; readonly toMinute: number } | null
}

/** Of whom is told. */
export interface CountedSourcesQuery {
  /** Index into REGISTERS by source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  /** Whether sources are left out none of whose incidents that are told says in what setting it took place. */
  readonly needsSetting: boolean
}

/** Judges sources by their tallies. */
export function countedSources(
  tallies: readonly SourceTally[],
  { registerOfSource, needsSetting }: CountedSourcesQuery,
): CountedSources {
  const tallyOf = (of: number) => tallies[of] ?? NO_TALLY
  const indexes = [...registerOfSource.keys()].filter((of) => registerOfSource[of]! >= 0)
  const areaOnly = indexes.filter((of) => tallyOf(of).coarse > 0 && tallyOf(of).placed === 0)
  const withoutSetting = needsSetting
    ? indexes.filter((of) => tallyOf(of).withSetting === 0 && !areaOnly.includes(of))
    : []
  const disclosed = registerOfSource.map((register, of) => (withoutSetting.includes(of) ? -1 : register))
  const timeSpan = spanOf(indexes.filter((of) => disclosed[of]! >= 0).map(tallyOf))
  return { registerOfSource: disclosed, withoutSetting, areaOnly, timeSpan }
}

function spanOf(tallies: readonly SourceTally[]): CountedSources['timeSpan'] {
  const fromMinute = Math.min(...tallies.map(({ first }) => first))
  const toMinute = Math.max(...tallies.map(({ last }) => last))
  return fromMinute > toMinute ? null : { fromMinute, toMinute }
}
