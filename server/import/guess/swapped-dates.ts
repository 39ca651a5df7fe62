import type { Notice } from '../../formats/notice.ts'
import type { FileProfile } from './file-profile.ts'
import type { TimesGuess } from './guess-times.ts'

const ISO = /^\d{4}-\d{1,2}-(\d{1,2})(?!\d)/
const AS_TEXT = /^(\d{1,2})([-/.])(\d{1,2})\2\d{2,4}(?!\d)/
const MAX_MONTH = 12
/** Fewer may lie so by chance. */
const MIN_DATES = 5

/**
 * Warns of a column in which a spreadsheet has taken days for months: of dates `25/3/2024` it leaves those as text whose first
 * figure is no month, and makes a date of all others, day and month exchanged. So no date has a day above 12, and every text has.
 */
export function swappedDates({ columns, sample }: FileProfile, times: TimesGuess): readonly Notice[] {
  return times.occurredFrom.flatMap((column) => {
    const index = columns.find((profile) => profile.column === column)?.index ?? -1
    const texts = sample.map((fields) => fields[index]?.trim() ?? '')
    const dates = texts.map((text) => ISO.exec(text)).filter((part) => part !== null)
    const others = texts.map((text) => AS_TEXT.exec(text)).filter((part) => part !== null)
    if (dates.length < MIN_DATES || others.length < MIN_DATES) return []
    if (dates.some(([, day]) => Number(day) > MAX_MONTH)) return []
    if (others.some(([, first]) => Number(first) <= MAX_MONTH)) return []
    return [noticeOf(column, dates[0]!.input, others[0]!.input)]
  })
}

function noticeOf(column: string, date: string, text: string): Notice {
  return {
    code: 'dates-swapped',
    kind: 'warning',
    field: 'columns.occurredFrom',
    sv: `${column}: ett kalkylprogram har tagit dagar för månader. Inget datum (${date}) har en dag över 12, och allt som blev kvar som text (${text}) har det: datumen har dag och månad omkastade. Använd inte filen; hämta den ur registret igen och öppna den inte i Excel, eller läs in kolumnen som text.`,
    en: `${column}: a spreadsheet has taken days for months. No date (${date}) has a day above 12, and all that stayed a text (${text}) has: the dates have day and month exchanged. Do not use the file; get it from its register again and do not open it in Excel, or import the column as text.`,
  }
}
