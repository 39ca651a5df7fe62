import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { dateField, idParams, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { impersonalText } from '../platform/personal-data/impersonal-text.ts'
import { COMMITMENT_KINDS, COMMITMENT_STATUSES } from './commitments/commitment.ts'
import { FORUMS } from './meeting.ts'
import { commitment } from './commitments/contract.ts'
import { areaQuery, etag, idField, step } from './contract-fields.ts'
import { MEETING_PATHS } from './paths.ts'
import { audienceField } from '../work/index.ts'

const MAX_ATTENDEES = 60
const attendee = z.strictObject({
  organisation: impersonalText(120),
  function: impersonalText(120).nullable().default(null),
})
const HOUR = 'an hour such as 13:30'
const times = {
  startsAt: z
    .string(HOUR)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, HOUR)
    .nullable()
    .meta({ description: 'When it begins, by the city’s clock; null for no hour of its own.' }),
  lastsMinutes: wholeNumber(5, 600),
}
const minuted = z.strictObject({
  kind: z.enum(COMMITMENT_KINDS),
  what: z.string(),
  who: z.string(),
  dueOn: z.string().nullable(),
  status: z.enum(COMMITMENT_STATUSES),
})
const meetingShape = {
  id: z.int(),
  areaId: z.int(),
  areaName: z.string(),
  forum: z.enum(FORUMS),
  audience: audienceField,
  heldOn: z.string(),
  startsAt: z.string().nullable(),
  lastsMinutes: z.int(),
  state: z.enum(['planned', 'closed', 'cancelled']),
  attendees: z.array(z.strictObject({ organisation: z.string(), function: z.string().nullable() })),
  minutes: z
    .strictObject({
      decisions: z.array(minuted),
      remaining: z.array(minuted),
      nextOn: z.string().nullable(),
    })
    .nullable()
    .meta({ description: 'As they were made when the meeting was closed.' }),
  revision: z.int(),
  changed: step,
}
const meeting = z.strictObject(meetingShape).meta({ id: 'Meeting' })
export type MeetingResponse = z.output<typeof meeting>

const meetingView = z
  .strictObject({
    ...meetingShape,
    decisions: z
      .array(commitment)
      .meta({ description: 'What was decided here, in the order it was written.' }),
    agenda: z.strictObject({
      since: z.string().nullable().meta({ description: 'Day of the meeting before; null for the first.' }),
      open: z
        .array(commitment)
        .meta({ description: 'Of earlier meetings and between them, late ones first.' }),
      done: z.array(commitment).meta({ description: 'Done since the meeting before.' }),
    }),
  })
  .meta({ id: 'MeetingView' })
export type MeetingViewResponse = z.output<typeof meetingView>

const tag = 'meetings'

export const listMeetings = defineEndpoint({
  id: 'listMeetings',
  method: 'get',
  path: MEETING_PATHS.meetings,
  tag,
  access: 'meetings.read',
  summary: 'Meetings, the newest first',
  query: areaQuery,
  responses: { 200: json('Meetings.', z.strictObject({ items: z.array(meeting) })) },
})

export const createMeeting = defineEndpoint({
  id: 'createMeeting',
  method: 'post',
  path: MEETING_PATHS.meetings,
  tag,
  access: 'meetings.write',
  closedIn: ['maintenance'],
  summary: 'Plan a meeting of a place or district',
  body: z
    .strictObject({
      areaId: idField,
      forum: z.enum(FORUMS, `one of ${FORUMS.join(', ')}`),
      heldOn: dateField,
      startsAt: times.startsAt.default(null),
      lastsMinutes: times.lastsMinutes.default(60),
      audience: audienceField.default('parties'),
      attendees: z.array(attendee).max(MAX_ATTENDEES, `at most ${MAX_ATTENDEES}`).default([]),
    })
    .meta({ id: 'MeetingInput' }),
  responses: { 201: { ...json('Planned.', meeting), headers: { ...etag, Location: 'Its path.' } } },
  errors: ['conflict'],
})

export const getMeeting = defineEndpoint({
  id: 'getMeeting',
  method: 'get',
  path: MEETING_PATHS.meeting,
  tag,
  access: 'meetings.read',
  summary: 'A meeting with its agenda and decisions',
  params: idParams,
  responses: { 200: { ...json('The meeting.', meetingView), headers: etag } },
})

export const changeMeeting = defineEndpoint({
  id: 'changeMeeting',
  method: 'patch',
  path: MEETING_PATHS.meeting,
  tag,
  access: 'meetings.write',
  resource: 'meetings.read',
  closedIn: ['maintenance'],
  summary: 'Move or cancel a planned meeting, or set its attendees',
  params: idParams,
  body: z
    .strictObject({
      heldOn: dateField,
      ...times,
      cancelled: z.boolean('true or false'),
      attendees: z.array(attendee).max(MAX_ATTENDEES, `at most ${MAX_ATTENDEES}`),
    })
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change'),
  ifMatch: 'required',
  responses: { 200: { ...json('Changed.', meeting), headers: etag } },
  errors: ['conflict'],
})

export const closeMeeting = defineEndpoint({
  id: 'closeMeeting',
  method: 'post',
  path: MEETING_PATHS.meetingClosing,
  tag,
  access: 'meetings.write',
  resource: 'meetings.read',
  closedIn: ['maintenance'],
  summary: 'Close a meeting: its minutes are made, and the next meeting',
  params: idParams,
  body: z.strictObject({
    nextOn: dateField.nullable().meta({ description: 'Day of the next meeting; null plans none.' }),
  }),
  responses: {
    200: json('Closed.', z.strictObject({ meeting, next: meeting.nullable() })),
  },
  errors: ['conflict', 'unprocessable'],
})

const meetingMail = z
  .strictObject({
    isSet: z.boolean().meta({ description: 'Whether a mail server is set up.' }),
    items: z.array(
      z.strictObject({
        organisation: z.string(),
        state: z.enum(['waiting', 'sent', 'failed']),
        sentAt: z.iso.datetime().nullable(),
        fault: z.string().nullable().meta({ description: 'What the mail server said last, as its number.' }),
      }),
    ),
  })
  .meta({ id: 'MeetingMail' })
export type MeetingMailResponse = z.output<typeof meetingMail>
const mail = json('To whom the minutes went.', meetingMail)

export const getMeetingMail = defineEndpoint({
  id: 'getMeetingMail',
  method: 'get',
  path: MEETING_PATHS.meetingMail,
  tag,
  access: 'meetings.write',
  resource: 'meetings.read',
  summary: 'What became of the minutes by mail',
  params: idParams,
  responses: { 200: mail },
})

export const sendMeetingMail = defineEndpoint({
  id: 'sendMeetingMail',
  method: 'post',
  path: MEETING_PATHS.meetingMail,
  tag,
  access: 'meetings.write',
  resource: 'meetings.read',
  closedIn: ['maintenance'],
  summary: 'Send the minutes to those who were there and have not got them',
  params: idParams,
  responses: { 200: mail },
  errors: ['conflict'],
})
