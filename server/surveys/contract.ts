import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { SURVEY_PATHS } from './paths.ts'

/** Largest file of survey figures, bytes: it is read whole. */
export const MAX_SURVEY_BYTES = 4 * 1024 * 1024

const surveyFigure = z
  .strictObject({
    indicator: z.string(),
    wave: z.string(),
    areaId: z.int(),
    group: z.string(),
    percent: z.number(),
    marginPercent: z.number().nullable(),
    answers: z.int().nullable(),
    source: z.string(),
    publishedOn: z.string().nullable(),
  })
  .meta({ id: 'SurveyFigure' })

const tag = 'surveys'

export const listSurveyFigures = defineEndpoint({
  id: 'listSurveyFigures',
  method: 'get',
  path: SURVEY_PATHS.surveys,
  tag,
  access: 'layers.read',
  summary: 'Figures of surveys of perceived safety, as their owners published them',
  responses: {
    200: json(
      'By indicator, wave, area and group of respondents.',
      z.strictObject({ items: z.array(surveyFigure) }),
    ),
  },
})

export const createSurveyImport = defineEndpoint({
  id: 'createSurveyImport',
  method: 'post',
  path: SURVEY_PATHS.surveyImports,
  tag,
  access: 'layers.write',
  closedIn: ['demo', 'maintenance'],
  audit: 'import',
  summary: 'Import survey figures from a CSV file: all of them or none',
  description:
    'Columns: indicator, wave, area (name or id of a district), group, percent, margin, answers, source and, if known, published (a date). Each wave of an indicator that the file holds replaces what was stored of it.',
  body: z.strictObject({ file: z.string().meta({ format: 'binary' }) }),
  bodyType: 'multipart',
  responses: {
    200: json(
      'Imported.',
      z.strictObject({
        figures: z.int(),
        waves: z.array(z.strictObject({ indicator: z.string(), wave: z.string(), figures: z.int() })),
      }),
    ),
  },
  errors: ['invalid-file', 'conflict'],
})
