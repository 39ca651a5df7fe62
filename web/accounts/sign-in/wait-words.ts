import type { Texts } from '../../i18n/texts.ts'

/** A wait in words: seconds up to a minute and a half, minutes beyond. */
export function waitWords(seconds: number, { wait, formats }: Pick<Texts, 'wait' | 'formats'>): string {
  if (seconds <= 90) return seconds === 1 ? wait.second : wait.seconds(formats.count(seconds))
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? wait.minute : wait.minutes(formats.count(minutes))
}
