import { readDegrees } from './degrees-text.ts'
import type { RejectReason } from '../source-row.ts'
import { withoutTextMark } from '../text-mark.ts'

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i
const DECIMAL_COMMA = /^[+-]?\d[\d\s\u00a0\u2007\u2009\u202f'’]*,\d+$/
/** Blanks of every width and apostrophes part thousands, and so does the sign that is not the decimal one. */
const GROUPED = {
  '.': /^[+-]?\d{1,3}(?:(?:[\s\u00a0\u2007\u2009\u202f'’]\d{3})+|(?:,\d{3})+)(?:\.\d+)?$/,
  ',': /^[+-]?\d{1,3}(?:(?:[\s\u00a0\u2007\u2009\u202f'’]\d{3})+|(?:\.\d{3})+)(?:,\d+)?$/,
} as const
const UNIT = /(?<=\d)\s*(m|meter|metres|°)$/i

/** Why a coordinate cannot be used, and in which column the fault is. */
export interface CoordinateProblem {
  readonly reason: RejectReason
  readonly detail: string
  readonly part: 'x' | 'y'
}

/** How the coordinates of a file are written. */
export interface CoordinateForm {
  readonly decimal: '.' | ','
  readonly inDegrees: boolean
}

/**
 * The number that a coordinate's text holds: plain, with thousands parted, or in degrees, minutes and seconds.
 *
 * @returns what is wrong with it, by name
 */
export function readCoordinate(
  text: string,
  form: CoordinateForm,
  part: 'x' | 'y',
): number | CoordinateProblem {
  const { decimal, inDegrees } = form
  const trimmed = withoutTextMark(text.trim())
  if (trimmed === '') return { reason: 'no-position', detail: 'the coordinate is blank', part }
  const dotted = decimal === ',' ? trimmed.replace(',', '.') : trimmed
  if (NUMBER.test(dotted)) return Number(dotted)
  const hint = DECIMAL_COMMA.test(trimmed) ? ' (a decimal comma: set csv.decimal to ",")' : ''
  if (hint !== '' && inDegrees) return { reason: 'bad-position', detail: `not a number${hint}`, part }
  const value = inDegrees ? degreesOf(trimmed, part) : metresOf(trimmed.replace(UNIT, ''), decimal)
  return value ?? { reason: 'bad-position', detail: `not a number${hint}`, part }
}

function metresOf(text: string, decimal: '.' | ','): number | null {
  const bare = GROUPED[decimal].test(text)
    ? text.replaceAll(decimal === '.' ? /[^\d.+-]/g : /[^\d,+-]/g, '')
    : text
  const dotted = decimal === ',' ? bare.replace(',', '.') : bare
  return NUMBER.test(dotted) ? Number(dotted) : null
}

function degreesOf(text: string, part: 'x' | 'y'): number | CoordinateProblem | null {
  const degrees = readDegrees(text)
  if (degrees === null) return null
  if (degrees === 'ambiguous') {
    const detail = 'the letter O is east in some languages and west in others: write E or W'
    return { reason: 'bad-position', detail, part }
  }
  if (degrees.axis === null || degrees.axis === part) return degrees.value
  const detail = `is ${part === 'x' ? 'a latitude' : 'a longitude'}: the columns of x and y are exchanged`
  return { reason: 'swapped-axes', detail, part }
}
