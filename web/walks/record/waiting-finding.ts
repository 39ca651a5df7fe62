import type { Outbox } from '../../observations/report/outbox.ts'
import type { Waiting } from '../../observations/report/phone-store.ts'
import type { Finding, NewFinding } from '../walk-calls.ts'

/** A finding as it waits in the phone. */
export interface WaitingFinding extends Waiting {
  readonly walkId: number
  readonly areaId: number
  readonly kind: Finding['kind']
  readonly position: Finding['position']
  readonly text: string | null
  readonly who: string | null
  readonly repeats: number | null
}

/** A finding that was received, as the phone remembers it. */
export type SentFinding = Pick<WaitingFinding, 'reportId' | 'kind' | 'walkId' | 'repeats'>

/** Findings on their way to the server. */
export type FindingOutbox = Outbox<WaitingFinding, SentFinding>

/** Longest that a try to send may take before another one. */
export const SEND_TIMEOUT_MS = 30_000

/** A waiting finding as it is sent. */
export function sentOf({ refusal: _known, reportId, walkId, ...finding }: WaitingFinding): NewFinding {
  return { ...finding, partOf: walkId, sentId: reportId }
}
