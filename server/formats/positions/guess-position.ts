import { createConverter } from '../../engine/projection/converter.ts'
import { coordinateSystem, isWithin } from '../../engine/projection/coordinate-systems.ts'
import {
  type CityBounds,
  type LikelySystem,
  likelySystems,
  MIN_INSIDE,
} from '../../engine/projection/likely-systems.ts'
import { createTransform } from '../../engine/projection/transform.ts'
import type { Envelope } from '../../engine/snapshot/study-envelope.ts'
import { type CoordinateForm, readCoordinate } from './coordinate-text.ts'
import { createLocator, type Locator } from './locate.ts'
import { createTextLocator } from './locate-text.ts'
import { isPosition, readPositionText } from './position-text.ts'
import { textPairs } from './text-pairs.ts'
import { GEOMETRY_COLUMNS } from '../source-row.ts'

const WGS84 = 4326
const MAX_COLUMNS = 14
const MIN_PLACED_SHARE = 0.3
const MIN_NUMERIC = 0.5
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

/**
 * Where the positions of a file seem to stand, in two columns or as a text in one, and how their decimals are written; `crs` null
 * when it is to be asked for.
 */
export type PositionGuess = { readonly decimal: Decimal } & (
  | { readonly x: string; readonly y: string; readonly crs: number | null }
  | { readonly position: string; readonly crs: number }
)

type Decimal = CoordinateForm['decimal']

/** What positions are looked for with. */
export interface PositionClues {
  readonly city: CityBounds
  readonly envelope: Envelope | null
  /** EPSG code that the file names; null when it names none. */
  readonly named: number | null
  /** The columns that a person has chosen: no others are looked at. */
  readonly chosen?: { readonly x: string; readonly y: string }
}

/**
 * The pair of columns that places most rows in the city, tried in the system that the file names, else in degrees and in the
 * city's own, with a decimal point and comma, and in both orders (so northings called x are found out), the columns' names deciding between equals. Where these
 * place less than three rows in ten: columns that are called so, in the one system that is likeliest, or with `likely` to ask.
 * Columns that a person has chosen are taken as they are, and only their system is looked for.
 */
export function guessPosition(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  clues: PositionClues,
): { readonly guess: PositionGuess | null; readonly likely: readonly LikelySystem[] } {
  let best: { guess: PositionGuess; score: number } | null = null
  for (const [crs, decimal] of formsOf(clues)) {
    const locate = locatorFor(crs, decimal, clues)
    const form = { decimal, inDegrees: coordinateSystem(crs).geographic }
    for (const [x, y] of pairsIn(columns, rows, form, clues.chosen)) {
      const placed = rows.filter((row) => !('reason' in locate(row[x]!, row[y]!))).length / rows.length
      const score = placed + bonus(columns[x]!, NAMES_OF_X) + bonus(columns[y]!, NAMES_OF_Y)
      if (placed >= MIN_PLACED_SHARE && score > (best?.score ?? 0)) {
        best = { guess: { x: columns[x]!, y: columns[y]!, crs, decimal }, score }
      }
    }
  }
  const guess = best?.guess ?? (clues.chosen === undefined ? guessTextColumn(columns, rows, clues) : null)
  return guess === null ? guessSystem(columns, rows, clues) : { guess, likely: [] }
}

function formsOf({ named, city }: PositionClues): readonly (readonly [crs: number, decimal: Decimal])[] {
  const systems = named === null ? [WGS84, city.srid] : [named]
  return systems.flatMap((crs) => [[crs, '.'] as const, [crs, ','] as const])
}

/** Positions only within half a degree of the city: the projection's own reach takes the neighbouring country in. */
function locatorFor(crs: number, decimal: Decimal, { city, envelope }: PositionClues): Locator {
  const system = coordinateSystem(crs)
  const transform = createTransform(crs, city.srid)
  const { inverse } = createConverter(system)
  const inCity = (x: number, y: number) => {
    const [lon, lat] = inverse(x, y)
    return isWithin(city.bounds, lon, lat, REACH_DEGREES) ? transform(x, y) : null
  }
  return createLocator({ transform: inCity, envelope, inDegrees: system.geographic, decimal })
}

/** The columns that are called by coordinates, and in which systems they would lie in the city. */
function guessSystem(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  clues: PositionClues,
): ReturnType<typeof guessPosition> {
  const { city, named, chosen } = clues
  if (named !== null && chosen === undefined) return { guess: null, likely: [] }
  for (const decimal of ['.', ','] as const) {
    const form = { decimal, inDegrees: false }
    const called = pairsIn(columns, rows, form, chosen).find(
      ([x, y]) =>
        chosen !== undefined || (bonus(columns[x]!, NAMES_OF_X) > 0 && bonus(columns[y]!, NAMES_OF_Y) > 0),
    )
    if (called === undefined) continue
    const [x, y] = called
    if (named !== null) return { guess: { x: columns[x]!, y: columns[y]!, crs: named, decimal }, likely: [] }
    const likely = likelySystems(
      rows.map((row) => [numberIn(row[x]!, form), numberIn(row[y]!, form)] as const),
      city,
    )
    const first = likely.filter(({ rank }) => rank === 1)
    const [a, b] = first[0]?.swapped === true ? [y, x] : [x, y]
    const crs = first.length === 1 && first[0]!.inside >= MIN_INSIDE ? first[0]!.srid : null
    const isFound = first.length > 0 || chosen !== undefined
    return { guess: isFound ? { x: columns[a]!, y: columns[b]!, crs, decimal } : null, likely }
  }
  return { guess: null, likely: [] }
}

function numberIn(text: string, form: CoordinateForm): number {
  const read = readCoordinate(text, form, 'x')
  return typeof read === 'number' ? read : Number.NaN
}

/** The columns that are called by coordinates, and their numbers as they stand there; null without any. */
export function calledPositions(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): {
  readonly columns: readonly [string, string]
  readonly pairs: readonly (readonly [number, number])[]
} | null {
  const at = (names: typeof NAMES_OF_X) => columns.findIndex((column) => bonus(column, names) > 0)
  const [x, y] = [at(NAMES_OF_X), at(NAMES_OF_Y)]
  if (x < 0 || y < 0) return null
  return { columns: [columns[x]!, columns[y]!], pairs: pairsOf(rows, [x, y], ',') }
}

/** The numbers of a guess's two columns, or of its texts. */
export function guessedPairs(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  guess: PositionGuess,
): readonly (readonly [number, number])[] {
  if ('position' in guess) {
    const at = columns.indexOf(guess.position)
    return textPairs(rows.map((row) => row[at]!))
  }
  return pairsOf(rows, [columns.indexOf(guess.x), columns.indexOf(guess.y)], guess.decimal)
}

function pairsOf(
  rows: readonly (readonly string[])[],
  [x, y]: readonly [number, number],
  decimal: Decimal,
): readonly (readonly [number, number])[] {
  const form = { decimal, inDegrees: false }
  return rows
    .map((row) => [numberIn(row[x]!, form), numberIn(row[y]!, form)] as const)
    .filter((pair) => pair.every(Number.isFinite))
}

/** A column whose texts are whole positions, in the system that they name themselves (`SRID=3011;POINT(…)`), else as `formsOf` says. */
function guessTextColumn(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  clues: PositionClues,
): PositionGuess | null {
  for (const [index, position] of columns.entries()) {
    const own = clues.named === null ? systemOfTexts(rows.map((row) => row[index]!)) : null
    for (const [crs, decimal] of own === null ? formsOf(clues) : [[own, '.'] as const]) {
      const locate = locatorFor(crs, decimal, clues)
      const locateText = createTextLocator(locate, { crs, order: null })
      const placed = rows.filter((row) => !('reason' in locateText(row[index]!))).length
      if (placed >= rows.length * MIN_PLACED_SHARE) return { position, crs, decimal }
    }
  }
  return null
}

/** The system that the first text with one names; null where none does, or it is not read. */
function systemOfTexts(texts: readonly string[]): number | null {
  for (const text of texts) {
    const position = readPositionText(text)
    if (!isPosition(position) || position.srid === null) continue
    return isKnown(position.srid) ? position.srid : null
  }
  return null
}

function isKnown(srid: number): boolean {
  try {
    return coordinateSystem(srid).srid === srid
  } catch {
    return false
  }
}

/** True for the columns that a JSON file's geometry gives: a mapping need not name them. */
export function isGeometry(guess: PositionGuess): boolean {
  if ('position' in guess) return false
  const { x, y } = guess
  return x === GEOMETRY_COLUMNS.x && y === GEOMETRY_COLUMNS.y
}

/** True where longitudes are taken from a column that is called by latitudes, and the other way round. */
export function isExchanged(guess: PositionGuess): boolean {
  if ('position' in guess) return false
  const [[namesOfX]] = NAMES_OF_X as readonly [readonly [RegExp, number]]
  const [[namesOfY]] = NAMES_OF_Y as readonly [readonly [RegExp, number]]
  return namesOfY.test(guess.x.trim()) && namesOfX.test(guess.y.trim())
}

/** Both orders of every two columns of coordinates, or the pair that a person has chosen. */
function pairsIn(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  form: CoordinateForm,
  chosen?: PositionClues['chosen'],
): readonly (readonly [number, number])[] {
  if (chosen !== undefined)
    return [[columns.indexOf(chosen.x), columns.indexOf(chosen.y)] as const].filter(
      (pair) => !pair.includes(-1),
    )
  const numeric = columns.map((_, index) => index).filter((index) => isNumeric(rows, index, form))
  const indexes = numeric.slice(0, MAX_COLUMNS)
  return indexes.flatMap((x) => indexes.filter((y) => y !== x).map((y) => [x, y] as const))
}

/** True for a column of which most texts are coordinates: a total or a note among them does not count. */
function isNumeric(rows: readonly (readonly string[])[], index: number, form: CoordinateForm): boolean {
  const texts = rows.map((row) => row[index]!.trim()).filter((text) => text !== '')
  const isCoordinate = (text: string) =>
    (['x', 'y'] as const).some((part) => typeof readCoordinate(text, form, part) === 'number')
  return texts.length > 0 && texts.filter(isCoordinate).length > texts.length * MIN_NUMERIC
}

function bonus(name: string, names: readonly (readonly [RegExp, number])[]): number {
  return names.find(([form]) => form.test(name.trim()))?.[1] ?? 0
}
