import { dateFormOf } from './date-forms.ts'

/** One way in which a text can be a time: the parts of its pattern, empty where the text has none. */
export interface TimeForm {
  readonly date: string
  /** What stands between date and time of day, as in a pattern. */
  readonly joiner: string
  readonly clock: string
  readonly seconds: string
  /** AM or PM, *fm* or *em*, and the offset. */
  readonly tail: string
}

interface ClockForm {
  readonly clock: string
  readonly seconds: string
  readonly tail: string
}

const JOINER = /^(T| *-? +| *, *|[_:]|,? +(?:kl\.?|klo|klockan|at|den) +)(?=\d)/i
const CLOCK = /^(\d{1,2})([:.])\d{2}(?:\2\d{2}([.,]\d{1,9})?)?(?=$|[^\d:.,])/
const DIGITS = /^\d{2}\d{2}(\d{2})?(?=$|[^\d])/
const HALF = /^([ \u00a0\u202f]*)[apfe]\.?m\.?(?=$|[^a-z])/i
const OFFSET =
  /^( *)(?:(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|Z|GMT|UTC|CES?T|MES?Z)(?: \([^)]*\)|\[[^\]]*\])?$/i

/** All ways in which a text can be a date or a point in time: several where day and month may change places. */
export function timeFormsOf(text: string): readonly TimeForm[] {
  const date = dateFormOf(text)
  if (date === null) return []
  const bare = date.patterns.map((pattern) => ({
    date: pattern,
    joiner: '',
    clock: '',
    seconds: '',
    tail: '',
  }))
  if (date.rest === '') return bare
  if (!date.timed) return []
  const packed = /^\d/.test(date.rest)
  const joiner = packed ? '' : (JOINER.exec(date.rest)?.[0] ?? null)
  if (joiner === null) return []
  const clock = clockAfter(joiner, date.rest.slice(joiner.length))
  return clock === null ? [] : bare.map((form) => ({ ...form, ...clock, joiner: quoted(joiner) }))
}

/** Behind *kl.* an hour stands alone. */
function clockAfter(joiner: string, text: string): ClockForm | null {
  const isHour = /kl/i.test(joiner) && /^\d{1,2}$/.test(text)
  return isHour ? { clock: 'H', seconds: '', tail: '' } : clockFormOf(text)
}

/** The pattern of a text that is a time of day, as a whole; null when it is none. */
export function clockFormOf(text: string): ClockForm | null {
  const part = CLOCK.exec(text)
  const digits = part === null ? DIGITS.exec(text) : null
  if (part === null && digits === null) return null
  let rest = text.slice((part ?? digits)![0].length)
  const half = HALF.exec(rest)
  if (half !== null) rest = rest.slice(half[0].length)
  const offset = rest === '' ? null : OFFSET.exec(rest)
  if (rest !== '' && offset === null) return null
  const hour = half === null ? 'H' : 'h'
  const [clock, seconds] =
    part === null
      ? [`${hour}${hour}mm`, digits![1] === undefined ? '' : 'ss']
      : [`${hour}${part[2]}mm`, secondsOf(part[0], part[2]!, part[3])]
  const tail = `${half === null ? '' : `${half[1] === '' ? '' : ' '}a`}${offset === null ? '' : `${offset[1]}XXX`}`
  return { clock, seconds, tail }
}

function secondsOf(text: string, separator: string, fraction: string | undefined): string {
  const parts = text.split(separator).length
  if (fraction !== undefined) return `${separator}ss${fraction[0]}S`
  return parts > 2 ? `${separator}ss` : ''
}

function quoted(joiner: string): string {
  return /[a-z]/i.test(joiner) ? `'${joiner}'` : joiner
}

/**
 * One pattern for forms of the same date: what some texts lack stands in brackets. Null when they cannot be read by one,
 * since their times of day are written in different ways.
 */
export function joinedPattern(forms: readonly TimeForm[]): string | null {
  const [first] = forms
  const timed = forms.filter(({ clock }) => clock !== '')
  const [clock] = timed
  if (first === undefined || forms.some(({ date }) => date !== first.date)) return null
  if (clock === undefined) return first.date
  const alike = timed.every((form) => form.joiner === clock.joiner && form.clock === clock.clock)
  const tails = optional(timed.map(({ tail }) => tail))
  const seconds = optional(timed.map((form) => form.seconds))
  if (!alike || tails === null || seconds === null) return null
  const hours = `${clock.joiner}${clock.clock}${seconds}${tails}`
  return timed.length === forms.length ? `${first.date}${hours}` : `${first.date}[${hours}]`
}

/** A part that all have, or that some lack and is put in brackets; null when it is written in several ways. */
function optional(parts: readonly string[]): string | null {
  const written = [...new Set(parts.filter((part) => part !== ''))]
  if (written.length > 1) return null
  const [one] = written
  if (one === undefined) return ''
  return parts.includes('') ? `[${one}]` : one
}
