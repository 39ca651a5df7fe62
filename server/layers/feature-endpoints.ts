import { z } from 'zod'
import type { Access } from '../platform/access/principal.ts'
import { type ClosedState, defineEndpoint, type Endpoint } from '../platform/http/endpoint.ts'
import { bboxField } from '../platform/http/fields/bbox.ts'
import { PAGE_HEADERS, pageFields, pageShape } from '../platform/http/fields/page.ts'
import type { PathTemplate } from '../platform/http/paths.ts'
import { idParams } from '../platform/http/fields/text-fields.ts'

const GEO_JSON = 'application/geo+json'
const etag = { ETag: 'The revision in quotes, for If-Match.' }
/** A page of features. */
export const page = {
  ...pageShape(1000, 10_000),
  bbox: bboxField.optional().meta({
    description:
      'west,south,east,north in degrees, west < east and south < north: features whose own box meets it.',
  }),
} as const

/** The five calls of one small layer. */
export function featureEndpoints<I extends z.ZodType, O extends z.ZodType, Q extends z.ZodType>(spec: {
  readonly name: string
  readonly plural: string
  readonly list: PathTemplate
  readonly one: PathTemplate
  readonly input: I
  readonly output: O
  readonly query: Q
  readonly read: Access
  readonly write: Access
  /** When nothing of it may be written. */
  readonly closedIn?: readonly ClosedState[]
}) {
  const { closedIn = ['maintenance'] } = spec
  const { read, write, name, plural, list, one, input, output, query } = spec
  const feature = { [GEO_JSON]: output }
  const collection = z.strictObject({
    type: z.literal('FeatureCollection'),
    id: z.string().meta({ description: 'Name of the list.' }),
    features: z.array(output),
    ...pageFields,
  })
  const tag = list.slice('/api/'.length)
  return {
    list: defineEndpoint({
      id: `list${plural}`,
      method: 'get',
      path: list,
      tag,
      access: read,
      summary: 'A page of features, by id',
      query,
      description:
        'GDAL reads all of it: `OAPIF_COLLECTION:` before its address, and the key as the password in the open option `USERPWD`.',
      responses: {
        200: { description: 'Features.', content: { [GEO_JSON]: collection }, headers: PAGE_HEADERS },
      },
    }),
    find: defineEndpoint({
      id: `get${name}`,
      method: 'get',
      path: one,
      tag,
      access: read,
      summary: 'One feature',
      params: idParams,
      responses: { 200: { description: 'The feature.', content: feature, headers: etag } },
    }),
    create: defineEndpoint({
      id: `create${name}`,
      method: 'post',
      path: list,
      tag,
      access: write,
      closedIn,
      summary: 'Add a feature',
      body: input,
      responses: {
        201: { description: 'Added.', content: feature, headers: { ...etag, Location: 'Its path.' } },
      },
      errors: ['invalid-geometry'],
    }),
    replace: defineEndpoint({
      id: `replace${name}`,
      method: 'put',
      path: one,
      tag,
      access: write,
      resource: read,
      closedIn,
      summary: 'Replace a feature',
      params: idParams,
      body: input,
      ifMatch: 'required',
      responses: { 200: { description: 'Replaced.', content: feature, headers: etag } },
      errors: ['invalid-geometry'],
    }),
    remove: defineEndpoint({
      id: `delete${name}`,
      method: 'delete',
      path: one,
      tag,
      access: write,
      resource: read,
      closedIn,
      summary: 'Remove a feature; its history stays',
      params: idParams,
      ifMatch: 'optional',
      responses: { 204: { description: 'Removed.' } },
      errors: ['conflict'],
    }),
  } as const satisfies Record<string, Endpoint>
}
