import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { evaluateMeasure, type MeasureEvaluation } from '../../server/engine/units/evaluate-measure.ts'
import {
  diskAt,
  insideCells,
  nullCity,
  type NullCity,
  type NullFamily,
  sumOf,
} from '../support/cities/null-city.ts'

/** How a place comes to be looked at. */
export type Choice = 'random' | 'rose' | 'busiest'

export interface CalibrationRow {
  readonly family: NullFamily
  readonly side: number
  readonly choice: Choice
  /** Evaluations that came to a comparison. */
  readonly compared: number
  readonly steps: Readonly<Record<1 | 2 | 3, number>>
  /** Share that was said to have fallen though nothing was done. */
  readonly falseFalls: number
  /** The same among those of steps 2 and 3. */
  readonly falseFallsLater: number
  /** Share of intervals that hold 1, which is the truth. */
  readonly coverage: number
}

const LOOKED_AT = 50

/**
 * Evaluates measures that did nothing, in cities in which nothing was done.
 *
 * @param cities how many, each with one place
 */
export function calibrate(
  { family, side, choice }: Pick<CalibrationRow, 'family' | 'side' | 'choice'>,
  cities: number,
): CalibrationRow {
  const found: NonNullable<MeasureEvaluation['comparison']>[] = []
  for (let seed = 1; seed <= cities; seed++) {
    const city = nullCity(seed * 7919 + side, side, family)
    const treated = diskAt(city.population, chosen(city, choice, seed))
    const periods = { before: city.before, after: city.years[2], baselines: 2 }
    const { comparison } = evaluateMeasure(treated, city.population, periods, [])
    if (comparison !== null) found.push(comparison)
  }
  const isFall = ({ site }: (typeof found)[number]) => site.p <= 0.05 && site.difference < 0
  const holds = ({ site }: (typeof found)[number]) => site.interval.low <= 1 && site.interval.high >= 1
  const later = found.filter(({ step }) => step > 1)
  const share = (of: typeof found, holdsFor: (own: (typeof found)[number]) => boolean) =>
    of.length === 0 ? Number.NaN : of.filter(holdsFor).length / of.length
  const inStep = (step: number) => found.filter((own) => own.step === step).length
  return {
    family,
    side,
    choice,
    compared: found.length,
    steps: { 1: inStep(1), 2: inStep(2), 3: inStep(3) },
    falseFalls: share(found, isFall),
    falseFallsLater: share(later, isFall),
    coverage: share(found, holds),
  }
}

/** The cell whose disk is looked at: any, the one of 50 that rose most, or one of the ten busiest of all. */
function chosen(city: NullCity, choice: Choice, seed: number): number {
  const random = seededRandom(seed)
  const inside = insideCells(city.population)
  const any = () => inside[Math.floor(random() * inside.length)]!
  const yearOf = (at: number, year: 0 | 1) =>
    sumOf(city.years[year], diskAt(city.population, at).site, city.population)
  if (choice === 'random') return any()
  if (choice === 'rose') {
    const rise = (at: number) => yearOf(at, 1) - yearOf(at, 0)
    return Array.from({ length: LOOKED_AT }, any).toSorted((a, b) => rise(b) - rise(a))[0]!
  }
  const busy = inside
    .filter((_, k) => k % 7 === 0)
    .map((at) => [at, yearOf(at, 0) + yearOf(at, 1)] as const)
    .toSorted((a, b) => b[1] - a[1])
  return busy[Math.floor(random() * 10)]![0]
}

const POWER_SIDE = 90
/** Places count as of a baseline within this share of it. */
const BASELINE_TOLERANCE = 0.2
const BASELINE_YEARS = 2

/**
 * The smallest falls that would be found four times in five, at places without a measure.
 *
 * @param yearly incidents a year before
 * @param cities how many, each with one place of such a baseline where it has one
 * @returns falls 0–1 in order of size; 1 where no fall would be found
 */
export function detectableFalls(family: NullFamily, yearly: number, cities: number): readonly number[] {
  const falls: number[] = []
  for (let seed = 1; seed <= cities; seed++) {
    const city = nullCity(seed * 7919 + POWER_SIDE, POWER_SIDE, family)
    const { population } = city
    const inside = insideCells(population)
    const start = Math.floor(seededRandom(seed)() * inside.length)
    const at = [...inside.slice(start), ...inside.slice(0, start)].find((cell) => {
      const before = sumOf(city.before, diskAt(population, cell).site, population)
      return Math.abs(before / BASELINE_YEARS / yearly - 1) <= BASELINE_TOLERANCE
    })
    if (at === undefined) continue
    const periods = { before: city.before, after: city.years[2], baselines: BASELINE_YEARS }
    const { comparison } = evaluateMeasure(diskAt(population, at), population, periods, [])
    if (comparison !== null) falls.push(comparison.site.detectable ?? 1)
  }
  return falls.toSorted((a, b) => a - b)
}

const FAMILIES = ['poisson', 'overdispersed', 'autocorrelated'] as const
const CHOICES = ['random', 'rose', 'busiest'] as const

const YEARLY = [20, 50, 200] as const

/** Prints both tables: `node --import tsx tests/bench/evaluation-calibration.ts 500`. */
if (process.argv[1]?.endsWith('evaluation-calibration.ts') === true) {
  const cities = Number(process.argv[2] ?? 500)
  const percent = (value: number) => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(1)} %`)
  process.stdout.write(
    '| family | cells | place | compared | steps 1/2/3 | false falls | in steps 2–3 | coverage |\n',
  )
  for (const side of [50, 90])
    for (const family of FAMILIES)
      for (const choice of CHOICES) {
        const row = calibrate({ family, side, choice }, cities)
        const steps = `${row.steps[1]}/${row.steps[2]}/${row.steps[3]}`
        process.stdout.write(
          `| ${family} | ${side * side} | ${choice} | ${row.compared} | ${steps} | ${percent(row.falseFalls)} | ${percent(row.falseFallsLater)} | ${percent(row.coverage)} |\n`,
        )
      }
  process.stdout.write(
    '| family | a year before | places | smallest fall found, median (tenth, ninetieth) |\n',
  )
  for (const family of FAMILIES)
    for (const yearly of YEARLY) {
      const falls = detectableFalls(family, yearly, cities)
      const at = (q: number) => percent(falls[Math.floor(q * falls.length)] ?? Number.NaN)
      process.stdout.write(
        `| ${family} | ${yearly} | ${falls.length} | ${at(0.5)} (${at(0.1)}, ${at(0.9)}) |\n`,
      )
    }
}
