const UNIT = /\s*(?:m|meter|metres?|°|grader|degrees?|deg|dagar|dygn|days?|d|kr|kronor|sek|:-)\.?$/i
const BLANKS = /[\s\u00a0\u2007\u2009\u202f'’]/gu
const PLAIN = /^[+-]?\d+(?:[.,]\d+)?$/
/** One group of three behind a point or comma: thousands or decimals, nobody can tell. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/
const GROUPED = /^[+-]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+$/

/** A number with its unit, blanks between thousands and a point or comma before decimals; else what is wrong with it. */
export function readMeasure(text: string): number | string {
  const bare = text.trim().replace(UNIT, '').replaceAll(BLANKS, '')
  if (PLAIN.test(bare)) return Number(bare.replace(',', '.'))
  if (GROUPED.test(bare)) return Number(bare.replaceAll(/[.,]/g, ''))
  return 'is no number'
}

const MANY: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:mkr|msek|mnkr|milj(?:oner)?\.?(?: kr(?:onor)?)?|million(?: sek)?)$/i, 1e6],
  [/\s*(?:tkr|ksek|tusen(?: kr(?:onor)?)?)$/i, 1e3],
]

/** An amount in kronor: plain, in thousands (tkr) or in millions (Mkr). */
export function readMoney(text: string): number | string {
  const trimmed = text.trim()
  if (UNCLEAR.test(trimmed.replace(UNIT, '')))
    return 'may be thousands or decimals: write it without a point or comma'
  const unit = MANY.find(([form]) => form.test(trimmed))
  if (unit === undefined) return readMeasure(trimmed)
  const read = readMeasure(trimmed.replace(unit[0], ''))
  return typeof read === 'number' ? Math.round(read * unit[1]) : read
}
