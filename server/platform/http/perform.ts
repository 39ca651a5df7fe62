import type { Guard } from '../access/guard.ts'
import type { Principal } from '../access/principal.ts'
import type { CallAudit } from '../audit/call-audit.ts'
import type { EndpointResponse } from './endpoint-response.ts'
import type { Endpoint } from './endpoint.ts'
import { parseAs } from './fields/invalid.ts'
import { revisionOf } from './if-match.ts'
import type { Upload } from './multipart.ts'
import type { Call, CallRequest, Route } from './route.ts'

/** A call by HTTP or from a command, not yet parsed. */
export interface RawCall {
  readonly principal: Principal
  readonly params: unknown
  readonly query: unknown
  readonly ifMatch: string | undefined
  /** @throws DomainError `unsupported-media-type`, `too-large`, `invalid-body` */
  readonly json: () => unknown
  /** @param stillOpen throws once nothing may be written any more; called for every chunk and at the end */
  readonly upload: (known: readonly string[], stillOpen: () => void) => Promise<Upload>
  readonly request: CallRequest
  readonly signal: AbortSignal
}

/** Does the work of a call. */
export type Perform = (route: Route, raw: RawCall) => Promise<EndpointResponse>

interface Deps {
  readonly guard: Guard
  readonly audit: CallAudit
}

/** The stages of every call, by HTTP or command: right → audit → parse → closed states → handler. */
export function createPerform({ guard, audit }: Deps): Perform {
  return async (route, raw) => {
    const { endpoint } = route
    guard.admit(raw.principal, endpoint)
    await audit.before(endpoint, raw.principal)
    const call = parseCall(endpoint, raw, (query) => guard.refuseClosed(endpoint, query))
    guard.refuseClosed(endpoint, call.query)
    return audit.audited(endpoint, call, () => route.handle(call))
  }
}

function parseCall(contract: Endpoint, raw: RawCall, refuseClosed: (query: unknown) => void): Call<Endpoint> {
  const { principal, request, signal } = raw
  const params = parseAs(contract.params, raw.params, 'invalid-parameter')
  const query = parseAs(contract.query, raw.query, 'invalid-parameter')
  const revision = revisionOf(raw.ifMatch, contract.ifMatch)
  const body = contract.bodyType === 'json' ? parseAs(contract.body, raw.json(), 'invalid-body') : undefined
  const upload = (known: readonly string[]) => raw.upload(known, () => refuseClosed(query))
  return { params, query, body, principal, audience: principal.audience, revision, signal, request, upload }
}
