import type { RequestFailed } from '../api/problem.ts'
import type { Texts } from './texts.ts'

/** A failure in the person's language: what it is, which field is at fault, and, unless told elsewhere, when to try again. */
export function failureWords(
  failure: RequestFailed,
  { errors, formats }: Texts,
  tellsWhen = true,
): readonly string[] {
  const lines = [errors.codes[failure.code] ?? errors.codes['unexpected']!]
  for (const { field, rule } of failure.problems.slice(0, 3)) lines.push(`${field}: ${rule}`)
  if (tellsWhen && failure.retryAfterSeconds !== null)
    lines.push(errors.wait(formats.count(failure.retryAfterSeconds)))
  return lines
}
