import { z } from 'zod'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { FLAGS, type Flag, PRECISIONS, SETTINGS } from '../engine/snapshot/incident.ts'
import { bboxField } from '../platform/http/fields/bbox.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { incidentFilterShape } from '../platform/http/fields/incident-filter.ts'
import { pageFields, pageShape } from '../platform/http/fields/page.ts'
import { INCIDENT_PATHS } from './paths.ts'
import {
  idParams,
  instantText,
  sourceIdField,
  textField,
  wholeNumber,
} from '../platform/http/fields/text-fields.ts'

export type { Category, CategoryGroup } from '../engine/snapshot/categories.ts'

const MAX_AT_ONCE = 1000
const CODES = CATEGORIES.map((category) => category.code)
const FLAG_NAMES = Object.keys(FLAGS) as Flag[]
const degrees = (limit: number) =>
  z.number(`degrees, −${limit} to ${limit}`).min(-limit, `at least −${limit}`).max(limit, `at most ${limit}`)

/** The fields of an incident that may be corrected. */
const contentShape = {
  lon: degrees(180),
  lat: degrees(90),
  from: instantText,
  to: instantText.nullable(),
  reportedAt: instantText.nullable(),
  category: z.enum(CODES, 'a category code; see /api/categories'),
  flags: z.array(z.enum(FLAG_NAMES, `one of ${FLAG_NAMES.join(', ')}`)).max(FLAG_NAMES.length),
  setting: z.enum(SETTINGS, `one of ${SETTINGS.join(', ')}`),
  precision: z.enum(PRECISIONS, `one of ${PRECISIONS.join(', ')}`),
  weight: wholeNumber(1, 1_000_000),
  text: textField(10_000).nullable(),
}

/** An incident in a request: (source, externalId) is its identity. */
const incidentInput = z
  .strictObject({
    source: sourceIdField,
    externalId: textField(200),
    ...contentShape,
    to: contentShape.to.default(null),
    reportedAt: contentShape.reportedAt.default(null),
    flags: contentShape.flags.default([]),
    setting: contentShape.setting.default('unknown'),
    precision: contentShape.precision.default('address'),
    weight: contentShape.weight.default(1),
    text: contentShape.text.default(null),
  })
  .meta({ id: 'IncidentInput' })

export type IncidentInput = z.output<typeof incidentInput>

/** The fields that a correction may change; absent ones stay. */
const incidentPatch = z
  .strictObject(contentShape)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change')
  .meta({ id: 'IncidentPatch' })

export type IncidentPatch = z.output<typeof incidentPatch>

/** An incident in a response; times are local with offset. */
const incidentOutput = z
  .strictObject({
    id: z.int(),
    revision: z.int(),
    source: z.string(),
    externalId: z.string(),
    ...contentShape,
    from: z.string(),
    to: z.string().nullable(),
    reportedAt: z.string().nullable(),
    importId: z.int().nullable(),
    retracted: z.string().nullable().meta({ description: 'Why it no longer counts; null while it does.' }),
  })
  .meta({ id: 'Incident' })

export type IncidentOutput = z.output<typeof incidentOutput>

const tag = 'incidents'
const etag = { ETag: 'The revision in quotes, for If-Match.' }

export const createIncidents = defineEndpoint({
  id: 'createIncidents',
  method: 'post',
  path: INCIDENT_PATHS.incidents,
  tag,
  access: 'incidents.write',
  closedIn: ['demo', 'maintenance'],
  summary: `Add one incident or up to ${MAX_AT_ONCE}: all of them or none`,
  body: z.union([
    incidentInput,
    z
      .array(incidentInput)
      .min(1, 'at least one incident')
      .max(MAX_AT_ONCE, `at most ${MAX_AT_ONCE} incidents`),
  ]),
  responses: {
    201: {
      ...json('Added.', z.strictObject({ ids: z.array(z.int()) })),
      headers: { Location: 'Its path, when it was one.' },
    },
  },
  errors: ['unprocessable', 'conflict'],
})

export const listIncidents = defineEndpoint({
  id: 'listIncidents',
  method: 'get',
  path: INCIDENT_PATHS.incidents,
  tag,
  access: 'incidents.read',
  audit: 'points-read',
  summary: 'A page of live incidents, by id',
  query: z.strictObject({
    ...pageShape(100, 1000),
    group: incidentFilterShape.group,
    category: incidentFilterShape.category,
    from: incidentFilterShape.from,
    to: incidentFilterShape.to,
    source: sourceIdField.optional().meta({ description: 'Only those of this source.' }),
    bbox: bboxField.optional(),
  }),
  responses: {
    200: json(
      'Incidents. A page may hold fewer than the limit before the end.',
      z.strictObject({ items: z.array(incidentOutput), ...pageFields }),
    ),
  },
})

export const getIncident = defineEndpoint({
  id: 'getIncident',
  method: 'get',
  path: INCIDENT_PATHS.incident,
  tag,
  access: 'incidents.read',
  audit: 'points-read',
  summary: 'One incident, retracted or not',
  params: idParams,
  responses: { 200: { ...json('The incident.', incidentOutput), headers: etag } },
})

export const listIncidentRevisions = defineEndpoint({
  id: 'listIncidentRevisions',
  method: 'get',
  path: INCIDENT_PATHS.incidentRevisions,
  tag,
  access: 'incidents.read',
  audit: 'points-read',
  summary: 'Every state of an incident, oldest first',
  params: idParams,
  responses: { 200: json('Revisions.', z.strictObject({ items: z.array(incidentOutput) })) },
})

export const patchIncident = defineEndpoint({
  id: 'patchIncident',
  method: 'patch',
  path: INCIDENT_PATHS.incident,
  tag,
  access: 'incidents.write',
  resource: 'incidents.read',
  closedIn: ['demo', 'maintenance'],
  summary: 'Correct an incident, as a new revision',
  params: idParams,
  body: incidentPatch,
  ifMatch: 'required',
  responses: { 200: { ...json('Corrected.', incidentOutput), headers: etag } },
  errors: ['conflict'],
})

export const retractIncident = defineEndpoint({
  id: 'retractIncident',
  method: 'delete',
  path: INCIDENT_PATHS.incident,
  tag,
  access: 'incidents.write',
  resource: 'incidents.read',
  closedIn: ['demo', 'maintenance'],
  summary: 'Retract an incident, with a reason',
  params: idParams,
  query: z.strictObject({ reason: textField(500).meta({ description: 'Why it no longer counts.' }) }),
  ifMatch: 'optional',
  responses: { 204: { description: 'Retracted.' } },
  errors: ['conflict'],
})
