/**
 * One share of a survey of perceived safety in an area, as the survey's owner published it; never merged with
 * incidents.
 */
export interface SurveyFigure {
  /** The indicator: a code of `SURVEY_INDICATORS`, or the owner's own text. */
  readonly indicator: string
  /** The wave: `2025`, `2025-Q4`, … Waves sort as texts. */
  readonly wave: string
  /** The surveyed district. */
  readonly areaId: number
  /** The respondents: a code of `RESPONDENT_GROUPS`, or the owner's own text. */
  readonly group: string
  /** 0–100. */
  readonly percent: number
  /** Half the width of the 95 % interval, percentage points; null where the owner gives none. */
  readonly marginPercent: number | null
  /** Number of respondents; null where the owner gives none. */
  readonly answers: number | null
  /** Owner and name of the survey. */
  readonly source: string
  /** The day on which the owner published it, `yyyy-mm-dd`; null where unknown. */
  readonly publishedOn: string | null
}
