/** Paths of this module as OpenAPI templates. */
export const SURVEY_PATHS = {
  surveys: '/api/surveys',
  surveyImports: '/api/survey-imports',
} as const
