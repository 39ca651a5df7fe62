import { createTransform } from '../engine/projection/transform.ts'
import { createLocator, type Envelope } from './locate.ts'
import { splitPosition } from './position-text.ts'
import { GEOMETRY_COLUMNS } from '../formats/source-row.ts'

const WGS84 = 4326
const MOST_COLUMNS = 14
const FEWEST_PLACED = 0.3
const NAMES_OF_X: readonly (readonly [RegExp, number])[] = [
  [/^(lon|lng|long|longitude|longitud|geometry\.x)$/i, 0.5],
  [/^(x|e|easting|east|öst|ost|x[_ ]?koord.*|x[_ ]?coord.*|sweref.*[_ ]e)$/i, 0.3],
]
const NAMES_OF_Y: readonly (readonly [RegExp, number])[] = [
  [/^(lat|latitude|latitud|geometry\.y)$/i, 0.5],
  [/^(y|n|northing|north|nord|y[_ ]?koord.*|y[_ ]?coord.*|sweref.*[_ ]n)$/i, 0.3],
]

/** Where the positions of a file seem to stand: in two columns, or as a pair in one. */
export type PositionGuess =
  | { readonly x: string; readonly y: string; readonly crs: number }
  | { readonly position: string; readonly crs: number }

/**
 * The pair of columns that places most rows in the city, tried in degrees and in the city's own CRS and in both
 * orders (so northings called x are found out), the columns' names deciding between equals. Null when no pair
 * places three rows in ten.
 */
export function guessPosition(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  city: { readonly srid: number; readonly envelope: Envelope | null },
): PositionGuess | null {
  const numeric = columns.map((_, index) => index).filter((index) => isNumeric(rows, index))
  let best: { guess: PositionGuess; score: number } | null = null
  for (const crs of [WGS84, city.srid]) {
    const transform = createTransform(crs, city.srid)
    const inDegrees = crs === WGS84
    const locate = createLocator({ transform, envelope: city.envelope, inDegrees, decimal: '.' })
    for (const [x, y] of pairsOf(numeric.slice(0, MOST_COLUMNS))) {
      const placed = rows.filter((row) => !('reason' in locate(row[x]!, row[y]!))).length / rows.length
      const score = placed + bonus(columns[x]!, NAMES_OF_X) + bonus(columns[y]!, NAMES_OF_Y)
      if (placed >= FEWEST_PLACED && score > (best?.score ?? 0)) {
        best = { guess: { x: columns[x]!, y: columns[y]!, crs }, score }
      }
    }
  }
  return best === null ? guessPair(columns, rows, city) : best.guess
}

/** A column whose texts are a latitude and a longitude. */
function guessPair(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  { srid, envelope }: { readonly srid: number; readonly envelope: Envelope | null },
): PositionGuess | null {
  const transform = createTransform(WGS84, srid)
  const locate = createLocator({ transform, envelope, inDegrees: true, decimal: '.' })
  const isPlaced = (text: string) => {
    const pair = splitPosition(text)
    return pair !== null && !('reason' in locate(pair.second, pair.first))
  }
  const index = columns.findIndex(
    (_, at) => rows.filter((row) => isPlaced(row[at]!)).length >= rows.length * FEWEST_PLACED,
  )
  return index < 0 ? null : { position: columns[index]!, crs: WGS84 }
}

/** True for the columns that a JSON file's geometry gives: a mapping need not name them. */
export function isGeometry(guess: PositionGuess): boolean {
  if ('position' in guess) return false
  const { x, y } = guess
  return x === GEOMETRY_COLUMNS.x && y === GEOMETRY_COLUMNS.y
}

function isNumeric(rows: readonly (readonly string[])[], index: number): boolean {
  const texts = rows.map((row) => row[index]!.trim()).filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => /^[+-]?\d+(\.\d+)?$/.test(text))
}

function pairsOf(indexes: readonly number[]): readonly (readonly [number, number])[] {
  return indexes.flatMap((x) => indexes.filter((y) => y !== x).map((y) => [x, y] as const))
}

function bonus(name: string, names: readonly (readonly [RegExp, number])[]): number {
  return names.find(([form]) => form.test(name.trim()))?.[1] ?? 0
}
