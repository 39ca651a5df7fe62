import { csvRow } from '../../platform/http/csv-field.ts'
import type { DemoSurveyFigure } from '../layers/surveys.ts'

const COLUMNS = 'indicator,wave,area,group,percent,margin,answers,source,published'

/** Survey figures as CSV, areas by their names. */
export function surveyFile(figures: readonly DemoSurveyFigure[]): string {
  const lines = figures.map((figure) => {
    const { indicator, wave, district, group, percent, marginPercent, answers, source, publishedOn } = figure
    return csvRow([indicator, wave, district, group, percent, marginPercent, answers, source, publishedOn])
  })
  return [COLUMNS, ...lines, ''].join('\n')
}
