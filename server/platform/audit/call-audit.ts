import type { Endpoint } from '../http/endpoint.ts'
import { type AuditNote, isCountedRead } from './audit.ts'
import type { Principal } from '../access/principal.ts'
import { DomainError } from '../../engine/errors.ts'
import type { AuditService } from './audit-service.ts'
import { settlingFailure } from './settling-failure.ts'
import type { UseTally } from './use-tally.ts'
import type { EndpointResponse } from '../http/endpoint-response.ts'
import type { SubjectOf } from './audit-subject.ts'

/** What the trail hears of the calls of the API. */
export interface CallAudit {
  /**
   * Before the work of a call: counts it, and sees that a note of it can be kept.
   *
   * @throws DomainError `database-unavailable` when it cannot, and then nothing is begun
   */
  before(endpoint: Endpoint, principal: Principal): Promise<void>
  /**
   * Does the work of a call. What changes something is noted as begun before, and settled after, before its answer goes
   * out: killed in between, it leaves a trace.
   *
   * @throws whatever the work throws; DomainError `database-unavailable` when it cannot be noted: nothing is begun then,
   * or what was changed stays changed
   */
  audited(
    endpoint: Endpoint,
    call: { readonly principal: Principal; readonly params: unknown },
    work: () => Promise<EndpointResponse> | EndpointResponse,
  ): Promise<EndpointResponse>
}

interface Deps {
  readonly auditLog: Pick<AuditService, 'record' | 'assertKeeping' | 'begin'>
  readonly uses: Pick<UseTally, 'read' | 'called' | 'hasRoom'>
  readonly subjectOf: SubjectOf
}

/** Calls as the trail keeps them: what changed something or took something out gets a note, reads of points and units a count. */
export function createCallAudit({ auditLog, uses, subjectOf }: Deps): CallAudit {
  return {
    async before({ audit }, principal) {
      uses.called(principal)
      if (isCountedRead(audit)) assertRoom(uses)
      else if (audit !== null) await auditLog.assertKeeping()
    },
    async audited(endpoint, call, work) {
      if (endpoint.method === 'get' || endpoint.audit === null || isCountedRead(endpoint.audit)) {
        const response = await work()
        const note = noteOf(endpoint, call, response, subjectOf)
        if (isCountedRead(note?.kind)) uses.read(call.principal, note.kind, endpoint.id)
        else if (note !== null) await recorded(auditLog.record(call.principal, note))
        return response
      }
      const { id: action, audit: kind } = endpoint
      const subject = subjectOf(endpoint, call.params, null)
      const intent = await auditLog.begin(call.principal, { kind, action, subject })
      const response = await settlingFailure(intent, async () => work())
      if (response.status >= 400) await intent.refused()
      else
        await intent.done(
          endpoint.auditedBy === 'service' ? null : noteOf(endpoint, call, response, subjectOf),
        )
      return response
    },
  }
}

/** What is to be kept of a call that was answered; null when nothing is. */
function noteOf(
  endpoint: Endpoint,
  { params }: { readonly params: unknown },
  response: EndpointResponse,
  subjectOf: SubjectOf,
): AuditNote | null {
  const kind = response.note === null ? null : (response.note?.kind ?? endpoint.audit)
  if (kind === null || response.status >= 400) return null
  return {
    kind,
    action: endpoint.id,
    subject: response.note?.subject ?? subjectOf(endpoint, params, response),
    detail: response.note?.detail ?? {},
  }
}

function assertRoom(uses: Pick<UseTally, 'hasRoom'>): void {
  if (uses.hasRoom()) return
  throw new DomainError('database-unavailable', 'The trail cannot count reads right now; try again later.')
}

/** A read changed nothing, so without its note it is as if it had never been asked for. */
async function recorded(audited: Promise<void>): Promise<void> {
  try {
    await audited
  } catch (cause) {
    const message = 'The trail cannot keep a note of this right now, so it is not handed out.'
    throw new DomainError('database-unavailable', message, { cause })
  }
}

/** Keeps nothing: for applications over hand-made routes. */
export const UNAUDITED: CallAudit = {
  before: async () => {},
  audited: async (_endpoint, _call, work) => work(),
}
