import { z } from 'zod'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { idParams, optionalText } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { EVIDENCE_PATHS } from './paths.ts'
import { frozenField, pointerField } from './pointer.ts'

const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() })
const common = { tag: 'evidence', read: 'measures.read', write: 'measures.write' } as const

export const evidence = workEndpoints({
  ...common,
  kind: 'evidence',
  name: 'Evidence',
  plural: 'EvidenceItems',
  list: EVIDENCE_PATHS.evidence,
  one: EVIDENCE_PATHS.evidenceItem,
  history: EVIDENCE_PATHS.evidenceHistory,
  states: ['attached', 'removed'],
  fields: {
    pointer: pointerField,
    text: optionalText(300).meta({ description: 'What it shows, in words.' }),
  },
  kept: ['frozen'],
  derived: {
    frozen: frozenField,
    exists: z.boolean().meta({
      description: 'False once what it points at was withdrawn, replaced or is no longer of this area.',
    }),
    finding: z.strictObject({ title: z.string(), words: inBothLanguages }).nullable().meta({
      description: 'The finding as its review words it; null for others, and for whom it is closed.',
    }),
    withheld: z.array(z.string()).meta({
      description: 'Titles of the sources that are not open to the reader’s board: the value is withheld.',
    }),
  },
})
export type EvidenceResponse = z.output<typeof evidence.output>
/** As it is stored. */
export type EvidenceContent = Pick<EvidenceResponse, 'pointer' | 'text' | 'frozen'>

export const releasedFigure = z.strictObject({
  series: z.string(),
  register: z.enum(REGISTERS),
  group: z.enum(CATEGORY_GROUPS.map(({ code }) => code)),
  period: z.string(),
  count: z.union([z.int(), z.enum(['few', 'not-covered', 'withheld'])]),
  publishedAt: z.string(),
})

export const surveyShare = z.strictObject({
  indicator: z.string(),
  wave: z.string(),
  group: z.string(),
  percent: z.number(),
  marginPercent: z.number().nullable(),
  answers: z.int().nullable(),
  source: z.string(),
})

const cellSet = z.strictObject({
  group: z.enum(CATEGORY_GROUPS.map(({ code }) => code)),
  from: z.string(),
  to: z.string(),
  count: z.number(),
  cells: z.int(),
  leftOut: z.array(z.string()),
})
export type CellSetResponse = z.output<typeof cellSet>

const reviewFinding = z.strictObject({
  reviewId: z.int(),
  finding: z.string(),
  title: z.string().meta({ description: 'Of what is reviewed.' }),
  words: inBothLanguages,
})

const citable = z
  .strictObject({
    released: z.array(releasedFigure),
    surveys: z.array(surveyShare),
    cells: z.array(cellSet).meta({ description: 'For staff, of the sources open to them; else none.' }),
    findings: z.array(reviewFinding).meta({ description: 'For staff, of reviews that touch the area.' }),
  })
  .meta({ id: 'CitableFigures' })
export type CitableFigures = z.output<typeof citable>

export const listCitableFigures = defineEndpoint({
  id: 'listCitableFigures',
  method: 'get',
  path: EVIDENCE_PATHS.citableFigures,
  tag: 'evidence',
  access: 'measures.read',
  summary: 'What evidence about a place or district may point at: figures, surveys, cells and findings',
  params: idParams,
  responses: { 200: json('The newest first.', citable) },
})
