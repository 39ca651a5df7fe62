import type { ChecklistPointer, CitableResponse } from '../../../server/reviews/checklist/contract.ts'
import type { Language } from '../../i18n/language.ts'
import { checklistMessages } from './messages.ts'

/** Equal pointers have equal keys. */
export function keyOf({ kind, id }: Pick<CitableResponse, 'kind' | 'id'>): string {
  return `${kind}/${id}`
}

/** Kind and words of what is pointed at; that it is gone, or closed to the reader, where it is not among the citable. */
export function wordsOfPointer(
  pointer: ChecklistPointer,
  citable: readonly CitableResponse[],
  language: Language,
): string {
  const messages = checklistMessages[language]
  const found = citable.find((one) => keyOf(one) === keyOf(pointer))
  return `${messages.kinds[pointer.kind]}: ${found?.words[language] ?? messages.gone}`
}
