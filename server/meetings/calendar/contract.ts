import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { MEETING_PATHS } from '../paths.ts'

const tag = 'meetings'

export const getCalendarFeed = defineEndpoint({
  id: 'getCalendarFeed',
  method: 'get',
  path: MEETING_PATHS.calendarFeed,
  tag,
  access: 'meetings.read',
  summary: 'Whether the account has an address for its calendar',
  responses: {
    200: json('When it was made.', z.strictObject({ madeAt: z.iso.datetime().nullable() })),
  },
})

export const makeCalendarFeed = defineEndpoint({
  id: 'makeCalendarFeed',
  method: 'post',
  path: MEETING_PATHS.calendarFeed,
  tag,
  access: 'meetings.read',
  closedIn: ['maintenance'],
  summary: 'Make a secret address under which a calendar reads the account’s meetings; the last one ends',
  responses: {
    201: json('Made.', z.strictObject({ url: z.url().meta({ description: 'Told this once.' }) })),
  },
})

export const revokeCalendarFeed = defineEndpoint({
  id: 'revokeCalendarFeed',
  method: 'delete',
  path: MEETING_PATHS.calendarFeed,
  tag,
  access: 'meetings.read',
  closedIn: ['maintenance'],
  summary: 'Revoke the address of the account’s calendar',
  responses: { 204: { description: 'Revoked, or there was none.' } },
})

export const getCalendar = defineEndpoint({
  id: 'getCalendar',
  method: 'get',
  path: MEETING_PATHS.calendar,
  tag,
  access: 'anyone',
  summary: 'The meetings of whoever has the address, as iCalendar (RFC 5545)',
  query: z.strictObject({
    token: z
      .string('the token of a calendar')
      .max(200, 'the token of a calendar')
      .meta({ description: 'Of the address; in the query, which no log of ours keeps.' }),
    area: z
      .string('an area id')
      .regex(/^[1-9]\d{0,8}$/, 'an area id')
      .transform(Number)
      .optional()
      .meta({ description: 'Only the meetings of this place or district.' }),
  }),
  responses: { 200: { description: 'The calendar.', content: { 'text/calendar': z.string() } } },
  errors: ['not-found'],
})
