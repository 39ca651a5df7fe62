import { createConverter } from '../engine/projection/converter.ts'
import { coordinateSystem, isWithin } from '../engine/projection/coordinate-systems.ts'
import { type CityBounds, type LikelySystem, likelySystems } from '../engine/projection/likely-systems.ts'
import { createTransform } from '../engine/projection/transform.ts'
import type { Envelope } from '../engine/snapshot/study-envelope.ts'
import { createLocator, type Locator } from './locate.ts'
import { splitPosition } from './position-text.ts'
import { GEOMETRY_COLUMNS } from '../formats/source-row.ts'

const WGS84 = 4326
const MOST_COLUMNS = 14
const FEWEST_PLACED = 0.3
/** How far from the city a position may lie, degrees. */
const REACH_DEGREES = 0.5
const NAMES_OF_X: readonly (readonly [RegExp, number])[] = [
  [/^(lon|lng|long|longitude|longitud|geometry\.x)$/i, 0.5],
  [/^(x|e|easting|east|öst|ost|x[_ ]?koord.*|x[_ ]?coord.*|sweref.*[_ ]e)$/i, 0.3],
]
const NAMES_OF_Y: readonly (readonly [RegExp, number])[] = [
  [/^(lat|latitude|latitud|geometry\.y)$/i, 0.5],
  [/^(y|n|northing|north|nord|y[_ ]?koord.*|y[_ ]?coord.*|sweref.*[_ ]n)$/i, 0.3],
]

/** Where the positions of a file seem to stand: in two columns, or as a pair in one; `crs` null when it is to be asked for. */
export type PositionGuess =
  | { readonly x: string; readonly y: string; readonly crs: number | null }
  | { readonly position: string; readonly crs: number }

/** What positions are looked for with. */
export interface PositionClues {
  readonly city: CityBounds
  readonly envelope: Envelope | null
  /** EPSG code that the file names; null when it names none. */
  readonly named: number | null
}

/**
 * The pair of columns that places most rows in the city, tried in the system that the file names, else in degrees and in the
 * city's own, and in both orders (so northings called x are found out), the columns' names deciding between equals. Where these
 * place less than three rows in ten: columns that are called so, in the one system that is likeliest, or with `likely` to ask.
 */
export function guessPosition(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  clues: PositionClues,
): { readonly guess: PositionGuess | null; readonly likely: readonly LikelySystem[] } {
  const numeric = columns.map((_, index) => index).filter((index) => isNumeric(rows, index))
  const pairs = pairsOf(numeric.slice(0, MOST_COLUMNS))
  let best: { guess: PositionGuess; score: number } | null = null
  for (const crs of clues.named === null ? [WGS84, clues.city.srid] : [clues.named]) {
    const locate = locatorFor(crs, clues)
    for (const [x, y] of pairs) {
      const placed = rows.filter((row) => !('reason' in locate(row[x]!, row[y]!))).length / rows.length
      const score = placed + bonus(columns[x]!, NAMES_OF_X) + bonus(columns[y]!, NAMES_OF_Y)
      if (placed >= FEWEST_PLACED && score > (best?.score ?? 0)) {
        best = { guess: { x: columns[x]!, y: columns[y]!, crs }, score }
      }
    }
  }
  const guess = best?.guess ?? guessPair(columns, rows, clues)
  return guess === null ? guessSystem(columns, rows, pairs, clues) : { guess, likely: [] }
}

/** Positions only within half a degree of the city: the projection's own reach takes the neighbouring country in. */
function locatorFor(crs: number, { city, envelope }: PositionClues): Locator {
  const system = coordinateSystem(crs)
  const transform = createTransform(crs, city.srid)
  const { inverse } = createConverter(system)
  const inCity = (x: number, y: number) => {
    const [lon, lat] = inverse(x, y)
    return isWithin(city.bounds, lon, lat, REACH_DEGREES) ? transform(x, y) : null
  }
  return createLocator({ transform: inCity, envelope, inDegrees: system.geographic, decimal: '.' })
}

/** The columns that are called by coordinates, and in which systems they would lie in the city. */
function guessSystem(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  pairs: readonly (readonly [number, number])[],
  { city, named }: PositionClues,
): ReturnType<typeof guessPosition> {
  const called = pairs.find(
    ([x, y]) => bonus(columns[x]!, NAMES_OF_X) > 0 && bonus(columns[y]!, NAMES_OF_Y) > 0,
  )
  if (called === undefined || named !== null) return { guess: null, likely: [] }
  const [x, y] = called
  const likely = likelySystems(
    rows.map((row) => [Number(row[x]), Number(row[y])] as const),
    city,
  )
  const first = likely.filter(({ rank }) => rank === 1)
  const [a, b] = first[0]?.swapped === true ? [y, x] : [x, y]
  const crs = first.length === 1 ? first[0]!.srid : null
  const guess = first.length === 0 ? null : { x: columns[a]!, y: columns[b]!, crs }
  return { guess, likely }
}

/** A column whose texts are a latitude and a longitude. */
function guessPair(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  clues: PositionClues,
): PositionGuess | null {
  const locate = locatorFor(WGS84, clues)
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
