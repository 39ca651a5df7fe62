import type { Endpoint } from '../http/endpoint.ts'
import { type AuditNote, isCountedRead } from './audit.ts'
import type { Principal } from '../access/principal.ts'
import { DomainError } from '../../engine/errors.ts'
import type { AuditService } from './audit-service.ts'
import { settlingFailure } from './settling-failure.ts'
import type { UseTally } from './use-tally.ts'
import type { EndpointResponse } from '../http/endpoint-response.ts'
import type { SubjectOf } from './audit-subject.ts'

/** Audits the calls of the API. */
export interface CallAudit {
  /**
   * Before the work of a call, counts it and checks that its event can be stored.
   *
   * @throws DomainError `database-unavailable` when it cannot, and then nothing begins
   */
  before(endpoint: Endpoint, principal: Principal): Promise<void>
  /**
   * Does the work of a call. For a change, an intent is stored before and its outcome after, before the response is
   * sent: killed in between, it leaves a trace.
   *
   * @throws whatever the work throws; DomainError `database-unavailable` when an event cannot be stored: before the
   * work, which then does not begin, or after it, when what was changed stays changed
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

/** The audit of calls: changes and exports get an event each, reads of points and units are counted. */
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

/** The audit event of a call that succeeded; null when none is stored. */
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
  throw new DomainError(
    'database-unavailable',
    'The audit log cannot count reads right now; try again later.',
  )
}

/** Reads change nothing, so a read whose event cannot be stored fails and gives nothing out. */
async function recorded(audited: Promise<void>): Promise<void> {
  try {
    await audited
  } catch (cause) {
    const message = 'The audit log cannot keep a note of this right now, so it is not handed out.'
    throw new DomainError('database-unavailable', message, { cause })
  }
}

/** Stores nothing: for applications over hand-made routes. */
export const UNAUDITED: CallAudit = {
  before: async () => {},
  audited: async (_endpoint, _call, work) => work(),
}
