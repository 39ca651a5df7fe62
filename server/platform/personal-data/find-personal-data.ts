/** Data on a person that no text of ours may hold. */
export const PERSONAL_DATA = ['identity-number', 'plate', 'phone', 'email'] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]

/** What of a text names a person, and as what. */
export interface FoundPersonalData {
  readonly kind: PersonalData
  readonly text: string
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const EMAIL = /[^\s@<>(),;]+\s?(?:@|\(at\)|\[at\])\s?[^\s@<>(),;]+\.\p{L}{2,}/iu

/** Groups of digits with little between them. */
const DIGIT_GROUPS = /\d+(?:[\s.\-+/\u2010-\u2015\u2212]{1,3}\d+)*/g
/** Letters that plates have, and those that may be their last sign. */
const PLATE = /(?<![\p{L}\d])([A-HJ-PR-UW-Z]{3})([ -]?)(\d{2}[\dA-HJ-NPR-UW-Z])(?![\p{L}\d])/giu
const VOWEL = /[aeiouy]/i

const ABROAD = /(?<![\d+])(?:\+|00)[1-9](?:[\s\-()/]{0,2}\d){6,14}(?!\d)/
/** An area code and a subscriber's five to eight digits. */
const NATIONAL =
  /(?<![\d.,:])0[1-9]\d{0,2}\)?[\s\-\u2010-\u2015/]{0,3}\d(?:[\s\-\u2010-\u2015]?\d){4,7}(?!\d)/g
/** `0830-0915`: hours and minutes from and to. */
const HOURS = /^(?:[01]\d|2[0-3])[0-5]\d\s?[-\u2010-\u2015]\s?(?:[01]\d|2[0-3])[0-5]\d$/

/**
 * The first thing in a text that names a person: a Swedish identity or coordination number with a right check digit in
 * any spelling, a Swedish registration plate, a phone number or an e-mail address; null where there is none.
 *
 * A plate in lower case with a space (`abc 123`) is found where its letters are no syllable: `och 150` is none.
 */
export function findPersonalData(written: string): FoundPersonalData | null {
  const text = written.normalize('NFKC').replace(INVISIBLE, '')
  const email = EMAIL.exec(text)
  if (email !== null) return { kind: 'email', text: email[0] }
  const number = identityNumberIn(text)
  if (number !== null) return { kind: 'identity-number', text: number }
  const phone = phoneIn(text)
  if (phone !== null) return { kind: 'phone', text: phone }
  const plate = plateIn(text)
  return plate === null ? null : { kind: 'plate', text: plate }
}

function identityNumberIn(text: string): string | null {
  for (const [run] of text.matchAll(DIGIT_GROUPS)) {
    const groups = run.match(/\d+/g)!
    for (let from = 0; from < groups.length; from++) {
      let digits = ''
      for (let to = from; to < groups.length && digits.length < 12; to++) {
        digits += groups[to]
        if (isIdentityNumber(digits)) return digits
      }
    }
  }
  return null
}

/** Ten digits, or twelve with the century: a date, of coordination numbers with 60 added to the day, and a check digit. */
function isIdentityNumber(digits: string): boolean {
  if (digits.length === 12 && !/^(?:18|19|20)/.test(digits)) return false
  if (digits.length !== 10 && digits.length !== 12) return false
  const ten = digits.slice(-10)
  const month = Number(ten.slice(2, 4))
  const day = Number(ten.slice(4, 6)) % 60
  // Of a year whose century is not told, 29 February may be.
  const lastDay = new Date(Date.UTC(2000, month, 0)).getUTCDate()
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= lastDay && Number(ten.slice(4, 6)) < 92
  return isDate && luhnSum(ten) % 10 === 0
}

/** The sum of digits by which the last one is checked (Luhn 1960). */
function luhnSum(digits: string): number {
  let sum = 0
  for (let k = 0; k < digits.length; k++) {
    const weighed = Number(digits[k]) * (k % 2 === 0 ? 2 : 1)
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum
}

function phoneIn(text: string): string | null {
  const abroad = ABROAD.exec(text)
  if (abroad !== null) return abroad[0]
  for (const [number] of text.matchAll(NATIONAL)) if (!HOURS.test(number)) return number
  return null
}

function plateIn(text: string): string | null {
  for (const [plate, letters, gap] of text.matchAll(PLATE)) {
    const isWritten = gap === '' || letters === letters!.toUpperCase() || !VOWEL.test(letters!)
    if (isWritten) return plate
  }
  return null
}
