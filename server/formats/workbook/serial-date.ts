const DAY_SECONDS = 86_400
const DAYS_TO_1970 = 25_569
/** Days by which the calendar that begins in 1904 (of older Macs) lies ahead. */
const DAYS_TO_1904 = 1462
/** What in a format is no part of it: texts in quotes, colours and languages, signs that are escaped, padded or filled with. */
const NO_PART = /"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.|_.|\*./gi
/** What is shown as a time and is less than this is one of 24 hours (1) or a duration: no incident is of so early a date. */
const MAX_ELAPSED_DAYS = 61
const STANDARD = /^(general|standard)$/i

/** How a cell's number is shown. */
export type NumberKind = 'number' | 'date' | 'date-time' | 'time' | { readonly digits: number }

/** Formats that have a number and no text (ECMA-376, 18.8.30), those of East Asia among them. */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
]

/** How numbers of a format are shown. @param code text of a format that the file brings; null for a built-in one */
export function kindOfFormat(id: number, code: string | null): NumberKind {
  if (code === null) return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number'
  if (/^0{2,20}$/.test(code)) return { digits: code.length }
  const [first] = code.replaceAll(NO_PART, '').split(';')
  if (STANDARD.test(first!.trim())) return 'number'
  const date = /[yd]/i.test(first!)
  const time = /[hs]/i.test(first!)
  if (date) return time ? 'date-time' : 'date'
  if (time) return 'time'
  return /m/i.test(first!) ? 'date' : 'number'
}

/**
 * What a number shows as: a date and time in the forms of ISO 8601, rounded to the second. A date keeps the time of day that
 * its cell holds, whether its format shows it or not.
 */
export function showNumber(text: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  if (kind === 'number') return String(value)
  if (typeof kind === 'object')
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(kind.digits, '0') : String(value)
  if (value < 0) return String(value)
  const seconds = Math.round((value + (from1904 && value >= 1 ? DAYS_TO_1904 : 0)) * DAY_SECONDS)
  if (kind === 'time' && value < MAX_ELAPSED_DAYS) return clockOf(Math.round(value * DAY_SECONDS))
  const at = (seconds - DAYS_TO_1970 * DAY_SECONDS) * 1000
  if (!(Math.abs(at) < 8.64e15)) return String(value)
  const iso = new Date(at).toISOString().slice(0, 19)
  return kind === 'date' && seconds % DAY_SECONDS === 0 ? iso.slice(0, 10) : iso
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
