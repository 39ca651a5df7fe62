import { z } from 'zod'
import { defineEndpoint } from '../platform/http/endpoint.ts'
import { optionalText, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { ILS_LEVELS } from '../measures/index.ts'
import { workEndpoints } from '../work/index.ts'
import { OCCASIONS, REPORTED_STATUSES } from './occasions.ts'
import { BOARD_REPORT_PATHS } from './paths.ts'

const MAX_ENTRIES = 200

export const boardReports = workEndpoints({
  kind: 'board-report',
  name: 'BoardReport',
  plural: 'BoardReports',
  list: BOARD_REPORT_PATHS.boardReports,
  one: BOARD_REPORT_PATHS.boardReport,
  history: BOARD_REPORT_PATHS.boardReportHistory,
  tag: 'board-reports',
  read: 'board-reports.read',
  write: 'board-reports.write',
  states: ['draft', 'filed'],
  fields: {
    occasion: z
      .enum(OCCASIONS, `one of ${OCCASIONS.join(', ')}`)
      .meta({ description: 'The plan, the report of the first or second tertial, or the annual report.' }),
    year: wholeNumber(2000, 2199),
    board: textField(120).meta({ description: 'The board that reports.' }),
    entries: z
      .array(
        z.strictObject({
          itemId: wholeNumber(1, 2 ** 31 - 1).meta({ description: 'The goal or measure.' }),
          title: textField(200).meta({ description: 'As it reads on the reporting date.' }),
          status: z.enum(REPORTED_STATUSES, `one of ${REPORTED_STATUSES.join(', ')}`),
          sentence: optionalText(300).meta({ description: 'One sentence about it.' }),
        }),
      )
      .max(MAX_ENTRIES, `at most ${MAX_ENTRIES}`)
      .default([]),
  },
  derived: {
    reportingDate: z.string().meta({ description: 'The day that it tells of, from the city’s calendar.' }),
  },
})
export type BoardReportResponse = z.output<typeof boardReports.output>

const steeringGoal = z
  .strictObject({
    level: z.enum(ILS_LEVELS),
    code: z.string(),
    year: z.int(),
    goalId: z.int(),
    areaId: z.int(),
    area: z.string(),
    goal: z.string(),
    indicator: z.string(),
    baseline: z.number().nullable(),
    target: z.number().nullable(),
    unit: z.string().nullable(),
    dueOn: z.string().nullable(),
    state: z.string(),
    occasion: z
      .enum(OCCASIONS)
      .nullable()
      .meta({ description: 'The last filed report that tells of it; null for none.' }),
    status: z.enum(REPORTED_STATUSES).nullable(),
    sentence: z.string().nullable(),
  })
  .meta({ id: 'SteeringGoal' })
export type SteeringGoal = z.output<typeof steeringGoal>

export const listSteeringGoals = defineEndpoint({
  id: 'listSteeringGoals',
  method: 'get',
  path: BOARD_REPORT_PATHS.steeringGoals,
  tag: 'board-reports',
  access: 'board-reports.read',
  summary:
    'Goals with a code of the city’s steering (ILS) in a year, with what the last filed report says of each',
  query: z.strictObject({
    year: z
      .string('a year')
      .regex(/^2\d{3}$/, 'a year, 2000–2199')
      .transform(Number)
      .meta({ description: 'Year of the steering.' }),
    format: z
      .enum(['json', 'csv'], 'one of json, csv')
      .default('json')
      .meta({ description: '`csv` for a spreadsheet.' }),
  }),
  responses: {
    200: {
      description: 'Goals by code.',
      content: {
        'application/json': z.strictObject({ items: z.array(steeringGoal) }),
        'text/csv': z.string(),
      },
    },
  },
})
