import { DomainError } from '../../engine/errors.ts'
import type { Principal } from '../../platform/access/principal.ts'
import {
  type OrganisationNamed,
  requireOwnMark,
  type WorkAudience,
  type WorkItem,
  type WorkRevision,
  type WorkService,
} from '../../work/index.ts'
import {
  byUrgency,
  type Commitment,
  type CommitmentContent,
  type CommitmentKind,
  commitmentOn,
  type StoredCommitment,
} from './commitment.ts'
import { requireOpen } from '../meeting-service.ts'

export interface NewCommitment {
  readonly areaId: number
  readonly meetingId: number | null
  readonly audience: WorkAudience
  readonly kind: CommitmentKind
  readonly what: string
  readonly who: string
  readonly dueOn: string | null
}

/** Changes of a commitment; absent fields stay. */
export type CommitmentPatch = Partial<
  Omit<NewCommitment, 'areaId' | 'meetingId'> & { readonly done: boolean }
>

/** The service of commitments: who does what by when. */
export interface CommitmentService {
  /** Late ones first. @param areaId only those of this place or district */
  list(principal: Principal, areaId?: number): Promise<readonly Commitment[]>
  /**
   * @throws DomainError `not-found` for a place or meeting that the caller may not see, `conflict` when the meeting
   * is closed or of another place
   */
  create(principal: Principal, commitment: NewCommitment): Promise<Commitment>
  /** @throws DomainError `not-found`, `precondition-failed`, `forbidden` where only its owner may show it to all */
  change(principal: Principal, id: number, revision: number, patch: CommitmentPatch): Promise<Commitment>
  /** Every state, the first one first. @throws DomainError `not-found` */
  history(principal: Principal, id: number): Promise<readonly WorkRevision<CommitmentContent>[]>
}

interface Deps {
  readonly work: WorkService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  readonly organisationNamed: OrganisationNamed
}

/** Commitments, limited to what each principal may see. */
export function createCommitmentService({ work, today, organisationNamed }: Deps): CommitmentService {
  const shown = (item: WorkItem) => commitmentOn(today(), item as StoredCommitment)
  return {
    async list(principal, areaId) {
      const filter = { kind: 'commitment', ...(areaId !== undefined && { areaIds: [areaId] }) } as const
      return (await work.list(principal, filter)).map(shown).toSorted(byUrgency)
    },
    async create(principal, { areaId, meetingId, audience, dueOn, kind, what, who }) {
      await requireOwnMark(principal, { audience, owner: who }, null, organisationNamed)
      if (meetingId !== null) await requireMeetingOf(principal, work, meetingId, areaId)
      const content: CommitmentContent = { kind, what: what.trim(), who: who.trim(), movedFrom: null }
      const insert = {
        kind: 'commitment',
        areaId,
        audience,
        state: 'open',
        dueOn,
        partOf: meetingId,
        content,
      } as const
      const [stored] = await work.write(principal, [{ insert }])
      return shown(stored!)
    },
    async change(principal, id, revision, patch) {
      const of = (await work.find(principal, 'commitment', id)) as StoredCommitment
      const change = changed(of, patch)
      const owned = ({ audience, content }: Pick<StoredCommitment, 'audience' | 'content'>) => ({
        audience,
        owner: content.who,
      })
      await requireOwnMark(principal, owned(change), owned(of), organisationNamed)
      const [stored] = await work.write(principal, [{ of, revision, change }])
      return shown(stored!)
    },
    history: (principal, id) =>
      work.history(principal, 'commitment', id) as Promise<readonly WorkRevision<CommitmentContent>[]>,
  }
}

/** A moved commitment keeps its first due day in `movedFrom`. */
function changed({ audience, state, dueOn, content }: StoredCommitment, patch: CommitmentPatch) {
  const day = patch.dueOn === undefined ? dueOn : patch.dueOn
  const { kind = content.kind, what = content.what, who = content.who } = patch
  const movedFrom = day === dueOn ? content.movedFrom : (content.movedFrom ?? dueOn)
  return {
    audience: patch.audience ?? audience,
    state: patch.done === undefined ? state : patch.done ? 'done' : 'open',
    dueOn: day,
    content: { kind, what: what.trim(), who: who.trim(), movedFrom: movedFrom === day ? null : movedFrom },
  }
}

/** @throws DomainError `not-found`, or `conflict` when the meeting is closed or of another place */
async function requireMeetingOf(
  principal: Principal,
  work: WorkService,
  id: number,
  areaId: number,
): Promise<void> {
  const meeting = await work.find(principal, 'meeting', id)
  if (meeting.areaId !== areaId)
    throw new DomainError('conflict', 'meetingId: the meeting is of another place', {
      problems: [{ field: 'meetingId', value: id, rule: 'must be a meeting of the same place' }],
    })
  requireOpen(meeting)
}
