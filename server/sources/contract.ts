import { z } from 'zod'
import { ROLES } from '../platform/access/audience.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { sourceDeclarationSchema } from './declaration.ts'
import { SOURCE_PATHS } from './paths.ts'
import { sourceIdField } from '../platform/http/fields/text-fields.ts'
import { REGISTERS } from '../engine/disclosure/registers.ts'

export type { Source } from '../engine/snapshot/source.ts'

const sourceOutput = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    register: z.enum(REGISTERS),
    controller: z.string(),
    legalBasis: z.string(),
    agreement: z.string().nullable(),
    purpose: z.string(),
    audiences: z.array(z.enum(ROLES)),
    boards: z
      .array(z.strictObject({ organisation: z.int(), ground: z.string() }))
      .nullable()
      .meta({ description: 'The organisations whose staff may read it and on what ground; null = all.' }),
    citable: z.boolean().meta({ description: 'Whether documents may cite its released figures.' }),
    retentionDays: z.int().nullable(),
    coversFrom: z.string().nullable(),
    coversTo: z.string().nullable(),
    coversAreaId: z.int().nullable(),
  })
  .meta({ id: 'Source' })

const tag = 'sources'
const etag = { ETag: 'Of the description, for If-Match.' }

export const listSources = defineEndpoint({
  id: 'listSources',
  method: 'get',
  path: SOURCE_PATHS.sources,
  tag,
  access: 'sources.read',
  summary: 'The sources of incidents and their terms',
  responses: { 200: json('All sources, by id.', z.strictObject({ items: z.array(sourceOutput) })) },
})

export const getSource = defineEndpoint({
  id: 'getSource',
  method: 'get',
  path: SOURCE_PATHS.source,
  tag,
  access: 'sources.read',
  summary: 'One source',
  params: z.strictObject({ id: sourceIdField }),
  responses: { 200: { ...json('The source.', sourceOutput), headers: etag } },
})

export const createSource = defineEndpoint({
  id: 'createSource',
  method: 'post',
  path: SOURCE_PATHS.sources,
  tag,
  access: 'sources.write',
  closedIn: ['demo', 'maintenance'],
  summary: 'Declare a source; the same declaration again changes nothing',
  body: sourceDeclarationSchema.meta({ id: 'SourceInput' }),
  responses: {
    200: json('Known already, and the same.', sourceOutput),
    201: { ...json('Declared.', sourceOutput), headers: { Location: 'Its path.' } },
  },
  errors: ['conflict', 'unprocessable'],
})

export const replaceSource = defineEndpoint({
  id: 'replaceSource',
  method: 'put',
  path: SOURCE_PATHS.source,
  tag,
  access: 'sources.write',
  resource: 'sources.read',
  closedIn: ['demo', 'maintenance'],
  summary: 'Replace the description of a source',
  params: z.strictObject({ id: sourceIdField }),
  body: sourceDeclarationSchema,
  ifMatch: 'optional',
  responses: { 200: { ...json('Described.', sourceOutput), headers: etag } },
  errors: ['conflict', 'unprocessable'],
})
