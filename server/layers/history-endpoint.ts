import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { idParams } from '../platform/http/fields/text-fields.ts'
import type { PathTemplate } from '../platform/http/paths.ts'

/** The call for every state of a feature of a small layer, for whoever may change it. */
export function historyEndpoint<O extends z.ZodType>(name: string, path: PathTemplate, feature: O) {
  const state = z.strictObject({
    feature,
    at: z.iso.datetime().nullable().meta({ description: 'Null where nobody recorded it.' }),
    name: z.string().nullable().meta({ description: 'Of the account that made it.' }),
    fileName: z.string().nullable().meta({ description: 'The file that it came with.' }),
  })
  return defineEndpoint({
    id: `get${name}History`,
    method: 'get',
    path,
    tag: path.split('/')[2] ?? name,
    access: 'layers.write',
    resource: 'layers.read',
    summary: 'Every state of a feature: who made it, when, and what it was',
    description: 'A `PUT` of an earlier state restores it, as a new revision.',
    params: idParams,
    responses: { 200: json('Newest first.', z.strictObject({ items: z.array(state) })) },
  })
}
