import { fromLocal, type Zone } from '../../engine/time/zone.ts'
import { type Meeting, timesOf } from '../meeting.ts'

/** What a calendar says beside the meetings. */
export interface CalendarNames {
  readonly title: string
  readonly zone: Zone
  /** Host of the server, part of every UID. */
  readonly host: string
  /** Of one meeting. */
  readonly summaryOf: (meeting: Meeting) => string
  readonly urlOf: (meeting: Meeting) => string
}

const MAX_OCTETS = 75
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * Meetings as iCalendar (RFC 5545). Times are UTC, so that no reader needs our time zone; a meeting without an hour
 * is of a whole day. `UID` stays, `SEQUENCE` counts its changes, a cancelled meeting stays as such.
 */
export function calendarText(meetings: readonly Meeting[], names: CalendarNames): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lägesbild//Möten//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(names.title)}`,
    `X-WR-TIMEZONE:${names.zone.name}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...meetings.flatMap((meeting) => eventLines(meeting, names)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines(meeting: Meeting, { host, summaryOf, urlOf, zone }: CalendarNames): readonly string[] {
  const { id, revision, changed, createdAt, state } = meeting
  const url = urlOf(meeting)
  return [
    'BEGIN:VEVENT',
    `UID:meeting-${id}@${host}`,
    `SEQUENCE:${revision - 1}`,
    `DTSTAMP:${utc(Date.parse(changed.at))}`,
    `CREATED:${utc(Date.parse(createdAt))}`,
    `LAST-MODIFIED:${utc(Date.parse(changed.at))}`,
    ...whenLines(meeting, zone),
    `SUMMARY:${escaped(summaryOf(meeting))}`,
    `DESCRIPTION:${escaped(url)}`,
    `URL:${url}`,
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

function whenLines(meeting: Meeting, zone: Zone): readonly string[] {
  const { startsAt, lastsMinutes } = timesOf(meeting.content)
  const day = meeting.dueOn!
  if (startsAt === null) {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
    return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(next)}`, 'TRANSP:TRANSPARENT']
  }
  const [year, month, date] = day.split('-').map(Number)
  const [hour, minute] = startsAt.split(':').map(Number)
  const fromMinute = fromLocal(zone, year!, month!, date!, hour, minute)
  return [`DTSTART:${utc(fromMinute * MINUTE_MS)}`, `DTEND:${utc((fromMinute + lastsMinutes) * MINUTE_MS)}`]
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

/** `20260312T080000Z` */
function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')
}

/** A line in parts of at most 75 octets, none of which cuts a character. */
function folded(line: string): string {
  let [text, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > MAX_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return text
}
