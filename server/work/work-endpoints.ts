import { z } from 'zod'
import type { Access } from '../platform/access/principal.ts'
import { defineEndpoint, type Endpoint, json } from '../platform/http/endpoint.ts'
import { dateField, idParams, wholeNumber } from '../platform/http/fields/text-fields.ts'
import type { PathTemplate } from '../platform/http/paths.ts'
import { impersonalFields } from '../platform/personal-data/impersonal-text.ts'
import { WORK_AUDIENCES, type WorkAudience, type WorkKind } from './work-item.ts'

const idField = wholeNumber(1, 2 ** 31 - 1)
export const audienceField = z
  .enum(WORK_AUDIENCES, `one of ${WORK_AUDIENCES.join(', ')}`)
  .meta({ description: 'For whom it is: `authorities`, all `parties` of the place, or the city’s page too.' })
/** An id that whoever sends an item makes for it. */
const sentIdField = z
  .string('32 hexadecimal digits')
  .regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits')
  .meta({ description: 'Made by whoever sends it: the same one again is stored once.' })
const step = z.strictObject({ at: z.iso.datetime(), name: z.string().nullable() })
const etag = { ETag: 'The revision in quotes, for If-Match.' }

/** Specification of the four endpoints of one kind of work items. */
export interface WorkEndpointSpec<F extends z.ZodRawShape, D extends z.ZodRawShape> {
  readonly kind: WorkKind
  readonly name: string
  readonly plural: string
  readonly list: PathTemplate
  readonly one: PathTemplate
  readonly history: PathTemplate
  readonly tag: string
  readonly read: Access
  readonly write: Access
  /** For whom a new one is unless somebody says otherwise; absent = the parties. */
  readonly defaultAudience?: WorkAudience
  /** Allowed states, the first one initial. */
  readonly states: readonly [string, ...string[]]
  /** Fields of the kind; each has a default or is required. */
  readonly fields: F
  /** What is computed of it when it is read. */
  readonly derived: D
  /** Those of `derived` that the server itself stores, so that they are in the history too. */
  readonly kept?: readonly (keyof D & string)[]
}

/** The endpoints list, add, change and history of one kind of work items. */
export function workEndpoints<F extends z.ZodRawShape, D extends z.ZodRawShape>(
  spec: WorkEndpointSpec<F, D>,
) {
  const { kind, name, plural, tag, read, write, fields, derived, defaultAudience = 'parties' } = spec
  const state = z.enum(spec.states, `one of ${spec.states.join(', ')}`)
  const changeable = { audience: audienceField, state, dueOn: dateField.nullable() }
  const stored = z.strictObject(fields)
  const kept = Object.fromEntries((spec.kept ?? []).map((field) => [field, derived[field]!]))
  const output = z
    .strictObject({
      id: z.int(),
      areaId: z.int(),
      partOf: z.int().nullable(),
      audience: audienceField,
      state,
      dueOn: z.string().nullable(),
      ...stored.shape,
      ...derived,
      revision: z.int(),
      changed: step,
    })
    .meta({ id: `${name}Item` })
  const closedIn = ['maintenance'] as const
  const impersonal = <T extends z.ZodType>(body: T) => impersonalFields(body, Object.keys(fields))
  return {
    kind,
    fields: Object.keys(fields),
    output,
    list: defineEndpoint({
      id: `list${plural}`,
      method: 'get',
      path: spec.list,
      tag,
      access: read,
      summary: `${plural}, those of one area or of all that the caller may see`,
      query: z.strictObject({
        area: z
          .string('an area id')
          .regex(/^[1-9]\d{0,8}$/, 'an area id')
          .transform(Number)
          .optional()
          .meta({ description: 'Only those of this place or district.' }),
      }),
      responses: { 200: json(`${plural}.`, z.strictObject({ items: z.array(output) })) },
    }),
    create: defineEndpoint({
      id: `create${name}`,
      method: 'post',
      path: spec.list,
      tag,
      access: write,
      closedIn,
      summary: `Add a ${kind}`,
      body: impersonal(
        z.strictObject({
          areaId: idField,
          partOf: idField.nullable().default(null),
          audience: audienceField.default(defaultAudience),
          state: state.default(spec.states[0]),
          dueOn: dateField.nullable().default(null),
          sentId: sentIdField.nullable().default(null),
          ...fields,
        }),
      ).meta({ id: `${name}Input` }),
      responses: { 201: { ...json('Added.', output), headers: { ...etag, Location: 'Its path.' } } },
      errors: ['conflict', 'unprocessable'],
    }),
    change: defineEndpoint({
      id: `change${name}`,
      method: 'patch',
      path: spec.one,
      tag,
      access: write,
      resource: read,
      closedIn,
      summary: `Change a ${kind}; what is left out stays`,
      params: idParams,
      body: impersonal(
        z
          .strictObject({ ...changeable, ...withoutDefaults(fields) })
          .partial()
          .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change'),
      ).meta({ id: `${name}Patch` }),
      ifMatch: 'required',
      responses: { 200: { ...json('Changed.', output), headers: etag } },
      errors: ['conflict', 'unprocessable'],
    }),
    history: defineEndpoint({
      id: `get${name}History`,
      method: 'get',
      path: spec.history,
      tag,
      access: read,
      summary: `Who changed a ${kind}, when, to what`,
      params: idParams,
      responses: {
        200: json(
          'Every state, the first one first.',
          z.strictObject({
            items: z.array(
              z.strictObject({
                revision: z.int(),
                audience: audienceField,
                state,
                dueOn: z.string().nullable(),
                ...stored.shape,
                ...kept,
                changed: step,
              }),
            ),
          }),
        ),
      },
    }),
  } as const satisfies Record<'list' | 'create' | 'change' | 'history', Endpoint> & {
    kind: WorkKind
    fields: readonly string[]
    output: z.ZodType
  }
}

/** Fields of a change: absent ones stay, without defaults. */
function withoutDefaults(fields: z.ZodRawShape): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field,
    ]),
  )
}
