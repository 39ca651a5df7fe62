import { type AreaSeries, isYear } from './area-series.ts'
import { kindText } from './kind-text.ts'
import { periodText } from './period-text.ts'
import type { ReleaseTexts } from './messages.ts'

/**
 * The newest figure of a series as a sentence: period, count, kind, receiver, area. Hidden and uncovered figures are
 * stated as such, never as zero.
 */
export function reportedText(
  { register, group, figures }: AreaSeries,
  area: string,
  texts: ReleaseTexts,
): string {
  const { reported, formats, language } = texts
  const newest = figures[0]
  if (newest === undefined) return reported.none
  const period = periodText(newest.period, language)
  const when = isYear(newest.period) ? reported.inYear(period) : reported.inPeriod(period)
  const what = kindText({ register, group }, texts)
  const to = reported.to[register]
  if (newest.count === 'few') return reported.few(when, what, to, area)
  if (newest.count === 'withheld') return reported.withheld(when, what, to, area)
  if (newest.count === 'not-covered') return reported.notCovered(when, what, to, area)
  return reported.count(when, formats.count(newest.count), what, to, area)
}
