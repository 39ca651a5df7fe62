import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { dateField, idParams, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { MAX_MINUTES_AGO, MAX_TEXT, OBSERVATION_KINDS, OBSERVATION_STATES } from './observation-kinds.ts'
import { OBSERVATION_PATHS } from './paths.ts'
import { impersonalText } from '../platform/personal-data/impersonal-text.ts'

const idField = wholeNumber(1, 2 ** 31 - 1)
const REPORT_ID = '32 hexadecimal digits'
const reportIdField = z.string(REPORT_ID).regex(/^[0-9a-f]{32}$/, REPORT_ID)
const stateField = z.enum(OBSERVATION_STATES, `one of ${OBSERVATION_STATES.join(', ')}`)
const degrees = (limit: number) => z.number('degrees').min(-limit, 'degrees').max(limit, 'degrees')
export const tokenField = z
  .string('the token of a link')
  .max(200, 'the token of a link')
  .meta({ description: 'Of a link to report by; in the body, so that no log on the way keeps it.' })
const areaField = z
  .string('an area id')
  .regex(/^[1-9]\d{0,8}$/, 'an area id')
  .transform(Number)
  .optional()
const areaQuery = (description: string) => z.strictObject({ area: areaField.meta({ description }) })
const etag = { ETag: 'The revision in quotes, for If-Match.' }

const lngLat = z.tuple([z.number(), z.number()])
export const reportPlaces = z
  .strictObject({
    areas: z.array(z.strictObject({ id: z.int(), name: z.string() })),
    label: z.string().nullable(),
    ground: z
      .strictObject({
        bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        outline: z.array(z.array(lngLat)),
        lines: z.array(z.strictObject({ kind: z.enum(['way', 'open', 'building']), line: z.array(lngLat) })),
        spots: z.array(z.strictObject({ name: z.string(), lon: z.number(), lat: z.number() })),
      })
      .nullable()
      .meta({ description: 'What a small map of the area is drawn of; null while none is chosen.' }),
    cityReportUrl: z.string().nullable().meta({ description: 'Where the city itself takes faults.' }),
  })
  .meta({ id: 'ReportPlaces' })
export type ReportPlacesResponse = z.output<typeof reportPlaces>

const receipt = z
  .strictObject({
    reportId: z.string(),
    kind: z.enum(OBSERVATION_KINDS),
    seenOn: z.string().meta({ description: 'The day, by the city’s calendar.' }),
    state: stateField,
    outcome: z.string().nullable(),
    changedOn: z.string(),
  })
  .meta({ id: 'Receipt' })
export type ReceiptResponse = z.output<typeof receipt>

const observation = z
  .strictObject({
    id: z.int(),
    areaId: z.int(),
    areaName: z.string(),
    kind: z.enum(OBSERVATION_KINDS),
    position: z.strictObject({ lon: z.number(), lat: z.number() }).nullable(),
    near: z.string().nullable().meta({ description: 'The nearest name that people know.' }),
    seenAt: z.string().meta({ description: 'By the city’s clock, with its offset.' }),
    receivedAt: z.iso.datetime(),
    linkId: z.int().nullable(),
    text: z.string().nullable().meta({ description: 'Null where none was written, and once it is erased.' }),
    state: stateField,
    outcome: z.string().nullable(),
    revision: z.int(),
    changed: z.strictObject({ at: z.iso.datetime(), name: z.string().nullable() }),
  })
  .meta({ id: 'Observation' })
export type ObservationResponse = z.output<typeof observation>

const queue = z
  .strictObject({
    groups: z.array(z.array(observation)).meta({
      description: 'The newest first; of one kind within 50 m and 24 hours together.',
    }),
    isWhole: z.boolean().meta({ description: 'False where there are more than the newest thousand.' }),
    erasureDecision: z.string().nullable().meta({
      description: 'By which decision texts are erased; null where none is named, and none is erased.',
    }),
  })
  .meta({ id: 'ObservationQueue' })
export type QueueResponse = z.output<typeof queue>

const tag = 'observations'

export const listReportPlaces = defineEndpoint({
  id: 'listReportPlaces',
  method: 'get',
  path: OBSERVATION_PATHS.reportPlaces,
  tag,
  access: 'observations.report',
  summary: 'Where one may report with an account',
  query: areaQuery('The place or district whose map is asked for.'),
  responses: { 200: json('The areas, and the map of the one that is meant.', reportPlaces) },
  errors: ['conflict'],
})

const report = {
  reportId: reportIdField,
  kind: z.enum(OBSERVATION_KINDS, `one of ${OBSERVATION_KINDS.join(', ')}`),
  position: z
    .strictObject({ lon: degrees(180), lat: degrees(90) })
    .nullable()
    .default(null),
  minutesAgo: wholeNumber(0, MAX_MINUTES_AGO).default(0),
  text: impersonalText(MAX_TEXT).nullable().default(null),
}
const ONCE = 'Sent again with the same report id it is stored once, and answered as the first time.'
const stored = { 200: json('It was stored before.', receipt), 201: json('Stored.', receipt) }

export const createObservation = defineEndpoint({
  id: 'createObservation',
  method: 'post',
  path: OBSERVATION_PATHS.observations,
  tag,
  access: 'observations.report',
  closedIn: ['maintenance'],
  summary: 'Report what was seen, with an account',
  description: ONCE,
  body: z.strictObject({ areaId: idField, ...report }).meta({ id: 'ObservationInput' }),
  responses: stored,
  errors: ['conflict', 'unprocessable'],
})

export const createObservationByLink = defineEndpoint({
  id: 'createObservationByLink',
  method: 'post',
  path: OBSERVATION_PATHS.linkObservations,
  tag,
  access: 'anyone',
  closedIn: ['maintenance'],
  summary: 'Report what was seen, by a link and without an account',
  description: ONCE,
  body: z.strictObject({ token: tokenField, ...report }).meta({ id: 'LinkObservationInput' }),
  responses: stored,
  errors: ['not-found', 'gone', 'unprocessable'],
})

export const getReceipt = defineEndpoint({
  id: 'getReceipt',
  method: 'get',
  path: OBSERVATION_PATHS.receipt,
  tag,
  access: 'anyone',
  summary: 'What became of a report: for whoever has its id',
  params: z.strictObject({
    reportId: reportIdField.meta({ description: 'Made by whoever reported.', example: '0'.repeat(32) }),
  }),
  responses: { 200: json('The receipt.', receipt) },
  errors: ['not-found'],
})

export const listObservations = defineEndpoint({
  id: 'listObservations',
  method: 'get',
  path: OBSERVATION_PATHS.observations,
  tag,
  access: 'observations.read',
  summary: 'Observations to work through, the newest first',
  query: z.strictObject({
    area: areaField.meta({ description: 'Only those of this place, or of this district and its places.' }),
    state: z
      .enum(['open', 'closed'], 'open or closed')
      .default('open')
      .meta({ description: '`open`: received or forwarded; `closed`: fixed, or nothing is done.' }),
  }),
  responses: { 200: json('Observations.', queue) },
})

export const changeObservation = defineEndpoint({
  id: 'changeObservation',
  method: 'patch',
  path: OBSERVATION_PATHS.observation,
  tag,
  access: 'observations.write',
  resource: 'observations.read',
  closedIn: ['maintenance'],
  summary: 'Say what became of an observation',
  params: idParams,
  body: z
    .strictObject({ state: stateField, outcome: impersonalText(300).nullable().default(null) })
    .meta({ id: 'ObservationPatch' }),
  ifMatch: 'required',
  responses: { 200: { ...json('Changed.', observation), headers: etag } },
  errors: ['unprocessable'],
})

export const getObservationHistory = defineEndpoint({
  id: 'getObservationHistory',
  method: 'get',
  path: OBSERVATION_PATHS.observationHistory,
  tag,
  access: 'observations.read',
  summary: 'Who said what became of an observation, and when',
  params: idParams,
  responses: {
    200: json(
      'Every status, the first one first.',
      z.strictObject({
        items: z.array(observation.pick({ state: true, outcome: true, revision: true, changed: true })),
      }),
    ),
  },
})

const weekPicture = z
  .strictObject({
    areaId: z.int(),
    from: z.string(),
    to: z.string(),
    kinds: z.array(
      z.strictObject({
        kind: z.enum(OBSERVATION_KINDS),
        week: z.int(),
        weeklyMean: z.number().meta({ description: 'Of the eight weeks before.' }),
      }),
    ),
  })
  .meta({ id: 'WeekPicture' })
export type WeekPictureResponse = z.output<typeof weekPicture>

export const getWeekPicture = defineEndpoint({
  id: 'getWeekPicture',
  method: 'get',
  path: OBSERVATION_PATHS.weekPicture,
  tag,
  access: 'meetings.read',
  summary: 'Observations of a place or district by kind: seven days beside the eight weeks before',
  description: 'Observations alone; records of the police are no part of it.',
  params: idParams,
  query: z.strictObject({
    to: dateField.optional().meta({ description: 'Last day of the week; today unless given.' }),
  }),
  responses: { 200: json('The picture of the week.', weekPicture) },
})
