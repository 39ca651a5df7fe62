import { z } from 'zod'
import { ORGANISATION_KINDS } from '../../platform/access/audience.ts'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { dateField, idParams, textField, wholeNumber } from '../../platform/http/fields/text-fields.ts'
import { ACCOUNT_PATHS } from '../paths.ts'

const nameField = textField(200).transform((text) => text.trim())
const idField = wholeNumber(1, 2 ** 31 - 1)
const MAX_AREAS = 200

const answeredArea = z
  .strictObject({
    areaId: idField,
    from: dateField.nullable().default(null).meta({ description: 'The first day; null = it always did.' }),
    to: dateField
      .nullable()
      .default(null)
      .meta({ description: 'The last day; null = until further notice.' }),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'must not be before from',
  })
const organisationKind = z.enum(ORGANISATION_KINDS, `one of ${ORGANISATION_KINDS.join(', ')}`)

export const organisationOutput = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    kind: organisationKind.meta({
      description:
        'A board or company of the city, the police, or any other party: owners, traders, associations.',
    }),
    areas: z.array(answeredArea).meta({
      description:
        'Places and districts that it answers for. A board without any answers for the whole city.',
    }),
    placeIds: z.array(z.int()).meta({ description: 'Those of kind place.' }),
  })
  .meta({ id: 'Organisation' })

const organisationInput = z
  .strictObject({
    name: nameField,
    kind: organisationKind.default('party'),
    areas: z.array(answeredArea).max(MAX_AREAS, `at most ${MAX_AREAS} areas`).default([]),
    placeIds: z
      .array(idField)
      .max(MAX_AREAS, `at most ${MAX_AREAS} areas`)
      .default([])
      .meta({ description: 'Areas without a limit in time, beside `areas`.' }),
  })
  .meta({ id: 'OrganisationInput' })

const tag = 'people'

export const listOrganisations = defineEndpoint({
  id: 'listOrganisations',
  method: 'get',
  path: ACCOUNT_PATHS.organisations,
  tag,
  access: 'people.read',
  summary: 'Organisations and the areas that they answer for',
  responses: { 200: json('By id.', z.strictObject({ items: z.array(organisationOutput) })) },
})

export const createOrganisation = defineEndpoint({
  id: 'createOrganisation',
  method: 'post',
  path: ACCOUNT_PATHS.organisations,
  tag,
  access: 'people.write',
  audit: 'people',
  auditedBy: 'service',
  summary: 'Add an organisation',
  body: organisationInput,
  responses: {
    201: { ...json('Added.', organisationOutput), headers: { Location: 'Its path.' } },
  },
  errors: ['conflict'],
})

export const getOrganisation = defineEndpoint({
  id: 'getOrganisation',
  method: 'get',
  path: ACCOUNT_PATHS.organisation,
  tag,
  access: 'people.read',
  summary: 'One organisation',
  params: idParams,
  responses: { 200: json('The organisation.', organisationOutput) },
})

export const replaceOrganisation = defineEndpoint({
  id: 'replaceOrganisation',
  method: 'put',
  path: ACCOUNT_PATHS.organisation,
  tag,
  access: 'people.write',
  resource: 'people.read',
  audit: 'people',
  auditedBy: 'service',
  summary: 'Replace an organisation; what its people see changes within a second',
  params: idParams,
  body: organisationInput,
  responses: { 200: json('Described.', organisationOutput) },
  errors: ['conflict'],
})

export const listOwners = defineEndpoint({
  id: 'listOwners',
  method: 'get',
  path: ACCOUNT_PATHS.owners,
  tag,
  access: 'measures.read',
  summary: 'Organisations that may own measures and commitments, by name',
  description:
    'Boards, companies, the police, and the parties; of the parties a partner is shown those of their own areas.',
  responses: {
    200: json(
      'By name.',
      z.strictObject({
        items: z.array(z.strictObject({ id: z.int(), name: z.string(), kind: organisationKind })),
      }),
    ),
  },
})
