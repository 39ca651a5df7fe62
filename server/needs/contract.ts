import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { areaGeometrySchema } from '../platform/http/fields/geojson.ts'
import { optionalText, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { NEED_PATHS } from './paths.ts'

/** Where a need was heard: on a safety walk, in a survey, in a situation picture, from a board. */
const SOURCES = ['walk', 'survey', 'picture', 'board'] as const

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`)
const idField = wholeNumber(1, 2 ** 31 - 1)
const degrees = (limit: number) => z.number('degrees').min(-limit, 'degrees').max(limit, 'degrees')
const common = { tag: 'needs', read: 'measures.read', write: 'measures.write' } as const

export const localNeeds = workEndpoints({
  ...common,
  kind: 'local-need',
  name: 'LocalNeed',
  plural: 'LocalNeeds',
  list: NEED_PATHS.localNeeds,
  one: NEED_PATHS.localNeed,
  history: NEED_PATHS.localNeedHistory,
  states: ['open', 'taken', 'not-now'],
  fields: {
    sentence: textField(300).meta({ description: 'The need, in one sentence.' }),
    source: oneOf(SOURCES),
    point: z
      .strictObject({ lon: degrees(180), lat: degrees(90) })
      .nullable()
      .default(null)
      .meta({ description: 'Where, WGS 84; null for the whole place or district.' }),
    proposalId: idField.nullable().default(null).meta({ description: 'The proposal that it is taken into.' }),
    measureId: idField.nullable().default(null).meta({ description: 'The measure that it is taken into.' }),
    notNowBecause: optionalText(300),
  },
  derived: {
    takenInto: z
      .string()
      .nullable()
      .meta({ description: 'The title of the proposal that it is taken into.' }),
  },
})
export type LocalNeedResponse = z.output<typeof localNeeds.output>

export const needQuestions = workEndpoints({
  ...common,
  write: 'reviews.write',
  kind: 'need-question',
  name: 'NeedQuestion',
  plural: 'NeedQuestions',
  list: NEED_PATHS.needQuestions,
  one: NEED_PATHS.needQuestion,
  history: NEED_PATHS.needQuestionHistory,
  states: ['asked', 'answered'],
  fields: {
    proposalId: idField,
    reply: optionalText(1000).meta({ description: 'What the district answers; needed to be answered.' }),
  },
  derived: {
    proposal: z.string().nullable().meta({ description: 'The title of the proposal; null once it is gone.' }),
    late: z.boolean().meta({ description: 'Not answered within 15 working days (Monday to Friday).' }),
  },
})
export type NeedQuestionResponse = z.output<typeof needQuestions.output>

export const findNeedsNear = defineEndpoint({
  id: 'findNeedsNear',
  method: 'post',
  path: NEED_PATHS.localNeedsNear,
  tag: 'needs',
  access: 'measures.read',
  audit: null,
  summary: 'Local needs in an area or within 200 m of it',
  body: z.strictObject({ geometry: areaGeometrySchema }),
  responses: { 200: json('The open ones first.', z.strictObject({ items: z.array(localNeeds.output) })) },
  errors: ['invalid-geometry'],
})
