import type { Texts } from '../engine/texts.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'

/** What stands in a property of every feature, read as numbers of people, or the first that cannot be. */
export type PeopleColumn =
  | { readonly numbers: readonly (number | null)[]; readonly notice: Texts | null }
  | { readonly index: number; readonly text: string; readonly rule: Texts }

const BLANKS = /[\s\u00a0\u2007\u2009\u202f]/gu
const PLAIN = /^\d+$/
/** Groups of three digits behind the first, parted by one mark throughout. */
const GROUPED = /^[1-9]\d{0,2}([.,'’])\d{3}(?:\1\d{3})*$/
const DECIMAL = /^(\d+)([.,])(\d+)$/
const GROUPED_DECIMAL = /^[1-9]\d{0,2}(?:([.,'’])\d{3})(?:\1\d{3})*([.,])(\d+)$/

/**
 * Reads a column of numbers of people by the whole of it: a mark between groups of three digits parts thousands, unless
 * another value of the column shows that it parts decimals.
 */
export function readPeople(values: readonly unknown[]): PeopleColumn {
  const texts = values.map(textOf)
  const decimal = decimalMark(texts)
  const numbers: (number | null)[] = []
  let example: Texts | null = null
  for (const [index, text] of texts.entries()) {
    const number = text === '' ? null : numberOf(text, decimal)
    if (number === undefined) return { index, text: String(values[index]), rule: MESSAGES.notANumber }
    if (number !== null && GROUPED.test(text) && decimal !== GROUPED.exec(text)![1])
      example ??= MESSAGES.partedThousands(text, number)
    numbers.push(number)
  }
  const torn = Math.max(tornThousands(values), unclear(texts, decimal))
  if (torn >= 0) return { index: torn, text: String(values[torn]), rule: MESSAGES.tornThousands }
  return { numbers, notice: example }
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'none'
  return typeof value === 'string' ? value.replaceAll(BLANKS, '') : ''
}

/** The mark that parts decimals: the one that some value cannot have between thousands. */
function decimalMark(texts: readonly string[]): string | null {
  for (const text of texts) {
    const both = GROUPED_DECIMAL.exec(text)
    if (both !== null && both[1] !== both[2]) return both[2]!
    if (DECIMAL.test(text) && !GROUPED.test(text)) return DECIMAL.exec(text)![2]!
  }
  return null
}

function numberOf(text: string, decimal: string | null): number | undefined {
  if (PLAIN.test(text)) return Number(text)
  const grouped = GROUPED.exec(text)
  if (grouped !== null && grouped[1] !== decimal) return Number(text.replaceAll(grouped[1]!, ''))
  const both = GROUPED_DECIMAL.exec(text)
  if (both !== null && both[1] !== both[2] && both[2] === decimal)
    return Number(text.replaceAll(both[1]!, '').replace(',', '.'))
  const parted = DECIMAL.exec(text)
  return parted !== null && parted[2] === decimal ? Number(text.replace(',', '.')) : undefined
}

/** Where a value could be thousands though another shows that the same mark parts decimals: "1.234" beside "12.5". */
function unclear(texts: readonly string[], decimal: string | null): number {
  if (decimal === null) return -1
  const isSimple = new RegExp(`^[1-9]\\d{0,2}[${decimal}]\\d{3}$`)
  return texts.findIndex((text) => isSimple.test(text))
}

/** Where numbers of the file itself look like "1.234" that lost its meaning: all below 1,000, one with three decimals. */
function tornThousands(values: readonly unknown[]): number {
  const numbers = values.filter((value) => typeof value === 'number')
  const torn = values.findIndex(
    (value) => typeof value === 'number' && /^\d{1,3}\.\d{3}$/.test(String(value)),
  )
  const fits = numbers.every((value) => value < 1000 && !/\.\d{4,}$/.test(String(value)))
  return fits ? torn : -1
}
