import { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../../server/surveys/messages.ts'
import { differs, type PerceivedSafetySeries } from './perceived-safety.ts'
import type { SurveyTexts } from './messages.ts'

type PerceivedSafety = PerceivedSafetySeries['waves'][number]

/** What was asked, so that it continues “71 % …”. */
export function indicatorWords(code: string, { felt, language }: SurveyTexts): string {
  return SURVEY_INDICATORS[code]?.[language] ?? felt.unknownIndicator(code)
}

/** Who answered; null for a group that has no words of ours, which is told as the survey's owner wrote it. */
export function respondentWords(group: string, { language }: SurveyTexts): string | null {
  return RESPONDENT_GROUPS[group]?.[language] ?? null
}

/** The margin in brackets; nothing where the owner gave none. */
export function marginWords({ marginPercent }: PerceivedSafety, { felt, formats }: SurveyTexts): string {
  return marginPercent === null ? '' : felt.margin(formats.decimal(marginPercent, 1))
}

/** What one question came to, the newest wave first and then the one before it, as sentences. */
export function perceivedSafetyText(
  { indicator, waves }: PerceivedSafetySeries,
  texts: SurveyTexts,
): readonly string[] {
  const { felt, formats } = texts
  const [newest, before] = waves
  if (newest === undefined) return []
  const what = indicatorWords(indicator, texts)
  const survey = felt.wave(newest.source, newest.wave)
  if (newest.percent === null) return [felt.tooFew(what, survey)]
  const answers = newest.answers === null ? '' : felt.answers(formats.count(newest.answers))
  const first = felt.share(
    formats.decimal(newest.percent, 0),
    marginWords(newest, texts),
    what,
    survey,
    answers,
  )
  return [first, ...beforeWords(newest, before, texts)]
}

function beforeWords(
  newest: PerceivedSafety,
  before: PerceivedSafety | undefined,
  texts: SurveyTexts,
): readonly string[] {
  const { felt, formats } = texts
  if (before === undefined || before.percent === null) return []
  const told = felt.before(formats.decimal(before.percent, 0), marginWords(before, texts), before.wave)
  const change = differs(newest, before)
  if (change === null) return [told]
  return [told, change ? felt.changed : felt.same]
}
