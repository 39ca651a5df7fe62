import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { DOCX } from '../platform/http/media-types.ts'
import { audienceField } from '../work/index.ts'
import { PAPER_KINDS, PAPER_SECTIONS } from './paper.ts'
import { PAPER_PATHS } from './paths.ts'

const idText = (what: string) =>
  z
    .string(what)
    .regex(/^[1-9]\d{0,8}$/, what)
    .transform(Number)

const paperRequest = {
  tag: 'papers',
  access: 'papers.read',
  params: z.strictObject({
    kind: z
      .enum(PAPER_KINDS, `one of ${PAPER_KINDS.join(', ')}`)
      .meta({ description: 'Which paper.', example: 'action-plan' }),
  }),
  query: z.strictObject({
    area: idText('an area id').meta({ description: 'The place or district that it is about.' }),
    item: idText('the id of a measure, board report, meeting or case').optional().meta({
      description:
        'The measure of an application, the report of a reporting date, the meeting of minutes, the case of a statement or of the reply to a referral.',
    }),
    audience: audienceField.optional().meta({
      description:
        'For whom it is: what is for fewer is left out. Unless given, `parties`; of a case, as the case itself.',
    }),
    lang: z.enum(['sv', 'en'], 'one of sv, en').default('sv').meta({ description: 'Language of the paper.' }),
  }),
  errors: ['unprocessable'],
} as const

const SECTION_KEYS = [...new Set(Object.values(PAPER_SECTIONS).flat())]
const source = z.strictObject({ text: z.string(), href: z.string() })
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string(),
    isCityText: z.boolean().meta({ description: 'Written by somebody, in the city’s language.' }),
    source: source.optional(),
  }),
  z.strictObject({ type: z.literal('missing'), text: z.string() }),
  z.strictObject({
    type: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
])

const paper = z
  .strictObject({
    kind: z.enum(PAPER_KINDS),
    language: z.enum(['sv', 'en']),
    title: z.string(),
    facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    sections: z.array(
      z.strictObject({
        key: z.enum(SECTION_KEYS).meta({ description: 'Which one it is, whatever the city calls it.' }),
        heading: z.string().meta({ description: 'In Swedish as the city’s template has it.' }),
        law: z.string().nullable().meta({ description: 'The part of lag (2023:196) that it fills.' }),
        blocks: z.array(block),
      }),
    ),
    missing: z.array(z.string()).meta({ description: 'What nobody has written yet.' }),
  })
  .meta({ id: 'Paper' })
export type PaperResponse = z.output<typeof paper>

export const getPaper = defineEndpoint({
  ...paperRequest,
  id: 'getPaper',
  method: 'get',
  path: PAPER_PATHS.paper,
  summary: 'A paper made from the work round a place, with what is missing in it',
  responses: { 200: json('The paper.', paper) },
})

export const getPaperPage = defineEndpoint({
  ...paperRequest,
  id: 'getPaperPage',
  method: 'get',
  path: PAPER_PATHS.paperPage,
  summary: 'A paper as a page for screen and print',
  responses: { 200: { description: 'HTML.', content: { 'text/html': z.string() } } },
})

export const getPaperFile = defineEndpoint({
  ...paperRequest,
  id: 'getPaperFile',
  method: 'get',
  path: PAPER_PATHS.paperFile,
  summary: 'A paper as a Word file',
  responses: { 200: { description: 'DOCX.', content: { [DOCX]: z.string() } } },
})
