import type { AccountTexts } from '../messages.ts'

/** A wait in words: seconds up to a minute and a half, minutes beyond. */
export function waitText(seconds: number, { wait, formats }: Pick<AccountTexts, 'wait' | 'formats'>): string {
  if (seconds <= 90) return seconds === 1 ? wait.second : wait.seconds(formats.count(seconds))
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? wait.minute : wait.minutes(formats.count(minutes))
}
