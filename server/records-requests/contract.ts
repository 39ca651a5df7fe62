import { z } from 'zod'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORY_GROUPS, type CategoryGroupCode } from '../engine/snapshot/categories.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import {
  dateField,
  idParams,
  optionalText,
  textField,
  wholeNumber,
} from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { COUNTED_AS, COUNTED_KINDS, REQUEST_STATES } from './enumerations.ts'
import { RECORDS_REQUEST_PATHS } from './paths.ts'

const MAX_FIGURES = 50
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`)
const GROUPS = CATEGORY_GROUPS.map(({ code }) => code) as [CategoryGroupCode, ...CategoryGroupCode[]]
const person = z.strictObject({ by: z.string(), name: z.string().nullable() }).nullable()
const common = { tag: 'records-requests', access: 'records-requests.read' } as const

export const givenFigure = z
  .strictObject({
    areaId: wholeNumber(1, 2 ** 31 - 1).meta({ description: 'The area of the map that it counts.' }),
    register: oneOf(REGISTERS),
    group: oneOf(GROUPS),
    from: dateField.meta({ description: 'Its first day.' }),
    to: dateField.meta({ description: 'Its last day.' }),
    count: wholeNumber(0, 10_000_000),
    countedAs: oneOf(COUNTED_AS).meta({
      description:
        '`as-released`: what releases count; `everything`: dwellings and sensitive categories too.',
    }),
  })
  .meta({ id: 'FigureOnRequest' })
export type FigureOnRequest = z.output<typeof givenFigure>

/** What an attack included, by which a decision is known to rest on it. */
const attackedWith = z
  .strictObject({
    disclosures: wholeNumber(0, 2 ** 31 - 1).meta({
      description: 'How often anything had been disclosed when it began.',
    }),
    revision: wholeNumber(1, 2 ** 31 - 1).meta({ description: 'The revision of the request that it tried.' }),
    outlines: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'SHA-256, 64 hex digits')
      .meta({
        description: 'SHA-256 of the outlines of the areas that the figures count, as they were then.',
      }),
  })
  .meta({ id: 'AttackedWith' })

export const recordsRequests = workEndpoints({
  kind: 'records-request',
  name: 'RecordsRequest',
  plural: 'RecordsRequests',
  list: RECORDS_REQUEST_PATHS.recordsRequests,
  one: RECORDS_REQUEST_PATHS.recordsRequest,
  history: RECORDS_REQUEST_PATHS.recordsRequestHistory,
  tag: common.tag,
  read: 'records-requests.read',
  write: 'records-requests.write',
  defaultAudience: 'authorities',
  states: REQUEST_STATES,
  fields: {
    wanted: textField(1000).meta({ description: 'What was asked for; never by whom.' }),
    receivedOn: dateField,
    figures: z
      .array(givenFigure)
      .max(MAX_FIGURES, `at most ${MAX_FIGURES}`)
      .default([])
      .meta({ description: 'Counts that are given out: facts for the attack on every release.' }),
    handedOut: optionalText(500).meta({ description: 'What is given out besides: which file or document.' }),
    statute: optionalText(200).meta({ description: 'On what ground something is refused.' }),
    appeal: optionalText(500).meta({ description: 'How a refusal is appealed, as it was said.' }),
    attackedWith: attackedWith.nullable().default(null).meta({
      description:
        'Of the attack that the decision rests on, as the attack said it; needed where counts are given out.',
    }),
  },
  derived: {
    preparedBy: person,
    decidedBy: person,
    decidedOn: z.string().nullable().meta({ description: 'By the city’s calendar.' }),
    outlines: z
      .array(z.strictObject({ areaId: z.int(), name: z.string(), planar: z.string() }))
      .optional()
      .meta({ description: 'Outlines of the areas as they were at the decision; in the history only.' }),
  },
  kept: ['preparedBy', 'decidedBy', 'decidedOn', 'outlines'],
})
export type RecordsRequestResponse = z.output<typeof recordsRequests.output>
export type RequestFields = Pick<
  RecordsRequestResponse,
  'wanted' | 'receivedOn' | 'figures' | 'handedOut' | 'statute' | 'appeal' | 'attackedWith'
>
type Kept = 'preparedBy' | 'decidedBy' | 'decidedOn' | 'outlines'
/** The content of a request, as it is stored. */
export type RequestContent = RequestFields & Partial<Pick<RecordsRequestResponse, Kept>>

export const listRecordsRequestAreas = defineEndpoint({
  ...common,
  id: 'listRecordsRequestAreas',
  method: 'get',
  path: RECORDS_REQUEST_PATHS.recordsRequestAreas,
  summary: 'The areas that a figure given out may count',
  responses: {
    200: json(
      'Places, districts and statistical areas, by kind and name.',
      z.strictObject({
        items: z.array(z.strictObject({ id: z.int(), kind: z.enum(COUNTED_KINDS), name: z.string() })),
      }),
    ),
  },
})

export const attackRecordsRequest = defineEndpoint({
  ...common,
  id: 'attackRecordsRequest',
  method: 'post',
  path: RECORDS_REQUEST_PATHS.recordsRequestAttack,
  resource: 'records-requests.read',
  audit: null,
  summary: 'What the figures of a request would let anybody derive, together with everything that is out',
  params: idParams,
  responses: {
    200: json(
      'The hidden figures that could be derived; none where it can be given out without that.',
      z.strictObject({
        attackedWith,
        derivable: z.array(
          z.strictObject({
            where: z.string().meta({ description: 'Its area or place, or the indexes of its cell.' }),
            counts: z.enum(['area', 'cell', 'place', 'ring']),
            register: z.enum(REGISTERS),
            group: z.enum(GROUPS),
            from: z.string(),
            to: z.string(),
            low: z.int().meta({ description: '−1 where the computation took too long.' }),
            high: z.int(),
          }),
        ),
      }),
    ),
  },
})
