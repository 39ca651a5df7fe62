import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { texts } from '../platform/http/fields/texts.ts'
import { HIT_NAMES, type HitKind } from './messages.ts'
import { SEARCH_PATHS } from './paths.ts'

const MAX_LENGTH = 100
const QUERY_RULE = `at most ${MAX_LENGTH} characters`

const hit = z
  .strictObject({
    kind: z.enum(Object.keys(HIT_NAMES) as [HitKind, ...HitKind[]]),
    name: z.string(),
    detail: texts.nullable().meta({ description: 'How coordinates were read; the district of others.' }),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).meta({
      description: 'West, south, east, north, degrees.',
    }),
  })
  .meta({ id: 'SearchHit' })

export type SearchHit = z.infer<typeof hit>

const found = z
  .strictObject({
    items: z.array(hit),
    notice: texts.nullable().meta({ description: 'Why nothing was found, where there is a reason.' }),
  })
  .meta({ id: 'SearchResult' })

export type SearchResult = z.infer<typeof found>

export const search = defineEndpoint({
  id: 'search',
  method: 'get',
  path: SEARCH_PATHS.search,
  tag: 'map',
  access: 'map.read',
  summary: 'Places by name or coordinates',
  description:
    'Districts, places, streets and other named features of the map, and proposals for those who may read them; two numbers are read as coordinates of WGS 84 or of the systems in use where the city lies, in either order. Without text: the proposals last recorded. At most 12.',
  query: z.strictObject({
    q: z
      .string(QUERY_RULE)
      .max(MAX_LENGTH, QUERY_RULE)
      .optional()
      .meta({ description: 'A part of a name, or two coordinates.' }),
  }),
  responses: { 200: json('What was found, best first.', found) },
})
