import type { Request } from 'express'
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import type { Audience } from '../access/audience.ts'
import type { Principal } from '../access/principal.ts'
import { requireDeclaredAccess } from '../access/guard.ts'
import type { EndpointResponse } from './endpoint-response.ts'
import type { Upload } from './multipart.ts'

/** The parts of the HTTP request that a handler may read. */
export type CallRequest = Pick<Request, 'url' | 'originalUrl' | 'headers' | 'ip'>

/** A parsed request, typed by its contract. */
export interface Call<E extends Endpoint> {
  readonly params: z.output<E['params']>
  readonly query: z.output<E['query']>
  readonly body: z.output<E['body']>
  readonly principal: Principal
  /** The caller's audience: what they may see. */
  readonly audience: Audience
  /** The revision of `If-Match`, null where none is given. */
  readonly revision: number | null
  /** Aborts when the client has disconnected or the deadline has passed. */
  readonly signal: AbortSignal
  readonly request: CallRequest
  /** The file of a multipart body, aborted when its caller loses access; see `readUpload`. */
  readonly upload: (known: readonly string[]) => Promise<Upload>
}

/** An endpoint with its handler. */
export interface Route {
  readonly endpoint: Endpoint
  handle(call: Call<Endpoint>): Promise<EndpointResponse> | EndpointResponse
}

/**
 * Ties a handler to its contract: parse → handle → send.
 *
 * @throws TypeError for a contract that declares no access
 */
export function endpoint<E extends Endpoint>(
  contract: E,
  handle: (call: Call<E>) => Promise<EndpointResponse> | EndpointResponse,
): Route {
  requireDeclaredAccess(contract)
  return { endpoint: contract, handle: handle }
}
