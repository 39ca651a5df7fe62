import { z } from 'zod'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { idParams, optionalText } from '../platform/http/fields/text-fields.ts'
import { workEndpoints } from '../work/index.ts'
import { EVIDENCE_PATHS } from './paths.ts'
import { frozenField, pointerField } from './pointer.ts'

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

const citable = z
  .strictObject({ released: z.array(releasedFigure), surveys: z.array(surveyShare) })
  .meta({ id: 'CitableFigures' })
export type CitableFigures = z.output<typeof citable>

export const listCitableFigures = defineEndpoint({
  id: 'listCitableFigures',
  method: 'get',
  path: EVIDENCE_PATHS.citableFigures,
  tag: 'evidence',
  access: 'measures.read',
  summary: 'Released figures and surveys of a place or district that evidence may point at',
  params: idParams,
  responses: { 200: json('The newest first.', citable) },
})
