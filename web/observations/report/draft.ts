import { type Signal, useSignal } from '@preact/signals'
import type { ObservationKind } from '../../../server/observations/observation-kinds.ts'
import { useKeptText } from '../../ui/kept-text.ts'
import type { LngLat, WaitingReport } from './report-calls.ts'

/** A report as it is made. */
export interface Draft {
  readonly areaId: Signal<number | null>
  readonly kind: Signal<ObservationKind | null>
  readonly position: Signal<LngLat | null>
  readonly minutesAgo: Signal<number>
  /** Kept by the browser until it is sent. */
  readonly text: Signal<string>
}

export function useDraft(): Draft {
  return {
    areaId: useSignal<number | null>(null),
    kind: useSignal<ObservationKind | null>(null),
    position: useSignal<LngLat | null>(null),
    minutesAgo: useSignal(0),
    text: useKeptText('report'),
  }
}

/** The draft as a report with an id of its own. @param nowMs by the phone's clock */
export function reportOf(draft: Draft, token: string | null, nowMs: number): WaitingReport {
  const text = draft.text.peek().trim()
  return {
    reportId: newReportId(),
    token,
    areaId: token === null ? draft.areaId.peek() : null,
    kind: draft.kind.peek()!,
    position: draft.position.peek(),
    text: text === '' ? null : text,
    seenAtMs: nowMs - draft.minutesAgo.peek() * 60_000,
    refusal: null,
  }
}

/** Empties the draft; the area stays. */
export function clearDraft({ kind, position, minutesAgo, text }: Draft): void {
  kind.value = null
  position.value = null
  minutesAgo.value = 0
  text.value = ''
}

/** 128 random bits: whoever has them may read the receipt. */
function newReportId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
