import type { SurveyFigure } from './survey.ts'

export interface SurveyRepository {
  /** Every figure, by indicator, wave, area and group. */
  list(): Promise<readonly SurveyFigure[]>
  /**
   * Takes figures in, in one transaction: each wave of an indicator among them replaces what was stored of that wave.
   *
   * @throws DomainError `conflict` when an area is not there or a group comes twice for one area
   */
  replaceWaves(figures: readonly SurveyFigure[]): Promise<void>
}
