/** A coordinate written in degrees, and the axis that its letter names. */
export interface Degrees {
  readonly value: number
  /** `x` for east and west, `y` for north and south; null without a letter. */
  readonly axis: 'x' | 'y' | null
}

/** 59d19m57s: before anything else, for its last letter is no direction. */
const LETTERED = /(\d)\s*d\s*(\d+(?:\.\d+)?)\s*m(?:\s*(\d+(?:\.\d+)?)\s*s)?/i
const SIGNS = /[°º˚"″”“„'′’‘´`ʹ]|\b(?:deg|grader|grad|min|minutes?|minuter|sec|sek|seconds?|sekunder)\b\.?/gi
const DIRECTION = '(north|nord|norr|south|syd|söder|east|öster|öst|ost|west|väster|väst|[NSEWÖØVO])'
const LEADING = new RegExp(`^${DIRECTION}[.:]?\\s*(?=[\\d])`, 'iu')
const TRAILING = new RegExp(`(?<=[\\d\\s])\\s*${DIRECTION}\\.?$`, 'iu')
const PARTS = /^([+-])?(\d{1,3}(?:\.\d+)?)(?:[\s:](\d{1,2}(?:\.\d+)?))?(?:[\s:](\d{1,2}(?:\.\d+)?))?$/
/** Degrees, minutes and seconds run together, as pilots write them: 591957N, 0180354.5E. */
const RUN_TOGETHER = /^(\d{2,3})(\d{2})(\d{2}(?:\.\d+)?)$/
const SIXTY = 60

/**
 * Degrees in any usual spelling: `59°19'57.0"N`, `N 59° 19.95'`, `59 19 57`, `59:19:57`, `18,0278° Ö`, `591957N`. The letters of
 * directions are English and Swedish (Ö, V). Null for what is none, and where the parts do not fit together.
 *
 * @returns `ambiguous` for the letter O, which is east in Swedish and German and west in Spanish and French
 */
export function readDegrees(text: string): Degrees | 'ambiguous' | null {
  const plain = withoutSigns(text)
  const leading = LEADING.exec(plain)?.[1]
  const trailing = TRAILING.exec(plain)?.[1]
  if (leading !== undefined && trailing !== undefined) return null
  const letter = leading ?? trailing ?? null
  const bare = plain.replace(leading === undefined ? TRAILING : LEADING, '').trim()
  const parts = partsOf(bare, letter !== null)
  if (parts === null) return null
  const direction = letter === null ? null : directionOf(letter)
  if (direction === 'ambiguous') return direction
  const value = valueOf(parts)
  if (value === null || (direction !== null && parts.negative)) return null
  const negative = parts.negative || direction?.negative === true
  return { value: negative ? -value : value, axis: direction?.axis ?? null }
}

interface Parts {
  readonly negative: boolean
  readonly numbers: readonly string[]
}

function withoutSigns(text: string): string {
  return text
    .replaceAll(/(?<=\d),(?=\d)/g, '.')
    .replace(LETTERED, '$1 $2 $3 ')
    .replaceAll(SIGNS, ' ')
    .replaceAll(/(?<=\d)\s*-\s*(?=\d)/g, ' ')
    .replaceAll('−', '-')
    .replaceAll(/\s*:\s*/g, ':')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function partsOf(text: string, hasLetter: boolean): Parts | null {
  const together = hasLetter ? RUN_TOGETHER.exec(text) : null
  if (together !== null) return { negative: false, numbers: together.slice(1) }
  const found = PARTS.exec(text)
  if (found === null) return null
  return { negative: found[1] === '-', numbers: found.slice(2).filter((part) => part !== undefined) }
}

/** Only the last part may have decimals; minutes and seconds are below 60. */
function valueOf({ numbers }: Parts): number | null {
  let value = 0
  for (const [index, text] of numbers.entries()) {
    const part = Number(text)
    if (text.includes('.') && index < numbers.length - 1) return null
    if (index > 0 && part >= SIXTY) return null
    value += part / SIXTY ** index
  }
  return value
}

function directionOf(letter: string): { readonly axis: 'x' | 'y'; readonly negative: boolean } | 'ambiguous' {
  const name = letter.toLowerCase()
  if (name === 'o') return 'ambiguous'
  if (name.startsWith('n')) return { axis: 'y', negative: false }
  if (name.startsWith('s')) return { axis: 'y', negative: true }
  return { axis: 'x', negative: name.startsWith('w') || name.startsWith('v') }
}
