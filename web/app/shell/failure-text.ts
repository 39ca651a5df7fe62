import type { FailureCode, RequestFailed } from '../api/problem.ts'
import type { Texts } from '../../i18n/texts.ts'

/** A page's own messages for codes, instead of the general ones. */
export type OwnFailureMessages = Readonly<Partial<Record<FailureCode, string>>>

/** The message of a failure: what it is, which field is at fault, and, unless shown elsewhere, when to retry. */
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
