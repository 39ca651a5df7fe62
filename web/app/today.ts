import { useSite } from './site-context.ts'

/**
 * The day of an instant by the city's clock, `2026-03-12`.
 *
 * @param timeZone IANA name; null = the reader's own, until the server has told the city's
 */
export function cityDay(instant: Date, timeZone: string | null): string {
  const zone = timeZone === null ? {} : { timeZone }
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...zone }).format(instant)
}

/** The city's calendar day, wherever the reader's clock stands. */
export function useToday(): string {
  return cityDay(new Date(), useSite().session.timeZone.value)
}
