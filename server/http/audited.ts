import type { Endpoint } from '../contract/endpoint.ts'
import type { AuditNote } from '../domain/audit.ts'
import type { Caller } from '../domain/caller.ts'
import { DomainError } from '../domain/errors.ts'
import type { KeptTrail } from '../services/audit/audit-trail.ts'
import type { UseTally } from '../services/audit/use-tally.ts'
import type { Answer } from './answer.ts'
import { subjectOf } from './audit-subject.ts'

/** What the trail hears of the calls of the API. */
export interface CallAudit {
  /**
   * Before the work of a call: counts it, and sees that a note of it can be kept.
   *
   * @throws DomainError `database-unavailable` when it cannot, and then nothing is begun
   */
  before(endpoint: Endpoint, caller: Caller): Promise<void>
  /**
   * After its work and before its answer goes out.
   *
   * @throws DomainError `database-unavailable` when the note could not be kept; what was changed stays changed
   */
  after(
    endpoint: Endpoint,
    call: { readonly caller: Caller; readonly params: unknown },
    answer: Answer,
  ): Promise<void>
}

interface Deps {
  readonly trail: Pick<KeptTrail, 'record' | 'assertKeeping'>
  readonly uses: Pick<UseTally, 'pointsRead' | 'called' | 'hasRoom'>
}

/** Calls as the trail keeps them: what changed something or took something out gets a note, reads of points a count. */
export function createCallAudit({ trail, uses }: Deps): CallAudit {
  return {
    async before({ audit }, caller) {
      uses.called(caller)
      if (audit === 'points-read') assertRoom(uses)
      else if (audit !== null) await trail.assertKeeping()
    },
    async after(endpoint, { caller, params }, answer) {
      const kind = answer.note === null ? null : (answer.note?.kind ?? endpoint.audit)
      if (kind === null || answer.status >= 400) return
      if (kind === 'points-read') return uses.pointsRead(caller, endpoint.id)
      const note: AuditNote = {
        kind,
        action: endpoint.id,
        subject: answer.note?.subject ?? subjectOf(endpoint, params, answer),
        detail: answer.note?.detail ?? {},
      }
      await (endpoint.method === 'get' ? handedOut(trail.record(caller, note)) : trail.record(caller, note))
    },
  }
}

function assertRoom(uses: Pick<UseTally, 'hasRoom'>): void {
  if (uses.hasRoom()) return
  throw new DomainError('database-unavailable', 'The trail cannot count reads right now; try again later.')
}

/** A read changed nothing, so without its note it is as if it had never been asked for. */
async function handedOut(noted: Promise<void>): Promise<void> {
  try {
    await noted
  } catch (cause) {
    const words = 'The trail cannot keep a note of this right now, so it is not handed out.'
    throw new DomainError('database-unavailable', words, { cause })
  }
}

/** Keeps nothing: for applications over hand-made routes. */
export const UNAUDITED: CallAudit = { before: async () => {}, after: async () => {} }
