import type { Language } from '../../platform/language.ts'
import first from './botryggt2030-1.json' with { type: 'json' }

type InBothLanguages = Readonly<Record<Language, string>>

export const CHECKLIST_RESPONSES = ['yes', 'partly', 'no', 'not_relevant'] as const
export type ChecklistResponse = (typeof CHECKLIST_RESPONSES)[number]

export interface ChecklistQuestion extends InBothLanguages {
  readonly id: string
}

/** One version of a checklist: its file never changes once it is used; new questions are a new version. */
export interface Checklist {
  readonly version: string
  readonly title: InBothLanguages
  readonly source: InBothLanguages
  readonly aspects: readonly {
    readonly id: string
    readonly name: InBothLanguages
    readonly questions: readonly ChecklistQuestion[]
  }[]
}

/** What a response rests on: a finding or figure of the review's evidence, a local need, or a walk's finding. */
export type ChecklistPointer =
  | { readonly kind: 'finding' | 'figure'; readonly id: string }
  | { readonly kind: 'need' | 'walk-finding'; readonly id: number }

export interface GivenResponse {
  readonly response: ChecklistResponse
  readonly text: string | null
  readonly restsOn: readonly ChecklistPointer[]
}

/** The responses so far, by the id of their question. */
export interface FilledChecklist {
  readonly version: string
  readonly responses: Readonly<Record<string, GivenResponse>>
}

/** Every version in order, the current one last. */
const CHECKLISTS: readonly Checklist[] = [first]

/** The version that a review without responses begins with. */
export const CURRENT_CHECKLIST: Checklist = CHECKLISTS.at(-1)!

/** A version of the checklist; null for one that there is not. */
export function checklistOf(version: string): Checklist | null {
  return CHECKLISTS.find((known) => known.version === version) ?? null
}

export function questionsOf({ aspects }: Checklist): readonly ChecklistQuestion[] {
  return aspects.flatMap(({ questions }) => questions)
}

/** Equal pointers have equal keys. */
export function pointerKey({ kind, id }: ChecklistPointer): string {
  return `${kind}/${id}`
}
