import type { PerceivedSafetyFigure, ReleaseArea } from '../release.ts'
import { MIN_RESPONDENTS } from '../../engine/disclosure/min-respondents.ts'
import type { SurveyFigure } from '../../surveys/index.ts'

/**
 * The latest wave of every survey, as it was published by the end of a period. A share of fewer than thirty
 * respondents is not released; merged districts have none, because shares of different districts cannot be added.
 *
 * @param lastDay of the period, `yyyy-mm-dd`
 */
export function perceivedSafetyFigures(
  surveys: readonly SurveyFigure[],
  areas: readonly ReleaseArea[],
  lastDay: string,
): readonly PerceivedSafetyFigure[] {
  const published = surveys.filter(({ publishedOn }) => publishedOn === null || publishedOn <= lastDay)
  const latest = new Map<string, string>()
  for (const { indicator, wave } of published) {
    if (wave > (latest.get(indicator) ?? '')) latest.set(indicator, wave)
  }
  return areas.flatMap(({ key, areaIds }) =>
    published
      .filter(({ areaId, indicator, wave }) => {
        return areaIds.length === 1 && areaIds[0] === areaId && latest.get(indicator) === wave
      })
      .map((figure) => perceivedSafetyFigure(key, figure)),
  )
}

function perceivedSafetyFigure(area: string, figure: SurveyFigure): PerceivedSafetyFigure {
  const { indicator, wave, group, answers, source } = figure
  const disclosed = answers !== null && answers >= MIN_RESPONDENTS
  return {
    area,
    indicator,
    wave,
    group,
    percent: disclosed ? Math.round(figure.percent) : null,
    marginPercent: disclosed && figure.marginPercent !== null ? Math.ceil(figure.marginPercent) : null,
    answers: disclosed ? answers : null,
    source,
  }
}
