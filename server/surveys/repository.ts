import type { SurveyFigure } from './survey.ts'

export interface SurveyRepository {
  /** Every figure, by indicator, wave, area and group. */
  list(): Promise<readonly SurveyFigure[]>
  /**
   * Stores figures in one transaction: each wave of an indicator in them replaces the stored one.
   *
   * @throws DomainError `conflict` when an area is missing or a group occurs twice for one area
   */
  replaceWaves(figures: readonly SurveyFigure[]): Promise<void>
}
