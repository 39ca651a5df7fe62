import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type {
  ChecklistPointer,
  ChecklistResponse,
  FilledChecklist,
} from '../../../server/reviews/checklist/contract.ts'

/** A response being written: without a choice it is not saved. */
export interface ResponseDraft {
  readonly response: ChecklistResponse | null
  readonly text: string
  readonly restsOn: readonly ChecklistPointer[]
}

export const NO_RESPONSE: ResponseDraft = { response: null, text: '', restsOn: [] }

type Drafts = Readonly<Record<string, ResponseDraft>>
type Responses = FilledChecklist['responses']

export interface ChecklistForm {
  readonly drafts: Signal<Drafts>
  /** Whether the drafts differ from what is saved. */
  readonly changed: ReadonlySignal<boolean>
  set(question: string, part: Partial<ResponseDraft>): void
  /** The drafts that have a choice. */
  responses(): Responses
  /** Takes over what is saved, unless the drafts were changed. */
  follow(kept: Responses): void
}

/** A form that begins with the saved responses. */
export function createChecklistForm(kept: Responses): ChecklistForm {
  const last = signal(kept)
  const drafts = signal<Drafts>(draftsOf(kept))
  const changed = computed(() => textOf(responsesOf(drafts.value)) !== textOf(last.value))
  return {
    drafts,
    changed,
    set(question, part) {
      const before = drafts.peek()[question] ?? NO_RESPONSE
      drafts.value = { ...drafts.peek(), [question]: { ...before, ...part } }
    },
    responses: () => responsesOf(drafts.peek()),
    follow(now) {
      const same = textOf(responsesOf(drafts.peek())) === textOf(now)
      const writing = changed.peek()
      last.value = now
      if (!writing && !same) drafts.value = draftsOf(now)
    },
  }
}

function draftsOf(kept: Responses): Drafts {
  return Object.fromEntries(
    Object.entries(kept).map(([question, given]) => [question, { ...given, text: given.text ?? '' }]),
  )
}

function responsesOf(drafts: Drafts): Responses {
  return Object.fromEntries(
    Object.entries(drafts).flatMap(([question, { response, text, restsOn }]) => {
      if (response === null) return []
      return [[question, { response, text: text.trim() === '' ? null : text.trim(), restsOn }]]
    }),
  )
}

/** Equal responses have equal texts, whatever order they were written in. */
function textOf(responses: Responses): string {
  const sorted = Object.entries(responses).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(
    sorted.map(([question, { response, text, restsOn }]) => [
      question,
      response,
      text,
      restsOn.map(({ kind, id }) => `${kind}/${id}`),
    ]),
  )
}
