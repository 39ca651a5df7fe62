import type { SurveyFigure } from './survey.ts'
import { placeFigures } from './place-figures.ts'
import { readSurvey, refuseFile } from './read-survey.ts'
import type { SurveyRepository } from './repository.ts'
import type { FeatureRepository } from '../layers/index.ts'

export interface SurveyImportResult {
  readonly figures: number
  /** Every wave that the file holds figures of. */
  readonly waves: readonly { readonly indicator: string; readonly wave: string; readonly figures: number }[]
}

export interface SurveyService {
  list(): Promise<readonly SurveyFigure[]>
  /**
   * Imports a CSV file, all or nothing. Each wave of an indicator in it replaces the stored one, so the same file
   * again changes nothing.
   *
   * @throws DomainError `invalid-file` that names every line that cannot be used
   */
  importFile(text: string): Promise<SurveyImportResult>
}

interface Deps {
  readonly surveys: SurveyRepository
  readonly features: Pick<FeatureRepository, 'readAreas'>
}

/** Surveys of perceived safety: aggregates that their owner published, separate from incidents. */
export function createSurveyService({ surveys, features }: Deps): SurveyService {
  return {
    list: () => surveys.list(),
    async importFile(text) {
      const read = await readSurvey(text)
      const { figures, problems } = placeFigures(read, await features.readAreas())
      refuseFile(problems)
      await surveys.replaceWaves(figures)
      return { figures: figures.length, waves: wavesOf(figures) }
    },
  }
}

function wavesOf(figures: readonly SurveyFigure[]): SurveyImportResult['waves'] {
  const waves = new Map<string, { indicator: string; wave: string; figures: number }>()
  for (const { indicator, wave } of figures) {
    const key = JSON.stringify([indicator, wave])
    const before = waves.get(key)?.figures ?? 0
    waves.set(key, { indicator, wave, figures: before + 1 })
  }
  return [...waves.values()]
}
