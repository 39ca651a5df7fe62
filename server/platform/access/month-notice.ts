/** Notice for a response whose period was widened to whole months, because some incidents are dated by month only. */
export const WIDENED_TO_MONTHS = {
  sv: 'Perioden är vidgad till hela månader: om en del händelser är bara månaden känd, och de kan inte räknas till någon del av den.',
  en: 'The period is widened to whole months: of some incidents only the month is known, and they count to no part of it.',
} as const
