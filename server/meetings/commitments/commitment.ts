import type { WorkItem } from '../../work/index.ts'

/** Kinds of commitments: an action of the city, or a promise of a party. */
export const COMMITMENT_KINDS = ['action', 'commitment'] as const
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number]

/** Left to do, late, done, or moved to another day (and not late). */
export const COMMITMENT_STATUSES = ['open', 'late', 'done', 'moved'] as const
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number]

export interface CommitmentContent {
  readonly kind: CommitmentKind
  readonly what: string
  /** An organisation or a function of one. */
  readonly who: string
  /** The original due day, if it was moved. */
  readonly movedFrom: string | null
}

/** A stored commitment: `open` or `done`. */
export type StoredCommitment = WorkItem<CommitmentContent>

/** A commitment with its status on a day. */
export interface Commitment
  extends CommitmentContent,
    Pick<StoredCommitment, 'id' | 'areaId' | 'audience' | 'dueOn' | 'revision' | 'changed'> {
  readonly meetingId: number | null
  readonly status: CommitmentStatus
}

/**
 * The status of a stored commitment on a day: late when not done by its due day.
 *
 * @param today a calendar day of the city, `2026-03-12`
 */
export function commitmentOn(today: string, stored: StoredCommitment): Commitment {
  const { id, areaId, audience, dueOn, revision, changed, partOf, content } = stored
  const status = statusOf(stored, today)
  return { id, areaId, audience, dueOn, revision, changed, meetingId: partOf, ...content, status }
}

function statusOf({ state, dueOn, content }: StoredCommitment, today: string): CommitmentStatus {
  if (state === 'done') return 'done'
  if (dueOn !== null && dueOn < today) return 'late'
  return content.movedFrom === null ? 'open' : 'moved'
}

/** Order: late ones first, then by due day, those without one last; done ones after all others. */
export function byUrgency(a: Commitment, b: Commitment): number {
  const rank = ({ status }: Commitment) => (status === 'late' ? 0 : status === 'done' ? 2 : 1)
  const day = ({ dueOn }: Commitment) => dueOn ?? '9999'
  return rank(a) - rank(b) || day(a).localeCompare(day(b)) || a.id - b.id
}
