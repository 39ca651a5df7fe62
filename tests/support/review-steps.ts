import { PERSPECTIVES } from '../../server/platform/perspectives.ts'
import { expect } from 'vitest'
import { TRADE_OFFS } from '../../server/reviews/review.ts'
import type { ApiResponse, createApiClient, Json } from './serving/api-client.ts'

export type Call = ReturnType<typeof createApiClient>

/** A complete weighing. */
export const WEIGHING = {
  tradeOffs: Object.fromEntries(TRADE_OFFS.map((key) => [key, { judgement: 'better', note: `om ${key}` }])),
  perspectives: Object.fromEntries(PERSPECTIVES.map((key) => [key, `om ${key}`])),
  conditions: ['Stråket mot stationen belyses.'],
}

/** Required fields of a lock. */
export const LOCKING = {
  caseNumber: 'Dnr 1',
  annex: { statute: 'OSL 18 kap. 1 §', authority: 'Trygghetsnämnden' },
} as const
const NEEDS: Readonly<Record<string, object>> = { evidence_locked: LOCKING }
export const REASON = 'Ingen utanför kvarteret berörs.'

/** Opens a review of a proposal. */
export async function opened(call: Call, proposalId = 1, body = {}): Promise<Json> {
  const response = await call('POST', `/api/proposals/${proposalId}/reviews`, { body })
  expect([response.status, response.body.detail]).toEqual([201, undefined])
  return response.body
}

/** A call on a part of a review, from the revision that it was read at. */
export function step(
  call: Call,
  review: Json,
  method: string,
  part: string,
  body?: unknown,
): Promise<ApiResponse> {
  return call(method, `/api/reviews/${review.id}/${part}`, {
    ...(body === undefined ? {} : { body }),
    headers: { 'if-match': `"${review.revision}"` },
  })
}

export function move(call: Call, review: Json, to: string, more: object = {}): Promise<ApiResponse> {
  return step(call, review, 'POST', 'state', { to, ...more })
}

/** A client of two persons: one writes, the other locks. */
export function lockedBy(writer: Call, second: Call): Call {
  return (method, path, sent) => {
    const { to } = (sent?.body ?? {}) as { readonly to?: string }
    return to === 'evidence_locked' ? second(method, path, sent) : writer(method, path, sent)
  }
}

/** A review after steps through states, each with a note. */
export async function moved(call: Call, review: Json, ...states: readonly string[]): Promise<Json> {
  let at = review
  for (const to of states) {
    const response = await move(call, at, to, { note: REASON, ...NEEDS[to] })
    expect([response.status, response.body.detail]).toEqual([200, undefined])
    at = response.body
  }
  return at
}
