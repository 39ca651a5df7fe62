import type { KnownCells, KnownReleased, KnownSurvey } from './figures.ts'
import type { EvidenceTexts, FigureTexts } from './messages.ts'
import { kindTitle } from '../releases/kind-text.ts'
import { indicatorText, respondentText } from '../surveys/perceived-safety-text.ts'

/** A released figure in words: what, when, how many. */
export function releasedText({ count, period, ...kind }: KnownReleased, texts: FigureTexts): string {
  const { evidence: messages, formats } = texts.evidence
  const many =
    typeof count === 'number'
      ? messages.about(formats.count(count))
      : { few: messages.few, 'not-covered': messages.notCovered, withheld: messages.withheld }[count]
  return messages.released(kindTitle(kind, texts.releases), periodText(period, texts.evidence), many)
}

/** Four weeks from a Monday, a quarter or a year. */
export function periodText(period: string, { evidence: messages, formats }: EvidenceTexts): string {
  const quarter = /^(\d{4})-Q(\d)$/.exec(period)
  if (quarter !== null) return messages.quarter(quarter[2]!, quarter[1]!)
  return /^\d{4}$/.test(period) ? period : messages.fourWeeks(formats.shortDate(period))
}

/** What a set of cells counts, as a title, and when. */
export function cellsOf(
  { group, from, to }: Pick<KnownCells, 'group' | 'from' | 'to'>,
  { evidence: { formats }, releases }: FigureTexts,
): readonly [what: string, period: string] {
  const what = releases.reported.what[group] ?? group
  const [first, last] = [formats.month(from), formats.month(to)]
  return [`${what.charAt(0).toUpperCase()}${what.slice(1)}`, first === last ? first : `${first} – ${last}`]
}

/** The incidents in a set of cells, in words. */
export function cellsText({ count, cells, leftOut, ...set }: KnownCells, texts: FigureTexts): string {
  const { evidence: messages, formats } = texts.evidence
  const text = messages.cells(...cellsOf(set, texts), formats.count(count), formats.count(cells))
  return leftOut.length === 0 ? text : `${text} (${messages.leftOut(leftOut.join(', '))})`
}

/** A survey's share in words, with its margin. */
export function surveyText(figure: KnownSurvey, { evidence, surveys }: FigureTexts): string {
  const { evidence: messages, formats } = evidence
  const { indicator, group, percent, marginPercent, source, wave } = figure
  const margin = marginPercent === null ? '' : messages.margin(formats.decimal(marginPercent, 1))
  const share = `${formats.decimal(percent, 0)} %${margin}`
  const who = respondentText(group, surveys) ?? group
  return messages.survey(share, who, indicatorText(indicator, surveys), `${source} ${wave}`)
}
