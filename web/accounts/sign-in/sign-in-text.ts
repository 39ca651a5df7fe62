import type { RequestFailed } from '../../app/api/problem.ts'
import { failureText } from '../../app/shell/failure-text.ts'
import { waitText } from './wait-text.ts'
import type { AccountTexts } from '../messages.ts'

/**
 * The message of a failed sign-in.
 *
 * @param secondsLeft until another attempt is allowed; 0 = now
 */
export function signInText(failure: RequestFailed, secondsLeft: number, texts: AccountTexts): string {
  const { signIn } = texts
  if (failure.code === 'unauthenticated') return signIn.wrong
  if (failure.code === 'forbidden') return signIn.disabled
  if (failure.code === 'rate-limited' && failure.retryAfterSeconds !== null)
    return secondsLeft > 0 ? signIn.throttled(waitText(secondsLeft, texts)) : signIn.again
  return failureText(failure, texts).join(' ')
}
