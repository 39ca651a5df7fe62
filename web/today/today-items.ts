import {
  meetingAddress,
  papersAddress,
  reportsAddress,
  reviewAddress,
  situationAddress,
  walkAddress,
  walksAddress,
} from '../app/route.ts'
import { addDays } from '../i18n/dates.ts'
import type { Formats } from '../i18n/formats.ts'
import type { WorkOfToday } from './today-calls.ts'
import type { TodayMessages } from './messages-sv.ts'

/** One line of the first page: what, where it leads, what else is known. */
export interface TodayItem {
  readonly text: string
  readonly href: string
  readonly about: readonly string[]
  readonly isLate?: boolean
}

export interface TodayLists {
  readonly late: readonly TodayItem[]
  readonly waiting: readonly TodayItem[]
  readonly coming: readonly TodayItem[]
  readonly since: readonly TodayItem[]
}

interface Context {
  readonly messages: TodayMessages['today']
  readonly formats: Pick<Formats, 'date'>
  readonly language: string
  /** The city's day, `2026-03-12`. */
  readonly today: string
  /** ISO 8601; null for the first visit. */
  readonly seenAt: string | null
}

const MAX_CHANGES = 12
const DAYS_AHEAD = 14

/** The lists of the first page, late ones first. */
export function todayLists(work: WorkOfToday, context: Context): TodayLists {
  return {
    late: lateOf(work, context),
    waiting: waitingOf(work, context),
    coming: comingOf(work, context),
    since: changesOf(work, context),
  }
}

function placeNames({ areas }: WorkOfToday): (id: number) => string {
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

function lateOf(work: WorkOfToday, { messages, formats, language }: Context): readonly TodayItem[] {
  const nameOf = placeNames(work)
  const due = (day: string | null) => (day === null ? [] : [messages.due(formats.date(day))])
  return [
    ...work.commitments
      .filter(({ status }) => status === 'late')
      .map(({ what, who, dueOn, areaId, meetingId }) => ({
        text: what,
        href: meetingId === null ? situationAddress(language, areaId) : meetingAddress(meetingId, language),
        about: [nameOf(areaId), who, ...due(dueOn)],
        isLate: true,
      })),
    ...work.measures
      .filter(({ late }) => late)
      .map(({ title, owner, endsOn, areaId }) => ({
        text: title,
        href: situationAddress(language, areaId),
        about: [nameOf(areaId), owner, ...due(endsOn)],
        isLate: true,
      })),
    ...work.findings
      .filter(({ late }) => late)
      .map(({ text, near, areaName, who, dueOn, partOf }) => ({
        text: messages.finding(text ?? near ?? areaName),
        href: partOf === null ? walksAddress(language) : walkAddress(partOf, language),
        about: [areaName, ...(who === null ? [] : [who]), ...due(dueOn)],
        isLate: true,
      })),
    ...work.questions
      .filter(({ late }) => late)
      .map(({ proposal, areaId, dueOn }) => ({
        text: messages.question(proposal ?? ''),
        href: situationAddress(language, areaId),
        about: [nameOf(areaId), ...due(dueOn)],
        isLate: true,
      })),
    ...work.cases
      .filter(({ late }) => late)
      .map(({ form, title, board, areaId, dueOn }) => ({
        text: messages.boardCases[form](title),
        href: papersAddress(language, areaId),
        about: [nameOf(areaId), board, ...due(dueOn)],
        isLate: true,
      })),
  ]
}

function waitingOf(work: WorkOfToday, { messages, formats, language }: Context): readonly TodayItem[] {
  const nameOf = placeNames(work)
  const received = work.queue.groups.flat().filter(({ state }) => state === 'received').length
  return [
    ...(received === 0
      ? []
      : [{ text: messages.observations(received), href: reportsAddress(language), about: [] }]),
    ...work.questions
      .filter(({ state, late }) => state === 'asked' && !late)
      .map(({ proposal, areaId }) => ({
        text: messages.question(proposal ?? ''),
        href: situationAddress(language, areaId),
        about: [nameOf(areaId)],
      })),
    ...work.watches
      .filter(({ state }) => state === 'changed')
      .map(({ reviewId, title, changes, cutAt }) => ({
        text: messages.review(title ?? String(reviewId)),
        href: reviewAddress(reviewId, language),
        about: [
          messages.findingsChanged(changes.length),
          ...(cutAt === null ? [] : [messages.countedOn(formats.date(cutAt))]),
        ],
      })),
    ...work.agreements
      .filter(({ state, endsInDays }) => state === 'decided' && endsInDays !== null)
      .map(({ areaId, endsOn, parties }) => ({
        text: messages.agreement,
        href: situationAddress(language, areaId),
        about: [nameOf(areaId), parties.join(', '), messages.ends(formats.date(endsOn))],
      })),
  ]
}

function comingOf(work: WorkOfToday, { messages, formats, language, today }: Context): readonly TodayItem[] {
  const last = addDays(today, DAYS_AHEAD)
  const isNear = (day: string | null): day is string => day !== null && day >= today && day <= last
  const meetings = work.meetings
    .filter(({ state, heldOn }) => state === 'planned' && isNear(heldOn))
    .map(({ id, forum, areaName, heldOn }) => ({
      day: heldOn,
      text: messages.meeting(messages.forums[forum], areaName),
      href: meetingAddress(id, language),
      about: [formats.date(heldOn)],
    }))
  const walks = work.walks.flatMap(({ id, state, areaName, dueOn }) =>
    state === 'planned' && isNear(dueOn)
      ? [
          {
            day: dueOn,
            text: messages.walk(areaName),
            href: walkAddress(id, language),
            about: [formats.date(dueOn)],
          },
        ]
      : [],
  )
  return [...meetings, ...walks].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** What others wrote since the last visit, the newest first. */
function changesOf(
  work: WorkOfToday,
  { messages, formats, language, seenAt }: Context,
): readonly TodayItem[] {
  if (seenAt === null) return []
  const nameOf = placeNames(work)
  const all = [
    ...work.commitments.map(({ what, areaId, changed }) => ({ text: what, areaId, changed })),
    ...work.measures.map(({ title, areaId, changed }) => ({ text: title, areaId, changed })),
    ...work.findings.map(({ text, near, areaName, areaId, changed }) => ({
      text: messages.finding(text ?? near ?? areaName),
      areaId,
      changed,
    })),
  ]
  return all
    .filter(({ changed }) => changed.at > seenAt)
    .toSorted((a, b) => b.changed.at.localeCompare(a.changed.at))
    .slice(0, MAX_CHANGES)
    .map(({ text, areaId, changed }) => ({
      text,
      href: situationAddress(language, areaId),
      about: [nameOf(areaId), messages.changedBy(changed.name ?? messages.city, formats.date(changed.at))],
    }))
}
