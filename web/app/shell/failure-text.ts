import type { FailureCode, RequestFailed } from '../api/problem.ts'
import type { Texts } from '../../i18n/texts.ts'

/** What codes mean where a page knows better than the table of all of them. */
export type OwnFailureMessages = Readonly<Partial<Record<FailureCode, string>>>

/** A failure in the person's language: what it is, which field is at fault, and, unless told elsewhere, when to try again. */
export function failureText(
  failure: RequestFailed,
  { errors, formats }: Texts,
  showsErrorsWhen = true,
  own: OwnFailureMessages = {},
): readonly string[] {
  const known = own[failure.code]
  if (known !== undefined) return [known]
  const lines = [errors.codes[failure.code] ?? errors.codes['unexpected']!]
  for (const { field, rule } of failure.problems.slice(0, 3)) lines.push(`${field}: ${rule}`)
  if (showsErrorsWhen && failure.retryAfterSeconds !== null)
    lines.push(errors.wait(formats.count(failure.retryAfterSeconds)))
  return lines
}
