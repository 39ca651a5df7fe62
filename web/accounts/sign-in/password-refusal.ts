import type { RequestFailed } from '../../app/api/problem.ts'
import { failureText } from '../../app/shell/failure-text.ts'
import type { AccountTexts } from '../messages.ts'

/** The message of a refused password, from the rule's code. */
export function passwordRefusal(failure: RequestFailed, texts: AccountTexts): string {
  const { refused } = texts.password
  const rule = failure.problems[0]?.rule
  if (rule === undefined) return failureText(failure, texts).join(' ')
  return Object.hasOwn(refused, rule) ? refused[rule as keyof typeof refused] : refused.other
}
