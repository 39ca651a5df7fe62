import type { Endpoint } from '../http/endpoint.ts'
import { type AuditNote, isCountedRead } from './audit.ts'
import type { Caller } from '../access/caller.ts'
import { DomainError } from '../../engine/errors.ts'
import type { KeptTrail } from './audit-trail.ts'
import { settlingFailure } from './settling-failure.ts'
import type { UseTally } from './use-tally.ts'
import type { Answer } from '../http/answer.ts'
import type { SubjectOf } from './audit-subject.ts'

/** What the trail hears of the calls of the API. */
export interface CallAudit {
  /**
   * Before the work of a call: counts it, and sees that a note of it can be kept.
   *
   * @throws DomainError `database-unavailable` when it cannot, and then nothing is begun
   */
  before(endpoint: Endpoint, caller: Caller): Promise<void>
  /**
   * Does the work of a call. What changes something is noted as begun before, and settled after, before its answer goes
   * out: killed in between, it leaves a trace.
   *
   * @throws whatever the work throws; DomainError `database-unavailable` when it cannot be noted: nothing is begun then,
   * or what was changed stays changed
   */
  noted(
    endpoint: Endpoint,
    call: { readonly caller: Caller; readonly params: unknown },
    work: () => Promise<Answer> | Answer,
  ): Promise<Answer>
}

interface Deps {
  readonly trail: Pick<KeptTrail, 'record' | 'assertKeeping' | 'begin'>
  readonly uses: Pick<UseTally, 'read' | 'called' | 'hasRoom'>
  readonly subjectOf: SubjectOf
}

/** Calls as the trail keeps them: what changed something or took something out gets a note, reads of points and units a count. */
export function createCallAudit({ trail, uses, subjectOf }: Deps): CallAudit {
  return {
    async before({ audit }, caller) {
      uses.called(caller)
      if (isCountedRead(audit)) assertRoom(uses)
      else if (audit !== null) await trail.assertKeeping()
    },
    async noted(endpoint, call, work) {
      if (endpoint.method === 'get' || endpoint.audit === null || isCountedRead(endpoint.audit)) {
        const answer = await work()
        const note = noteOf(endpoint, call, answer, subjectOf)
        if (isCountedRead(note?.kind)) uses.read(call.caller, note.kind, endpoint.id)
        else if (note !== null) await recorded(trail.record(call.caller, note))
        return answer
      }
      const { id: action, audit: kind } = endpoint
      const subject = subjectOf(endpoint, call.params, null)
      const begun = await trail.begin(call.caller, { kind, action, subject })
      const answer = await settlingFailure(begun, async () => work())
      if (answer.status >= 400) await begun.refused()
      else await begun.done(endpoint.notedBy === 'service' ? null : noteOf(endpoint, call, answer, subjectOf))
      return answer
    },
  }
}

/** What is to be kept of a call that was answered; null when nothing is. */
function noteOf(
  endpoint: Endpoint,
  { params }: { readonly params: unknown },
  answer: Answer,
  subjectOf: SubjectOf,
): AuditNote | null {
  const kind = answer.note === null ? null : (answer.note?.kind ?? endpoint.audit)
  if (kind === null || answer.status >= 400) return null
  return {
    kind,
    action: endpoint.id,
    subject: answer.note?.subject ?? subjectOf(endpoint, params, answer),
    detail: answer.note?.detail ?? {},
  }
}

function assertRoom(uses: Pick<UseTally, 'hasRoom'>): void {
  if (uses.hasRoom()) return
  throw new DomainError('database-unavailable', 'The trail cannot count reads right now; try again later.')
}

/** A read changed nothing, so without its note it is as if it had never been asked for. */
async function recorded(noted: Promise<void>): Promise<void> {
  try {
    await noted
  } catch (cause) {
    const words = 'The trail cannot keep a note of this right now, so it is not handed out.'
    throw new DomainError('database-unavailable', words, { cause })
  }
}

/** Keeps nothing: for applications over hand-made routes. */
export const UNAUDITED: CallAudit = {
  before: async () => {},
  noted: async (_endpoint, _call, work) => work(),
}
