/** Two coordinates as they were typed. */
export type CoordinatePair = readonly [first: number, second: number]

const NUMBER = /[-+]?\d+(?:\.\d+)?/g
const DEGREES = /(\d{1,3})\s*[°º]\s*(\d{1,2})\s*['′’]\s*(?:(\d{1,2}(?:\.\d+)?)\s*["″”]?)?/g
/** What may stand round two numbers: units, hemispheres and axes. */
const AROUND = /[\s,;:°º'"′″’”()=]|lat(?:itude?)?|lon(?:g(?:itude?)?)?|[nsewöov]|[xy]/gi

/**
 * Two coordinates from a text: `6579710 153699`, `59.33, 18.06`, `59,33 18,06`, `N 59°19'48" E 18°3'36"`; null for any
 * other text. Their order is kept.
 */
export function readCoordinates(text: string): CoordinatePair | null {
  const plain = withPoints(text.trim())
  const degrees = [...plain.matchAll(DEGREES)].map(
    ([, whole, minutes, seconds = '0']) => Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600,
  )
  if (degrees.length === 2) return signed(degrees as [number, number], plain)
  const numbers = plain.match(NUMBER)?.map(Number) ?? []
  if (numbers.length !== 2 || !numbers.every(Number.isFinite)) return null
  const rest = plain.replace(NUMBER, ' ').replace(AROUND, '')
  return rest === '' ? signed(numbers as [number, number], plain) : null
}

/** Decimal commas become points, commas between numbers spaces. */
function withPoints(text: string): string {
  const divides = text.includes('.') || (!/[\s;]/.test(text) && text.indexOf(',') === text.lastIndexOf(','))
  return divides ? text.replaceAll(',', ' ') : text.replace(/(\d),(\d)/g, '$1.$2')
}

/** South and west are negative. */
function signed([first, second]: [number, number], text: string): CoordinatePair {
  const letters = text.toUpperCase().match(/[NSEWÖV]/g) ?? []
  const sign = (letter: string | undefined) => (letter === 'S' || letter === 'W' || letter === 'V' ? -1 : 1)
  if (letters.length !== 2) return [first, second]
  return [first * sign(letters[0]), second * sign(letters[1])]
}
