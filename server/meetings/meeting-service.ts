import { DomainError } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { WorkAudience, WorkItem, WorkService } from '../work/index.ts'
import { byUrgency, type Commitment, commitmentOn, type StoredCommitment } from './commitments/commitment.ts'
import {
  type Attendee,
  type Forum,
  type Meeting,
  type MeetingContent,
  type MinutedDecision,
  timesOf,
} from './meeting.ts'

export interface NewMeeting {
  readonly areaId: number
  readonly forum: Forum
  readonly heldOn: string
  readonly startsAt?: string | null
  readonly lastsMinutes?: number
  readonly audience: WorkAudience
  readonly attendees: readonly Attendee[]
}

/** Changes of a planned meeting; absent fields stay. */
export type MeetingPatch = Partial<
  Pick<NewMeeting, 'heldOn' | 'startsAt' | 'lastsMinutes' | 'attendees'> & { readonly cancelled: boolean }
>

/** The generated agenda of a meeting. */
export interface Agenda {
  /** Day of the previous meeting; null for the first. */
  readonly since: string | null
  readonly open: readonly Commitment[]
  /** Done since the previous meeting. */
  readonly done: readonly Commitment[]
}

export interface MeetingView {
  readonly meeting: Meeting
  /** In the order in which they were written. */
  readonly decisions: readonly Commitment[]
  readonly agenda: Agenda
}

/** Meetings of a place or district: planned, held and closed with minutes. */
export interface MeetingService {
  /** The newest first. @param areaId only those of this place or district */
  list(principal: Principal, areaId?: number): Promise<readonly Meeting[]>
  /** @throws DomainError `not-found` */
  view(principal: Principal, id: number): Promise<MeetingView>
  /** @throws DomainError `not-found` for a place that the caller may not see, `conflict` for a missing one */
  plan(principal: Principal, meeting: NewMeeting): Promise<Meeting>
  /** @throws DomainError `not-found`, `conflict` when it is closed, `precondition-failed` */
  change(principal: Principal, id: number, revision: number, patch: MeetingPatch): Promise<Meeting>
  /**
   * Makes the minutes of decisions and open commitments, and the next meeting, all or nothing.
   *
   * @param nextOn day of the next meeting; null plans none
   * @throws DomainError `not-found`, `conflict` when it is closed already, `unprocessable` for a day before the
   * meeting's
   */
  close(
    principal: Principal,
    id: number,
    nextOn: string | null,
  ): Promise<{ readonly meeting: Meeting; readonly next: Meeting | null }>
}

interface Deps {
  readonly work: WorkService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

/** Meetings, limited to what each principal may see. */
export function createMeetingService({ work, today }: Deps): MeetingService {
  const find = async (principal: Principal, id: number) =>
    (await work.find(principal, 'meeting', id)) as Meeting
  const list = async (principal: Principal, areaId?: number) => {
    const filter = { kind: 'meeting', ...(areaId !== undefined && { areaIds: [areaId] }) } as const
    const meetings = (await work.list(principal, filter)) as readonly Meeting[]
    return meetings.toSorted((a, b) => b.dueOn!.localeCompare(a.dueOn!) || b.id - a.id)
  }

  async function viewOf(principal: Principal, meeting: Meeting): Promise<MeetingView> {
    const areaIds = [meeting.areaId]
    const stored = await work.list(principal, { kind: 'commitment', areaIds })
    const all = stored.map((item) => commitmentOn(today(), item as StoredCommitment))
    const own = all.filter(({ meetingId }) => meetingId === meeting.id)
    const others = all.filter(({ meetingId }) => meetingId !== meeting.id).toSorted(byUrgency)
    const since = dayBefore(await list(principal, meeting.areaId), meeting)
    const isNew = ({ changed }: Commitment) => since === null || changed.at.slice(0, 10) >= since
    return {
      meeting,
      decisions: own.toSorted((a, b) => a.id - b.id),
      agenda: {
        since,
        open: others.filter(({ status }) => status !== 'done'),
        done: others.filter((commitment) => commitment.status === 'done' && isNew(commitment)),
      },
    }
  }

  return {
    list,
    view: async (principal, id) => viewOf(principal, await find(principal, id)),
    async plan(principal, meeting) {
      const [stored] = await work.write(principal, [{ insert: planned(meeting) }])
      return stored as Meeting
    },
    async change(principal, id, revision, patch) {
      const of = await find(principal, id)
      requireOpen(of)
      const { heldOn = of.dueOn, cancelled = false, ...rest } = patch
      const state = cancelled ? 'cancelled' : of.state
      const change = { ...of, dueOn: heldOn, state, content: { ...of.content, ...rest } }
      const [stored] = await work.write(principal, [{ of, revision, change }])
      return stored as Meeting
    },
    async close(principal, id, nextOn) {
      const of = await find(principal, id)
      requireOpen(of)
      if (nextOn !== null && nextOn <= of.dueOn!) throw tooEarly(nextOn, of.dueOn!)
      const { decisions, agenda } = await viewOf(principal, of)
      // Whoever reads the minutes may read all that stands in them.
      const isReadable = ({ audience }: Commitment) => AUDIENCES[audience] >= AUDIENCES[of.audience]
      const minutes = {
        decisions: decisions.filter(isReadable).map(minuted),
        remaining: agenda.open.filter(isReadable).map(minuted),
        nextOn,
      }
      const closed = { ...of, state: 'closed', content: { ...of.content, minutes } }
      const writes = [{ of, revision: of.revision, change: closed }]
      const [meeting, next = null] = await work.write(
        principal,
        nextOn === null ? writes : [...writes, { insert: following(of, nextOn) }],
      )
      return { meeting: meeting as Meeting, next: next as Meeting | null }
    },
  }
}

/** The more may read it, the higher. */
const AUDIENCES: Readonly<Record<WorkAudience, number>> = { authorities: 0, parties: 1, public: 2 }

function planned({ areaId, forum, heldOn, audience, attendees, startsAt = null, lastsMinutes }: NewMeeting) {
  const hours = timesOf({ startsAt, lastsMinutes })
  const content: MeetingContent = { forum, attendees, minutes: null, ...hours }
  return {
    kind: 'meeting',
    areaId,
    audience,
    state: 'planned',
    dueOn: heldOn,
    partOf: null,
    content,
  } as const
}

/** The next meeting: of the same forum, with the same attendees. */
function following({ areaId, audience, content }: Meeting, heldOn: string) {
  const { forum, attendees } = content
  return planned({ areaId, audience, forum, attendees, heldOn, ...timesOf(content) })
}

/** Day of the latest meeting of the same forum before one; null where there is none. */
function dayBefore(newestFirst: readonly Meeting[], { id, dueOn, content }: Meeting): string | null {
  const before = newestFirst.find(
    (other) =>
      other.id !== id &&
      other.state !== 'cancelled' &&
      other.content.forum === content.forum &&
      other.dueOn! <= dueOn!,
  )
  return before?.dueOn ?? null
}

function minuted({ kind, what, who, dueOn, status }: Commitment): MinutedDecision {
  return { kind, what, who, dueOn, status }
}

/** @throws DomainError `conflict` for a meeting that is closed, whose minutes stay as they are, or cancelled */
export function requireOpen({ state, dueOn }: Pick<WorkItem, 'state' | 'dueOn'>): void {
  if (state === 'cancelled') throw new DomainError('conflict', `The meeting of ${dueOn} is cancelled.`)
  if (state !== 'planned')
    throw new DomainError('conflict', `The meeting of ${dueOn} is closed; its minutes stay as they are.`)
}

function tooEarly(nextOn: string, heldOn: string): DomainError {
  const rule = `must be after the day of this meeting, ${heldOn}`
  return new DomainError('unprocessable', `nextOn: ${rule}`, {
    problems: [{ field: 'nextOn', value: nextOn, rule }],
  })
}
