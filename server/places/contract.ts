import { z } from 'zod'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { areaGeometrySchema } from '../platform/http/fields/geojson.ts'
import { PLACE_PATHS } from './paths.ts'
import { IN_FLIGHT } from '../releases/index.ts'
import { boardDecision } from '../platform/http/fields/board-decision.ts'
import { dateField, idParams, textField } from '../platform/http/fields/text-fields.ts'
import { REGISTERS } from '../engine/disclosure/registers.ts'

const place = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    geometry: areaGeometrySchema,
    publication: z.strictObject({ board: boardDecision, at: z.iso.datetime() }).nullable().meta({
      description:
        'By which decision its published figures stand in public documents; null where none lets them.',
    }),
  })
  .meta({ id: 'Place' })
export type PlaceResponse = z.output<typeof place>

const count = z.union([z.int().multipleOf(5), z.enum(['few', 'not-covered', 'withheld'])]).meta({
  description:
    'Rounded to five. `few`: 0–4. `not-covered`: no source covers it all. `withheld`: not shown, for a hidden figure could be worked out from it.',
})
const kindShape = {
  register: z.enum(REGISTERS),
  group: z.enum(CATEGORY_GROUPS.map(({ code }) => code)),
}

const series = z
  .strictObject({
    series: z.string().meta({ description: 'Changes with the outline.' }),
    name: z.string(),
    geometry: areaGeometrySchema,
    ringMetres: z.number(),
    figures: z.array(
      z.strictObject({
        zone: z.enum(['place', 'ring']),
        ...kindShape,
        from: dateField.meta({ description: 'The Monday on which the four weeks begin.' }),
        count,
      }),
    ),
    profile: z.array(
      z.strictObject({
        ...kindShape,
        year: z.string(),
        days: z.enum(['weekdays', 'weekend']),
        hours: z.enum(['06-14', '14-22', '22-06']),
        count,
      }),
    ),
  })
  .meta({ id: 'PlaceSeries' })

const placeRelease = z
  .strictObject({ place, publishedAt: z.iso.datetime().nullable(), series: z.array(series) })
  .meta({ id: 'PlaceRelease' })
export type PlaceReleaseResponse = z.output<typeof placeRelease>

const tag = 'places'

export const listPlaces = defineEndpoint({
  id: 'listPlaces',
  method: 'get',
  path: PLACE_PATHS.places,
  tag,
  access: 'places.read',
  summary: 'Places of collaboration',
  description: 'A partner’s own places; every place for staff.',
  responses: { 200: json('Places by id.', z.strictObject({ items: z.array(place) })) },
})

export const getPlace = defineEndpoint({
  id: 'getPlace',
  method: 'get',
  path: PLACE_PATHS.place,
  tag,
  access: 'places.read',
  summary: 'One place',
  params: idParams,
  responses: { 200: json('The place.', place) },
})

export const getPlaceRelease = defineEndpoint({
  id: 'getPlaceRelease',
  method: 'get',
  path: PLACE_PATHS.placeRelease,
  tag,
  access: 'places.read',
  summary: 'The published figures of a place',
  description:
    'The place and the ring round it by closed four weeks, register and group, and a profile of the week by year. Published as it stands; nothing is computed when it is read.',
  params: idParams,
  responses: { 200: json('Everything published, oldest first.', placeRelease) },
})

const publication = {
  path: PLACE_PATHS.placePublication,
  tag,
  access: 'places.publish',
  resource: 'places.read',
  audit: 'publish',
  params: idParams,
  errors: ['conflict'],
} as const
/** Longer than the wait before the response 202. */
const DEADLINE_MS = 60_000

export const publishPlace = defineEndpoint({
  ...publication,
  id: 'publishPlace',
  method: 'post',
  summary: 'Allow the published figures of a place in public documents, by a decision of its board',
  description:
    'Everything ever published is attacked first: it is refused where a hidden figure could be narrowed down. Documents of reviews whose site lies in the place then give its closed four weeks.',
  body: boardDecision,
  responses: { 200: json('Public.', place), 202: IN_FLIGHT },
  deadlineMs: DEADLINE_MS,
  heavy: true,
})

export const withdrawPlace = defineEndpoint({
  ...publication,
  id: 'withdrawPlace',
  method: 'delete',
  summary: 'Exclude the figures of a place from documents filed from now on, with a reason',
  query: z.strictObject({ reason: textField(500).meta({ description: 'Why they are taken back.' }) }),
  responses: { 200: json('No longer public.', place) },
})
