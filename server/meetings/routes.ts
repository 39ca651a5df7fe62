import { DomainError } from '../engine/errors.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { BaseUrlOf } from '../platform/http/base-url.ts'
import type { Log } from '../platform/log.ts'
import { bytes, json, noContent } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import type { Commitment } from './commitments/commitment.ts'
import * as calendarContract from './calendar/contract.ts'
import { calendarText } from './calendar/calendar-text.ts'
import type { CalendarFeeds } from './calendar/calendar-feeds.ts'
import type { CommitmentService } from './commitments/commitment-service.ts'
import * as commitmentContract from './commitments/contract.ts'
import * as contract from './contract.ts'
import { FORUM_NAMES, type Meeting, timesOf } from './meeting.ts'
import type { MinutesMails } from './mail/minutes-mails.ts'
import type { MeetingService } from './meeting-service.ts'

interface Deps {
  readonly meetings: MeetingService
  readonly commitments: CommitmentService
  readonly calendars: CalendarFeeds
  readonly mails: MinutesMails
  readonly log: Log
  readonly zone: Zone
  readonly baseUrlOf: BaseUrlOf
  /** Name of a place or district; null for a removed one. */
  readonly areaName: (id: number) => string | null
}

/** Routes of meetings and commitments. */
export function meetingRoutes({
  meetings,
  commitments,
  calendars,
  mails,
  log,
  areaName,
  zone,
  baseUrlOf,
}: Deps): readonly Route[] {
  const shown = (meeting: Meeting) => meetingResponse(meeting, areaName(meeting.areaId) ?? '')
  const tagged = (meeting: Meeting, headers: Record<string, string> = {}, status = 200) =>
    json(shown(meeting), { ETag: revisionTag(meeting.revision), ...headers }, status)
  return [
    endpoint(contract.listMeetings, async ({ query, principal }) =>
      json({ items: (await meetings.list(principal, query.area)).map(shown) }),
    ),
    endpoint(contract.createMeeting, async ({ body, principal }) => {
      const meeting = await meetings.plan(principal, body)
      return tagged(meeting, { Location: `/api/meetings/${meeting.id}` }, 201)
    }),
    endpoint(contract.getMeeting, async ({ params, principal }) => {
      const { meeting, decisions, agenda } = await meetings.view(principal, params.id)
      const body = {
        ...shown(meeting),
        decisions: decisions.map(commitmentResponse),
        agenda: {
          since: agenda.since,
          open: agenda.open.map(commitmentResponse),
          done: agenda.done.map(commitmentResponse),
        },
      }
      return json(body, { ETag: revisionTag(meeting.revision) })
    }),
    endpoint(contract.changeMeeting, async ({ params, body, revision, principal }) =>
      tagged(await meetings.change(principal, params.id, known(revision), present(body))),
    ),
    endpoint(contract.closeMeeting, async ({ params, body, principal }) => {
      const { meeting, next } = await meetings.close(principal, params.id, body.nextOn)
      // Closing never waits for mail: what cannot be queued is told on the page as not sent.
      await mails
        .queue(meeting)
        .catch((error: unknown) => log.warn({ err: error }, 'minutes were not queued'))
      void mails.flush().catch(() => {})
      return json({ meeting: shown(meeting), next: next === null ? null : shown(next) })
    }),
    endpoint(contract.getMeetingMail, async ({ params, principal }) =>
      json({ isSet: mails.isSet, items: await mails.list(principal, params.id) }),
    ),
    endpoint(contract.sendMeetingMail, async ({ params, principal }) => {
      await mails.queueAgain(principal, params.id)
      void mails.flush().catch(() => {})
      return json({ isSet: mails.isSet, items: await mails.list(principal, params.id) })
    }),
    ...calendarRoutes({ meetings, calendars, areaName, zone, baseUrlOf }),
    ...commitmentRoutes({ commitments }),
  ]
}

function calendarRoutes({
  meetings,
  calendars,
  areaName,
  zone,
  baseUrlOf,
}: Omit<Deps, 'commitments' | 'mails' | 'log'>): readonly Route[] {
  const { getCalendarFeed, makeCalendarFeed, revokeCalendarFeed, getCalendar } = calendarContract
  return [
    endpoint(getCalendarFeed, async ({ principal }) => json({ madeAt: await calendars.madeAt(principal) })),
    endpoint(makeCalendarFeed, async ({ principal, request }) => {
      const token = await calendars.make(principal)
      return json({ url: `${baseUrlOf(request)}${getCalendar.path}?token=${token}` }, {}, 201)
    }),
    endpoint(revokeCalendarFeed, async ({ principal }) => {
      await calendars.revoke(principal)
      return noContent()
    }),
    endpoint(getCalendar, async ({ query, request }) => {
      const base = baseUrlOf(request)
      const shown = await meetings.list(await calendars.open(query.token), query.area)
      const summaryOf = ({ areaId, content }: Meeting) =>
        `${FORUM_NAMES[content.forum]} · ${areaName(areaId) ?? ''}`
      const urlOf = ({ id }: Meeting) => `${base}/?meeting=${id}`
      const host = new URL(base).hostname
      const text = calendarText(shown, { title: 'Lägesbild', zone, host, summaryOf, urlOf })
      return bytes('text/calendar; charset=utf-8', text, { 'Cache-Control': 'private, no-store' })
    }),
  ]
}

function commitmentRoutes({ commitments }: Pick<Deps, 'commitments'>): readonly Route[] {
  const tagged = (commitment: Commitment, headers: Record<string, string> = {}, status = 200) =>
    json(commitmentResponse(commitment), { ETag: revisionTag(commitment.revision), ...headers }, status)
  return [
    endpoint(commitmentContract.listCommitments, async ({ query, principal }) =>
      json({ items: (await commitments.list(principal, query.area)).map(commitmentResponse) }),
    ),
    endpoint(commitmentContract.createCommitment, async ({ body, principal }) => {
      const commitment = await commitments.create(principal, body)
      return tagged(commitment, { Location: `/api/commitments/${commitment.id}` }, 201)
    }),
    endpoint(commitmentContract.changeCommitment, async ({ params, body, revision, principal }) =>
      tagged(await commitments.change(principal, params.id, known(revision), present(body))),
    ),
    endpoint(commitmentContract.getCommitmentHistory, async ({ params, principal }) => {
      const states = await commitments.history(principal, params.id)
      const items = states.map(({ revision, state, dueOn, content: { what, who }, changed }) => {
        return { revision, what, who, dueOn, done: state === 'done', changed: stepResponse(changed) }
      })
      return json({ items })
    }),
  ]
}

function meetingResponse(meeting: Meeting, areaName: string): contract.MeetingResponse {
  const { id, areaId, audience, dueOn, state, revision, changed, content } = meeting
  const { forum, attendees, minutes } = content
  return {
    id,
    areaId,
    areaName,
    forum,
    audience,
    heldOn: dueOn!,
    ...timesOf(content),
    state: state as contract.MeetingResponse['state'],
    attendees: [...attendees],
    minutes:
      minutes === null
        ? null
        : { ...minutes, decisions: [...minutes.decisions], remaining: [...minutes.remaining] },
    revision,
    changed: stepResponse(changed),
  }
}

function commitmentResponse({ changed, ...commitment }: Commitment): commitmentContract.CommitmentResponse {
  return { ...commitment, changed: stepResponse(changed) }
}

function stepResponse({ at, name }: { readonly at: string; readonly name: string | null }) {
  return { at, name }
}

/** A patch without its undefined fields. */
function present<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never
}

/** @throws DomainError `precondition-required` */
function known(revision: number | null): number {
  if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
  return revision
}
