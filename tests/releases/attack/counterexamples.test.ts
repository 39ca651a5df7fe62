import { beforeAll, describe, expect, it } from 'vitest'
import { rangeOfShown } from '../../../server/engine/disclosure/shown-count.ts'
import { openSumSolver, type SumSolver } from '../../../server/engine/disclosure/sum-solver.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import type { Area } from '../../../server/engine/snapshot/features.ts'
import type { PlaceContents, PublicContents, ReleaseContents } from '../../../server/releases/release.ts'
import { releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, X, Y } from '../../support/cities/small-city.ts'
import type { ShownCount } from '../../../server/engine/disclosure/rounding.ts'

const TODAY = '2025-12-31T12:00:00Z'
const FOUR_WEEKS = ['2023-12-25', '2024-01-22', '2024-02-19', '2024-03-18'] as const

/** Seconds of work, which a machine with other work may stretch. */
const LONG_MS = 240_000

/** Cities that are released from beginning to end, a quarter of a second each. */
const MAX_CITIES = 6

/** Places and times that releases distinguish. */
interface Slot {
  readonly at: readonly [x: number, y: number]
  readonly day: string
  readonly zone: 'place' | 'ring' | null
  readonly district: 'west' | 'east'
  /** Index into the four weeks. */
  readonly weeks: number
  readonly isInQuarter: boolean
}

const REGIONS = [
  { at: [600, 600], zone: 'place', district: 'west' },
  { at: [950, 600], zone: 'ring', district: 'west' },
  { at: [2000, 2000], zone: null, district: 'west' },
  { at: [3600, 600], zone: null, district: 'east' },
] as const
const TIMES = [
  { day: '2023-12-28', weeks: 0, isInQuarter: false },
  { day: '2024-01-10', weeks: 0, isInQuarter: true },
  { day: '2024-02-10', weeks: 1, isInQuarter: true },
  { day: '2024-03-10', weeks: 2, isInQuarter: true },
  { day: '2024-03-25', weeks: 3, isInQuarter: true },
  { day: '2024-04-10', weeks: 3, isInQuarter: false },
] as const
const SLOTS: readonly Slot[] = REGIONS.flatMap((region) => TIMES.map((time) => ({ ...region, ...time })))
/** A square of 600 m amid the western district. */
const PLACE = squareArea(9, 'place', [X + 300, Y + 300, 600, 600])

/** All releases of a city with given thefts per slot: four times four weeks of a place, then the quarter. */
async function publication(
  counts: ArrayLike<number>,
  slots: readonly Slot[] = SLOTS,
  places: readonly Omit<Area, 'geometry'>[] = [PLACE],
): Promise<readonly ReleaseContents[]> {
  const thefts = slots.flatMap((slot, k) => repeated(counts[k]!, rowAt(slot)))
  const computer = releaseComputerOf(smallCity(thefts, { areas: places }), { today: TODAY })
  const disclosed: ReleaseContents[] = []
  for (const from of FOUR_WEEKS) {
    for (const { id } of places) disclosed.push((await computer.preparePlace(id, from, disclosed)).contents)
  }
  return [...disclosed, (await computer.preparePublic('2024-Q1', disclosed, [])).contents]
}

interface DisclosedFigure {
  readonly name: string
  readonly slots: readonly number[]
  readonly count: ShownCount
}

/** The released figures of property, each with the slots that it counts; computed independently of the attack. */
function figuresOf(releases: readonly ReleaseContents[]): readonly DisclosedFigure[] {
  const slotsWhere = (counts: (slot: Slot) => boolean) =>
    SLOTS.flatMap((slot, k) => (counts(slot) ? [k] : []))
  const quarter = releases.at(-1) as PublicContents
  const districts = (['west', 'east'] as const).map((district, k) => ({
    name: district,
    slots: slotsWhere((slot) => slot.district === district && slot.isInQuarter),
    count: quarter.areaFigures.find(
      ({ area, group }) => area === quarter.areas[k]!.key && group === 'property',
    )!.count,
  }))
  const ofPlace = (releases.slice(0, -1) as readonly PlaceContents[]).flatMap(({ figures }, weeks) =>
    figures
      .filter(({ group }) => group === 'property')
      .map(({ zone, count }) => ({
        name: `${zone} ${weeks}`,
        slots: slotsWhere((slot) => slot.zone === zone && slot.weeks === weeks),
        count,
      })),
  )
  return [...districts, ...ofPlace]
}

describe('a hidden figure', () => {
  let solver: SumSolver
  beforeAll(async () => {
    solver = await openSumSolver({ secondsEach: 20 })
  })

  /** A city with the same releases in which a figure has a value; null when there is none. */
  function counterexample(
    disclosed: readonly DisclosedFigure[],
    figure: number,
    value: number,
  ): Float64Array | null {
    const system = {
      atoms: SLOTS.length,
      sums: disclosed.map(({ slots }) => ({ plus: slots, minus: [] })),
      low: Float64Array.from(disclosed, ({ count }) => rangeOfShown(count).low),
      high: Float64Array.from(disclosed, ({ count }) => rangeOfShown(count).high),
    }
    const everything = { atoms: SLOTS.map((_, k) => k), sums: disclosed.map((_, k) => k) }
    const response = solver.solve(system, { ...everything, aim: null, fixed: { sum: figure, value } })
    return response.status === 'solved' ? response.values : null
  }

  it(
    'may be any of 0–4 in cities with an identical release',
    async () => {
      const random = seededRandom(11)
      const counts = SLOTS.map(() => Math.floor(random() * 4))
      const releases = await publication(counts)
      const disclosed = figuresOf(releases)
      const hidden = disclosed.flatMap(({ count }, k) => (count === 'few' ? [k] : []))
      expect(hidden.length).toBeGreaterThan(2)
      expect(disclosed.filter(({ count }) => typeof count === 'number').length).toBeGreaterThan(2)
      const cities = new Map<string, Float64Array>()
      for (const figure of hidden) {
        for (const value of [0, 1, 2, 3, 4]) {
          const city = counterexample(disclosed, figure, value)
          expect(city, `${disclosed[figure]!.name} = ${value}`).not.toBeNull()
          cities.set([figure, value].join(), city!)
        }
      }
      // The ends say most; what lies between is looked at for one figure.
      const sample = [...cities].filter(([key]) => key.startsWith(`${hidden[0]},`) || /,[04]$/.test(key))
      for (const [key, city] of sample.slice(0, MAX_CITIES))
        expect(await publication(city), key).toEqual(releases)
    },
    LONG_MS,
  )

  describe('a hidden figure beside withheld counts', () => {
    /** Places that are the districts themselves: the count of each quarter is the sum of four hidden ones. */
    const WEST = squareArea(9, 'place', [X, Y, 2400, 2400])
    const EAST = squareArea(10, 'place', [X + 2400, Y, 2400, 2400])
    const slotsOf = (district: Slot['district']) =>
      SLOTS.filter(
        (slot) =>
          slot.district === district && (slot.zone !== null) === (district === 'west') && slot.isInQuarter,
      ).slice(0, FOUR_WEEKS.length)
    const cityOf = (west: readonly number[], east: readonly number[], places = [WEST, EAST]) =>
      publication([...west, ...east], [...slotsOf('west'), ...slotsOf('east')], places)
    const marks = (releases: readonly ReleaseContents[]) =>
      (releases.at(-1) as PublicContents).areaFigures
        .filter(({ group }) => group === 'property')
        .map(({ count }) => count)

    it(
      'may be any of 0–4, because another count of the block may be the candidate',
      async () => {
        const releases = await cityOf([4, 4, 4, 3], [1, 2, 0, 1])
        expect(marks(releases)).toEqual(['withheld', 'withheld'])
        const close = [4, 4, 4, 4]
        for (const value of [0, 4]) {
          const some = [value, 0, 1, 1]
          expect(await cityOf(some, close), `west ${value}`).toEqual(releases)
          expect(await cityOf(close, some), `east ${value}`).toEqual(releases)
        }
      },
      LONG_MS,
    )

    it(
      'is narrowed down by the mark where the block has no other candidate',
      async () => {
        // Withheld from 13 on, where each of the four is at least one: the mark discloses what the count would have.
        expect(marks(await cityOf([4, 4, 4, 0], [0, 0, 0, 0], [WEST]))).toEqual([10, 'few'])
        expect(marks(await cityOf([4, 4, 4, 1], [0, 0, 0, 0], [WEST]))).toEqual(['withheld', 'withheld'])
      },
      LONG_MS,
    )
  })
})
