import { coordinateSystem, isWithin } from '../../engine/projection/coordinate-systems.ts'
import type { CityBounds } from '../../engine/projection/likely-systems.ts'
import { placeInCity } from '../../engine/projection/place-in-city.ts'
import type { Notice } from '../../formats/notice.ts'

type Pairs = readonly (readonly [x: number, y: number])[]

const WORLD = [-180, -90, 180, 90] as const
const DEGREE_METRES = 111_195
/** From this step on positions are no addresses, metres. */
const COARSE_METRES = 500
const MIN_PAIRS = 10
const MAX_STEP_EXPONENT = 5
const MIN_STEP_EXPONENT = -6

/** Why no position was found though columns are called so: where the first would lie, and the way out. */
export function unplaced(
  columns: readonly [string, string],
  pairs: Pairs,
  city: CityBounds,
): readonly Notice[] {
  const [first] = pairs
  if (first === undefined) return []
  const [x, y] = first
  const place = isWithin(WORLD, x, y)
    ? placeInCity([first], city)
    : { sv: 'i inget känt system i eller nära staden', en: 'in no known system in or near the city' }
  return [
    {
      code: 'position-unplaced',
      kind: 'warning',
      field: 'columns.x',
      sv: `${columns.join(' och ')} heter som koordinater, men ${x}, ${y} ligger ${place.sv}. Se efter tecken, ordning och enhet, och att filen gäller staden; annars ange koordinatsystemet i mappningen (crs).`,
      en: `${columns.join(' and ')} are called as coordinates, but ${x}, ${y} lies ${place.en}. Check signs, order and unit, and that the file is of this city; else give the coordinate system in the mapping (crs).`,
    },
  ]
}

/** Warns of positions that are rounded, by whoever wrote the file or by Excel (6.58E+06). */
export function rounded(pairs: Pairs, srid: number): readonly Notice[] {
  const values = pairs.flat().filter(Number.isFinite)
  if (values.length < 2 * MIN_PAIRS) return []
  const step = stepOf(values)
  const metres = coordinateSystem(srid).geographic ? step * DEGREE_METRES : step
  if (metres < COARSE_METRES) return []
  const size = (language: 'sv' | 'en') =>
    metres < 1000
      ? `${Math.round(metres)} m`
      : `${(metres / 1000).toLocaleString(language, { maximumFractionDigits: 0 })} km`
  const precision = metres < 5000 ? 'place' : 'district'
  return [
    {
      code: 'positions-rounded',
      kind: 'warning',
      field: 'defaults.precision',
      sv: `Alla platser är avrundade till ${size('sv')}: de är inga adresser. Hämta filen med alla siffror (Excel kortar tal, 6,58E+06), eller skriv "defaults": {"precision": "${precision}"} i mappningen.`,
      en: `All positions are rounded to ${size('en')}: they are no addresses. Get the file with all its digits (Excel shortens numbers, 6.58E+06), or put "defaults": {"precision": "${precision}"} in the mapping.`,
    },
  ]
}

/** The greatest power of ten of which all are multiples. */
function stepOf(values: readonly number[]): number {
  for (let exponent = MAX_STEP_EXPONENT; exponent > MIN_STEP_EXPONENT; exponent--) {
    const step = 10 ** exponent
    if (values.every((value) => Math.abs(value / step - Math.round(value / step)) < 1e-6)) return step
  }
  return 10 ** MIN_STEP_EXPONENT
}
