import { withoutTextMark } from '../../formats/text-mark.ts'
import { DOTNET_TIME } from '../../formats/times/number-time.ts'

const NUMBER = /^\d+(?:[.,]\d+)?(?:e\+?\d+)?$/i
const SECONDS_OF_DAY = 86_400
/** Excel's number of 1970-01-01, and of 1950-01-01, before which no register of incidents goes back. */
const EXCEL_1970 = 25_569
const EXCEL_1950 = 18_264
const EXCEL_1990 = 32_874
/** Numbers of seconds below this are taken for something else (milliseconds: for dates run together): 1980. */
const MIN_SECONDS = 315_532_800
const MIN_SHARE = 0.95

/** What is known of a column's texts as numbers, after the whole file. Zeros stand for nothing said. */
export interface NumberTally {
  add(text: string): void
  /** The time format whose numbers these are, none of them ahead of now; null for other numbers. */
  timeFormat(nowMinute: number): string | null
  /** The pattern of a time of day: hours, or hours and minutes without a sign between them; null for neither. */
  clock(): string | null
  /** True for parts of a day between 0 and 1, as Excel writes times of day. */
  isFraction(): boolean
}

export function createNumberTally(): NumberTally {
  let [texts, numbers] = [0, 0]
  let [min, max] = [Infinity, -Infinity]
  let integers = true
  let badMinutes = false
  let yearDays = true

  const mostly = () => numbers > 0 && numbers >= MIN_SHARE * texts

  return {
    add(marked) {
      texts++
      const text = withoutTextMark(marked)
      const bare = text.endsWith('/') ? (DOTNET_TIME.exec(text)?.[1] ?? text) : text
      if (!NUMBER.test(bare)) return
      numbers++
      const value = Number(bare.replace(',', '.'))
      if (!Number.isInteger(value)) integers = false
      if (value % 100 > 59) badMinutes = true
      if (value % 1000 < 1 || value % 1000 > 366) yearDays = false
      max = Math.max(max, value)
      if (value !== 0) min = Math.min(min, value)
    },
    timeFormat(nowMinute) {
      if (!mostly()) return null
      const ahead = nowMinute * 60 + SECONDS_OF_DAY
      const isUnix = (perSecond: number) => min >= MIN_SECONDS * perSecond && max <= ahead * perSecond
      if (isUnix(1)) return 'unix-s'
      if (isUnix(1e3)) return 'unix-ms'
      if (isUnix(1e6)) return 'unix-us'
      if (isUnix(1e9)) return 'unix-ns'
      // 24060 is the 60th day of 2024, or a day of 1965: nothing tells.
      if (integers && yearDays && max < EXCEL_1990) return null
      return min >= EXCEL_1950 && max <= EXCEL_1970 + ahead / SECONDS_OF_DAY ? 'excel-1900' : null
    },
    clock() {
      if (!mostly() || !integers || max > 2400) return null
      if (max <= 24) return 'H'
      return badMinutes ? null : 'Hmm'
    },
    isFraction: () => mostly() && !integers && max < 1,
  }
}
