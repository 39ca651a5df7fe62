import { NO_TALLY, type SourceTally } from './source-tallies.ts'

/** The sources whose incidents are disclosed in units, and their time span. */
export interface CountedSources {
  /** As given, with −1 for sources that are left out. */
  readonly registerOfSource: Int8Array
  /** Source indexes left out because none of their disclosed, placed incidents has a setting. */
  readonly withoutSetting: readonly number[]
  /** Source indexes whose disclosed incidents are all too coarse for a unit. */
  readonly areaOnly: readonly number[]
  /** First and last minute in which a placed incident of the disclosed classes begins; null when there is none. */
  readonly timeSpan: { readonly fromMinute: number; readonly toMinute: number } | null
}

/** Which sources may count. */
export interface CountedSourcesQuery {
  /** Index into REGISTERS by source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  /** Whether to leave out sources whose disclosed incidents have no setting. */
  readonly needsSetting: boolean
}

/** Selects sources by their tallies. */
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
