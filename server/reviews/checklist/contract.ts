import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { idParams, textField, wholeNumber } from '../../platform/http/fields/text-fields.ts'
import { impersonalText } from '../../platform/personal-data/impersonal-text.ts'
import { REVIEW_CHANGED } from '../contract.ts'
import { REVIEW_PATHS } from '../paths.ts'
import { CHECKLIST_RESPONSES } from './checklist.ts'

const MAX_POINTERS = 10
const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() })
const name = textField(100)
const itemId = wholeNumber(1, 2 ** 31 - 1)

const pointer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('finding'), id: name.meta({ description: 'In the evidence.' }) }),
    z.strictObject({ kind: z.literal('figure'), id: name.meta({ description: 'In the evidence.' }) }),
    z.strictObject({ kind: z.literal('need'), id: itemId.meta({ description: 'A local need.' }) }),
    z.strictObject({ kind: z.literal('walk-finding'), id: itemId }),
  ])
  .meta({ id: 'ChecklistPointer' })

const response = z.strictObject({
  response: z.enum(CHECKLIST_RESPONSES, `one of ${CHECKLIST_RESPONSES.join(', ')}`),
  text: impersonalText(500).nullable().default(null).meta({
    description: 'It goes into the public document.',
  }),
  restsOn: z
    .array(pointer, 'a list of what it rests on')
    .max(MAX_POINTERS, `at most ${MAX_POINTERS}`)
    .default([])
    .meta({ description: 'Of what may be pointed at; stays in the city.' }),
})

const filled = z
  .strictObject({
    version: name.meta({ description: 'Of the checklist.' }),
    responses: z
      .record(name, response, 'responses by the id of their question')
      .meta({ description: 'By the id of the question; any may be missing.' }),
  })
  .meta({ id: 'FilledChecklist' })

const checklist = z.strictObject({
  version: z.string(),
  title: inBothLanguages,
  source: inBothLanguages,
  aspects: z.array(
    z.strictObject({
      id: z.string(),
      name: inBothLanguages,
      questions: z.array(inBothLanguages.extend({ id: z.string() })),
    }),
  ),
})

const citable = z.strictObject({
  kind: z.enum(['finding', 'figure', 'need', 'walk-finding']),
  id: z.union([z.string(), z.int()]),
  words: inBothLanguages,
})
export type CitableResponse = z.output<typeof citable>

const checklistView = z
  .strictObject({
    checklist,
    citable: z
      .array(citable)
      .meta({ description: 'What responses may rest on, as far as the reader sees it.' }),
  })
  .meta({ id: 'ReviewChecklist' })
export type ChecklistView = z.output<typeof checklistView>
export type { ChecklistPointer, ChecklistResponse, FilledChecklist } from './checklist.ts'

export const getChecklist = defineEndpoint({
  id: 'getReviewChecklist',
  method: 'get',
  path: REVIEW_PATHS.reviewChecklist,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'The questions of a review’s checklist, and what responses may rest on',
  params: idParams,
  responses: { 200: json('The version that the review has, else the current one.', checklistView) },
})

export const fillChecklist = defineEndpoint({
  id: 'fillReviewChecklist',
  method: 'put',
  path: REVIEW_PATHS.reviewChecklist,
  tag: 'reviews',
  access: 'reviews.write',
  resource: 'reviews.read',
  summary: 'Save the checklist of a review, until its evidence is locked',
  params: idParams,
  body: filled,
  ifMatch: 'required',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict', 'unprocessable'],
})
