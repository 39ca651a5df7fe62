import type { Language } from '../../platform/language.ts'
import { type Checklist, type ChecklistResponse, checklistOf, type FilledChecklist } from './checklist.ts'

type Words = Readonly<Record<Language, string>>

/**
 * The checklist as a public document holds it: version, questions and responses in words. What a response rests on
 * stays out: findings and figures are internal.
 */
export interface FiledChecklist {
  readonly version: string
  readonly title: Words
  readonly source: Words
  readonly aspects: readonly {
    readonly name: Words
    readonly questions: readonly {
      readonly question: Words
      readonly response: ChecklistResponse
      readonly text: string | null
    }[]
  }[]
}

/** The filled questions in the order of their checklist; null where none is filled. */
export function filedChecklist(filled: FilledChecklist | null): FiledChecklist | null {
  const checklist = filled === null ? null : checklistOf(filled.version)
  if (filled === null || checklist === null || Object.keys(filled.responses).length === 0) return null
  const { version, title, source } = checklist
  return { version, title, source, aspects: aspectsOf(checklist, filled) }
}

function aspectsOf({ aspects }: Checklist, { responses }: FilledChecklist): FiledChecklist['aspects'] {
  return aspects
    .map(({ name, questions }) => ({
      name,
      questions: questions.flatMap(({ id, sv, en }) => {
        const given = responses[id]
        return given === undefined
          ? []
          : [{ question: { sv, en }, response: given.response, text: given.text }]
      }),
    }))
    .filter(({ questions }) => questions.length > 0)
}
