import { z } from 'zod'
import { json as jsonResponse, type EndpointResponse } from '../../platform/http/endpoint-response.ts'
import { json } from '../../platform/http/endpoint.ts'

/** The response to a call whose work outlasts its connection; see `LongWork`. */
export const IN_FLIGHT = {
  ...json(
    'The work takes longer. Send the same again: it is not begun anew.',
    z.strictObject({ underWay: z.literal(true) }),
  ),
  headers: { 'Retry-After': 'Seconds after which to send it again.' },
}

const HEADERS = { 'Cache-Control': 'no-store', 'Retry-After': '1' }

/** 202, without an audit event: the outcome is audited later. */
export function inFlight(): EndpointResponse {
  return { ...jsonResponse({ underWay: true }, HEADERS, 202), note: null }
}
