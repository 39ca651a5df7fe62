import { z } from 'zod'
import { INSTANT_RULE, isCalendarDate } from './instant.ts'

/** Characters that no field may hold: controls but tab and newlines (the database takes no NUL), and halves of a pair. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}/u

/** Whether a text is free of forbidden characters. */
export function isPlain(text: string): boolean {
  return !FORBIDDEN.test(text)
}

/** A text of 1 to `maxLength` characters without control characters, not blank. */
export function textField(maxLength: number) {
  const rule = `a text of 1 to ${maxLength} characters`
  return z
    .string(rule)
    .min(1, { error: rule, abort: true })
    .max(maxLength, rule)
    .refine(isPlain, 'must hold no control characters')
    .refine((value) => value.trim() !== '', 'must not be blank')
}

/** A text or null; absent means null. */
export function optionalText(maxLength: number) {
  return textField(maxLength).nullable().default(null)
}

/** A day such as 2026-03-01. */
export const dateField = z
  .string('a date such as 2026-03-01')
  .refine(isCalendarDate, { error: 'a date such as 2026-03-01', abort: true })
  .meta({ format: 'date' })

/** A time as text, for `parseInstant` to read in the city's zone. */
export const instantText = z.string(INSTANT_RULE).max(40, INSTANT_RULE).meta({ description: INSTANT_RULE })

/** A finite number within borders, or null; absent means null. */
export function optionalNumber(low: number, high: number) {
  const rule = `a number from ${low} to ${high}`
  return z.number(rule).min(low, rule).max(high, rule).nullable().default(null)
}

/** A whole number within borders. */
export function wholeNumber(low: number, high: number) {
  const rule = `a whole number from ${low} to ${high}`
  return z.int(rule).min(low, rule).max(high, rule)
}

const ID_RULE = `a whole number from 1 to ${2 ** 31 - 1}`

/** The path parameter that names a row. */
export const idParams = z.strictObject({
  id: z
    .string(ID_RULE)
    .regex(/^[1-9]\d{0,9}$/, ID_RULE)
    .refine((text) => Number(text) < 2 ** 31, ID_RULE)
    .transform(Number)
    .meta({ description: 'The id of what the path names.', example: '1' }),
})

/** Id of a source: letters, digits, dot, dash and underscore. */
export const sourceIdField = z
  .string('a source id')
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, '1 to 64 letters, digits, dots, dashes or underscores')
  .meta({ description: 'The id of a source.' })
