import { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../../server/surveys/messages.ts'
import { differs, type PerceivedSafetySeries } from './perceived-safety.ts'
import type { SurveyTexts } from './messages.ts'

type PerceivedSafety = PerceivedSafetySeries['waves'][number]

/** The indicator's text, as continuation of “71 % …”. */
export function indicatorText(code: string, { felt: perceivedSafety, language }: SurveyTexts): string {
  return SURVEY_INDICATORS[code]?.[language] ?? perceivedSafety.unknownIndicator(code)
}

/** The name of a group of respondents; null for an unknown one, which is shown as the survey's owner wrote it. */
export function respondentText(group: string, { language }: SurveyTexts): string | null {
  return RESPONDENT_GROUPS[group]?.[language] ?? null
}

/** The margin in brackets; nothing where the owner gave none. */
export function marginText(
  { marginPercent }: PerceivedSafety,
  { felt: perceivedSafety, formats }: SurveyTexts,
): string {
  return marginPercent === null ? '' : perceivedSafety.margin(formats.decimal(marginPercent, 1))
}

/** The result of one question as sentences: the newest wave, then the one before. */
export function perceivedSafetyText(
  { indicator, waves }: PerceivedSafetySeries,
  texts: SurveyTexts,
): readonly string[] {
  const { felt: perceivedSafety, formats } = texts
  const [newest, before] = waves
  if (newest === undefined) return []
  const what = indicatorText(indicator, texts)
  const survey = perceivedSafety.wave(newest.source, newest.wave)
  if (newest.percent === null) return [perceivedSafety.tooFew(what, survey)]
  const answers = newest.answers === null ? '' : perceivedSafety.answers(formats.count(newest.answers))
  const first = perceivedSafety.share(
    formats.decimal(newest.percent, 0),
    marginText(newest, texts),
    what,
    survey,
    answers,
  )
  return [first, ...changeText(newest, before, texts)]
}

function changeText(
  newest: PerceivedSafety,
  before: PerceivedSafety | undefined,
  texts: SurveyTexts,
): readonly string[] {
  const { felt: perceivedSafety, formats } = texts
  if (before === undefined || before.percent === null) return []
  const reported = perceivedSafety.before(
    formats.decimal(before.percent, 0),
    marginText(before, texts),
    before.wave,
  )
  const change = differs(newest, before)
  if (change === null) return [reported]
  return [reported, change ? perceivedSafety.changed : perceivedSafety.same]
}
