import type { RequestFailed } from '../../app/api/problem.ts'
import { failureWords } from '../../app/shell/failure-words.ts'
import { waitWords } from './wait-words.ts'
import type { AccountTexts } from '../messages.ts'

/**
 * Why signing in did not succeed, in the person's words.
 *
 * @param secondsLeft until another attempt is taken; 0 when there is nothing to wait for
 */
export function signInWords(failure: RequestFailed, secondsLeft: number, texts: AccountTexts): string {
  const { signIn } = texts
  if (failure.code === 'unauthenticated') return signIn.wrong
  if (failure.code === 'forbidden') return signIn.disabled
  if (failure.code === 'rate-limited' && failure.retryAfterSeconds !== null)
    return secondsLeft > 0 ? signIn.throttled(waitWords(secondsLeft, texts)) : signIn.again
  return failureWords(failure, texts).join(' ')
}
