import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { optionalText, textField } from '../platform/http/fields/text-fields.ts'
import { impersonalFields } from '../platform/personal-data/impersonal-text.ts'
import { ENTRY_KINDS } from './entry.ts'
import { GLOSSARY_PATHS } from './paths.ts'

const MAX_FORMS = 20
const MAX_TEXT_LENGTH = 1500

const entryText = z
  .strictObject({
    name: textField(80),
    text: textField(MAX_TEXT_LENGTH),
    forms: z
      .array(textField(80))
      .max(MAX_FORMS, `at most ${MAX_FORMS}`)
      .default([])
      .meta({ description: 'Other forms in which the word stands in a text.' }),
    afterEffects: optionalText(MAX_TEXT_LENGTH).meta({ description: 'Of target groups.' }),
    tools: optionalText(MAX_TEXT_LENGTH).meta({ description: 'Of target groups: tools, ready activities.' }),
    notOnMap: optionalText(MAX_TEXT_LENGTH).meta({ description: 'Of target groups: what no map shows.' }),
  })
  .meta({ id: 'GlossaryText' })
const content = {
  retired: z.boolean('true or false').default(false).meta({ description: 'Taken out of use.' }),
  sv: entryText,
  en: entryText,
}
const kind = z.enum(ENTRY_KINDS, `one of ${ENTRY_KINDS.join(', ')}`)
const version = { key: z.string(), kind, ...content, revision: z.int() }

const glossaryEntry = z
  .strictObject({
    ...version,
    changedAt: z.string().nullable().meta({ description: 'Null for what came with the product.' }),
  })
  .meta({ id: 'GlossaryEntry' })
export type GlossaryEntry = z.output<typeof glossaryEntry>

const glossaryVersion = z
  .strictObject({
    ...version,
    changed: z
      .strictObject({ at: z.string(), name: z.string().nullable() })
      .nullable()
      .meta({ description: 'Null for what came with the product.' }),
  })
  .meta({ id: 'GlossaryVersion' })
export type GlossaryVersion = z.output<typeof glossaryVersion>

const tag = 'glossary'
const params = z.strictObject({
  key: z
    .string('the key of an entry')
    .regex(/^[a-z0-9-]{1,60}$/, 'the key of an entry')
    .meta({ description: 'The key of an entry.', example: 'lagesbild' }),
})
const etag = { ETag: 'The revision in quotes, for If-Match.' }

export const listGlossary = defineEndpoint({
  id: 'listGlossary',
  method: 'get',
  path: GLOSSARY_PATHS.glossary,
  tag,
  access: 'anyone',
  summary: 'The words of the programme, who answers for what, and the target groups',
  responses: {
    200: json('The present version of each, by key.', z.strictObject({ items: z.array(glossaryEntry) })),
  },
})

export const addGlossaryEntry = defineEndpoint({
  id: 'addGlossaryEntry',
  method: 'post',
  path: GLOSSARY_PATHS.glossary,
  tag,
  access: 'glossary.write',
  closedIn: ['maintenance'],
  summary: 'Add an entry of the city’s own',
  body: impersonalFields(z.strictObject({ kind, ...content }), ['sv', 'en']).meta({
    id: 'GlossaryEntryInput',
  }),
  responses: { 201: { ...json('Added.', glossaryEntry), headers: { ...etag, Location: 'Its path.' } } },
  errors: ['conflict', 'unprocessable'],
})

export const changeGlossaryEntry = defineEndpoint({
  id: 'changeGlossaryEntry',
  method: 'put',
  path: GLOSSARY_PATHS.glossaryEntry,
  tag,
  access: 'glossary.write',
  resource: 'anyone',
  closedIn: ['maintenance'],
  summary: 'Word an entry anew; each earlier version is kept',
  params,
  body: impersonalFields(z.strictObject(content), ['sv', 'en']),
  ifMatch: 'required',
  responses: { 200: { ...json('Changed.', glossaryEntry), headers: etag } },
})

export const getGlossaryHistory = defineEndpoint({
  id: 'getGlossaryHistory',
  method: 'get',
  path: GLOSSARY_PATHS.glossaryHistory,
  tag,
  access: 'signed-in',
  summary: 'Every version of an entry, with who wrote it and when',
  params,
  responses: {
    200: json('The first one first.', z.strictObject({ items: z.array(glossaryVersion) })),
  },
})
