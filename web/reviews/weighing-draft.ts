import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Judgement, Perspective, TradeOff, Weighing } from '../../server/reviews/contract.ts'

/** A weighing while it is written: any part may be empty. */
export interface WeighingDraft {
  readonly tradeOffs: Readonly<
    Partial<Record<TradeOff, { readonly judgement: Judgement | ''; readonly note: string }>>
  >
  readonly perspectives: Readonly<Partial<Record<Perspective, string>>>
  readonly conditions: readonly string[]
}

export interface WeighingForm {
  readonly draft: Signal<WeighingDraft>
  /** Whether the draft says something else than what is kept. */
  readonly changed: ReadonlySignal<boolean>
  /** What of it can be kept: parts that are half filled in are left out. */
  weighing(): Weighing
  /** Takes over what is kept by now, unless something is being written. */
  follow(kept: Weighing): void
}

/** A form that begins with what is kept. */
export function createWeighingForm(kept: Weighing): WeighingForm {
  const last = signal(kept)
  const draft = signal<WeighingDraft>(kept)
  const changed = computed(() => textOf(weighingOf(draft.value)) !== textOf(last.value))
  return {
    draft,
    changed,
    weighing: () => weighingOf(draft.peek()),
    follow(now) {
      const writing = changed.peek() && textOf(weighingOf(draft.peek())) !== textOf(now)
      last.value = now
      if (!writing) draft.value = now
    },
  }
}

/** The parts of a draft that are whole. */
export function weighingOf({ tradeOffs, perspectives, conditions }: WeighingDraft): Weighing {
  const weighed = Object.entries(tradeOffs).flatMap(([key, { judgement, note }]) =>
    judgement === '' || note.trim() === '' ? [] : [[key, { judgement, note: note.trim() }] as const],
  )
  const noted = Object.entries(perspectives).flatMap(([key, note]) =>
    note.trim() === '' ? [] : [[key, note.trim()] as const],
  )
  return {
    tradeOffs: Object.fromEntries(weighed),
    perspectives: Object.fromEntries(noted),
    conditions: conditions.map((text) => text.trim()).filter((text) => text !== ''),
  }
}

/** Equal weighings have equal texts, whatever order their parts were written in. */
function textOf({ tradeOffs, perspectives, conditions }: Weighing): string {
  const sorted = (table: object) => Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const weighed = sorted(tradeOffs).map(([key, { judgement, note }]) => [key, judgement, note])
  return JSON.stringify([weighed, sorted(perspectives), conditions])
}
