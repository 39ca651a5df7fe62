import type { Request } from 'express'
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import type { Audience } from '../access/audience.ts'
import type { Principal } from '../access/principal.ts'
import { requireDeclaredAccess } from '../access/guard.ts'
import type { EndpointResponse } from './endpoint-response.ts'
import type { Upload } from './multipart.ts'

/** What a handler may know of the message that brings a call. */
export type CallRequest = Pick<Request, 'url' | 'originalUrl' | 'headers' | 'ip'>

/** A request after its parse: every part has the type that the contract gives it. */
export interface Call<E extends Endpoint> {
  readonly params: z.output<E['params']>
  readonly query: z.output<E['query']>
  readonly body: z.output<E['body']>
  readonly principal: Principal
  /** That of the caller: what he may see. */
  readonly audience: Audience
  /** The revision of `If-Match`, null where none is given. */
  readonly revision: number | null
  /** Aborts when the caller has gone or the deadline is over. */
  readonly signal: AbortSignal
  readonly request: CallRequest
  /** The file of a multipart body, which breaks off when its caller may no longer send it; see `readUpload`. */
  readonly upload: (known: readonly string[]) => Promise<Upload>
}

/** An endpoint with the handler that answers it. */
export interface Route {
  readonly endpoint: Endpoint
  handle(call: Call<Endpoint>): Promise<EndpointResponse> | EndpointResponse
}

/**
 * Ties a handler to its contract: parse → handle → send.
 *
 * @throws TypeError for a contract that declares no right: it cannot be called in any way
 */
export function endpoint<E extends Endpoint>(
  contract: E,
  handle: (call: Call<E>) => Promise<EndpointResponse> | EndpointResponse,
): Route {
  requireDeclaredAccess(contract)
  return { endpoint: contract, handle: handle }
}
