import type { WorkItem } from '../work/index.ts'
import type { Commitment } from './commitments/commitment.ts'

/** Forums of meetings: effective coordination for safety (EST), a place's collaboration, the local council. */
export const FORUMS = ['est', 'place', 'council'] as const
export type Forum = (typeof FORUMS)[number]

/** Names of the forums, in the language of the city. */
export const FORUM_NAMES: Readonly<Record<Forum, string>> = {
  est: 'EST',
  place: 'Platssamverkan',
  council: 'Lokalt brottsförebyggande råd',
}

/** An attendee: a function of an organisation, never a private person. */
export interface Attendee {
  readonly organisation: string
  readonly function: string | null
}

/** The minutes of a closed meeting. */
export interface Minutes {
  readonly decisions: readonly MinutedDecision[]
  /** Open commitments of earlier meetings. */
  readonly remaining: readonly MinutedDecision[]
  /** Day of the next meeting; null where none was set. */
  readonly nextOn: string | null
}

/** A decision as of the minutes. */
export type MinutedDecision = Pick<Commitment, 'kind' | 'what' | 'who' | 'dueOn' | 'status'>

export interface MeetingContent {
  readonly forum: Forum
  /** The hour at which it begins, `13:30` by the city's clock; null or absent for a whole day. */
  readonly startsAt?: string | null
  readonly lastsMinutes?: number
  readonly attendees: readonly Attendee[]
  /** Null until the meeting is closed. */
  readonly minutes: Minutes | null
}

/** How long a meeting lasts where nobody said. */
const USUAL_MINUTES = 60

/** When on its day a meeting is. */
export function timesOf({
  startsAt = null,
  lastsMinutes = USUAL_MINUTES,
}: {
  readonly startsAt?: string | null | undefined
  readonly lastsMinutes?: number | undefined
}) {
  return { startsAt, lastsMinutes }
}

/** A meeting: `planned` on its `dueOn` until it is `closed` with its minutes, or `cancelled`. */
export type Meeting = WorkItem<MeetingContent>
