import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type {
  Judgement,
  Perspective,
  ReviewSubject,
  TradeOff,
  Weighing,
} from '../../server/reviews/contract.ts'

/** Draft of a weighing: any part may be empty. */
export interface WeighingDraft {
  readonly subject: ReviewSubject
  readonly tradeOffs: Readonly<
    Partial<Record<TradeOff, { readonly judgement: Judgement | ''; readonly note: string }>>
  >
  /** Text of a perspective marked as not relevant is kept while the page is open. */
  readonly perspectives: Readonly<Partial<Record<Perspective, PerspectiveDraft>>>
  readonly conditions: readonly string[]
  readonly assessment: string
}

export interface PerspectiveDraft {
  readonly note: string
  readonly relevant: boolean
}

export interface WeighingForm {
  readonly draft: Signal<WeighingDraft>
  /** Whether the draft differs from the saved weighing. */
  readonly changed: ReadonlySignal<boolean>
  /** The complete parts of the draft. */
  weighing(): Weighing
  /** Takes over the saved weighing, unless the draft was changed. */
  follow(kept: Weighing): void
}

/** A form initialised with the saved weighing. */
export function createWeighingForm(kept: Weighing): WeighingForm {
  const last = signal(kept)
  const draft = signal(draftOf(kept))
  const changed = computed(() => textOf(weighingOf(draft.value)) !== textOf(last.value))
  return {
    draft,
    changed,
    weighing: () => weighingOf(draft.peek()),
    follow(now) {
      // A part that is half written is in no weighing: a draft that says the same is left as it is.
      const same = textOf(weighingOf(draft.peek())) === textOf(now)
      const writing = changed.peek()
      last.value = now
      if (!writing && !same) draft.value = draftOf(now)
    },
  }
}

function draftOf({ perspectives, assessment, ...others }: Weighing): WeighingDraft {
  const drafts = Object.entries(perspectives).map(
    ([key, note]) => [key, { note: note ?? '', relevant: note !== null }] as const,
  )
  return { ...others, perspectives: Object.fromEntries(drafts), assessment: assessment ?? '' }
}

/** The complete parts of a draft. */
export function weighingOf(draft: WeighingDraft): Weighing {
  const { subject, tradeOffs, perspectives, conditions } = draft
  const assessment = draft.assessment.trim()
  const weighed = Object.entries(tradeOffs).flatMap(([key, { judgement, note }]) =>
    judgement === '' || note.trim() === '' ? [] : [[key, { judgement, note: note.trim() }] as const],
  )
  const recorded = Object.entries(perspectives).flatMap(([key, { note, relevant }]) =>
    relevant && note.trim() === '' ? [] : [[key, relevant ? note.trim() : null] as const],
  )
  return {
    subject,
    tradeOffs: Object.fromEntries(weighed),
    perspectives: Object.fromEntries(recorded),
    conditions: conditions.map((text) => text.trim()).filter((text) => text !== ''),
    assessment: assessment === '' ? null : assessment,
  }
}

/** Equal weighings have equal texts, whatever order their parts were written in. */
function textOf({ subject, tradeOffs, perspectives, conditions, assessment }: Weighing): string {
  const sorted = (table: object) => Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const weighed = sorted(tradeOffs).map(([key, { judgement, note }]) => [key, judgement, note])
  return JSON.stringify([subject, weighed, sorted(perspectives), conditions, assessment])
}
