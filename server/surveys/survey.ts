/** One share of a survey of felt safety in an area, as the survey's owner published it; never merged with reports. */
export interface SurveyFigure {
  /** What was asked: a code of `SURVEY_INDICATORS`, or the owner's own words. */
  readonly indicator: string
  /** When it was asked: `2025`, `2025-Q4`, … Waves sort as texts. */
  readonly wave: string
  /** The district that was asked about. */
  readonly areaId: number
  /** Who answered: a code of `RESPONDENT_GROUPS`, or the owner's own words. */
  readonly group: string
  /** 0–100. */
  readonly percent: number
  /** Half the width of the 95 % interval, percentage points; null where the owner gives none. */
  readonly marginPercent: number | null
  /** How many answered; null where the owner does not tell. */
  readonly answers: number | null
  /** Who asked, and in which survey. */
  readonly source: string
  /** The day on which the owner published it, `yyyy-mm-dd`; null where unknown. */
  readonly publishedOn: string | null
}
