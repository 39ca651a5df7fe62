import { booleanPointInPolygon } from '@turf/turf'
import { beforeAll, expect, it } from 'vitest'
import { rangeOfShown } from '../../../server/engine/disclosure/shown-count.ts'
import { openSumSolver, type SumSolver } from '../../../server/engine/disclosure/sum-solver.ts'
import type { SumSystem } from '../../../server/engine/disclosure/sum-system.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { categoryIndex } from '../../../server/engine/snapshot/categories.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import type { PlaceContents, PublicContents } from '../../../server/releases/release.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'
import { CHICAGO, CHICAGO_PLACES, chicagoRows, chicagoSnapshot } from '../../support/cities/chicago-city.ts'
import { PLAIN_ROW } from '../../support/cities/make-snapshot.ts'
import { OPEN_SOURCE, releaseComputerOf, repeated } from '../../support/cities/release-city.ts'
import { describeWithSharedData } from '../../support/shared-data.ts'
import type { ShownCount } from '../../../server/engine/disclosure/rounding.ts'

const ZONE = createZone('America/Chicago')
const PERIOD = '2018-Q1'
const FOUR_WEEKS = ['2018-01-01', '2018-01-29', '2018-02-26', '2018-03-26'] as const
/** Two weeks and more after each of them. */
const DUE_DAYS = ['2018-02-15', '2018-03-15', '2018-04-12', '2018-05-10'] as const
/** A day of each four weeks within the quarter, and one of the last that lies beyond it. */
const DAYS = ['2018-01-15', '2018-02-12', '2018-03-12', '2018-03-28', '2018-04-10'] as const
const WEEKS_OF_DAY = [0, 1, 2, 3, 3] as const
const IN_QUARTER = [true, true, true, true, false] as const
const RING_METRES = 100
const SAMPLED = 12
/** Seconds of work, which a machine with other work may stretch. */
const LONG_MS = 240_000

interface Publication {
  readonly places: readonly PlaceContents[]
  readonly quarter: PublicContents
}

/** Four times four weeks of five overlapping places as they fall due, then the quarter. */
async function publicationOf(rows: readonly IncidentContent[]): Promise<Publication> {
  const snapshot = await chicagoSnapshot(rows)
  const on = (today: string) => releaseComputerOf(snapshot, { today })
  const places: PlaceContents[] = []
  for (const day of DUE_DAYS) {
    const due = await on(day).prepareDuePlaces(places)
    places.push(...due.map(({ contents }) => contents))
  }
  return { places, quarter: (await on('2019-12-31').preparePublic(PERIOD, places, [])).contents }
}

/** A released figure of property, with its mark and a test of whether it counts a point on a day. */
interface DisclosedFigure {
  readonly name: string
  readonly count: ShownCount
  readonly counts: (point: Point, day: number) => boolean
}
type Point = readonly [x: number, y: number]

/** Distance of a point from the square of a place, metres. */
function distanceFrom(place: number, [x, y]: Point): number {
  const [west, south, width, height] = CHICAGO_PLACES[place]!
  return Math.hypot(Math.max(west - x, 0, x - west - width), Math.max(south - y, 0, y - south - height))
}

/** The figures, computed independently of the attack: by squares, and by Turf for districts. */
function disclosedFiguresOf({ places, quarter }: Publication): readonly DisclosedFigure[] {
  const planarOf = new Map(quarter.areas.map(({ key, planar }) => [key, planar]))
  const districts = quarter.areaFigures
    .filter(({ group }) => group === 'property')
    .map(({ area, count }): DisclosedFigure => {
      const planar = planarOf.get(area)!
      const counts: DisclosedFigure['counts'] = (point, day) =>
        IN_QUARTER[day]! && booleanPointInPolygon([...point], planar)
      return { name: area, count, counts }
    })
  const ofPlaces = places.flatMap(({ placeId, figures }) =>
    figures
      .filter(({ group }) => group === 'property')
      .map(({ zone, from, count }): DisclosedFigure => {
        const weeks = FOUR_WEEKS.findIndex((first) => first === from)
        const counts: DisclosedFigure['counts'] = (point, day) => {
          const distance = distanceFrom(placeId - 200, point)
          const isIn = zone === 'place' ? distance === 0 : distance > 0 && distance <= RING_METRES
          return WEEKS_OF_DAY[day] === weeks && isIn
        }
        return { name: `${placeId} ${zone} ${from}`, count, counts }
      }),
  )
  return [...districts, ...ofPlaces]
}

/** Points in every district, and every hundred metres in and round the places. */
function pointsIn({ areas }: PublicContents): readonly Point[] {
  const nearPlaces = CHICAGO_PLACES.flatMap(([west, south, width, height]) => {
    const steps = (length: number) => Array.from({ length: length / 100 + 2 }, (_, k) => k * 100 - 75)
    return steps(width).flatMap((dx) => steps(height).map((dy): Point => [west + dx, south + dy]))
  })
  const inDistricts = areas.flatMap(({ planar }) => {
    const corners = planar.coordinates.flat(planar.type === 'Polygon' ? 1 : 2) as unknown as Point[]
    const inwards = corners.flatMap(([x, y]): Point[] =>
      [-1000, 1000].flatMap((dx) => [-1000, 1000].map((dy): Point => [x + dx, y + dy])),
    )
    return inwards.filter((point) => booleanPointInPolygon([...point], planar)).slice(0, 1)
  })
  return [...inDistricts, ...nearPlaces]
}

interface Slot {
  readonly point: Point
  readonly day: number
  /** Those that count here. */
  readonly figures: readonly number[]
}

/** One point and day for every set of figures that count there. */
function slotsOf(disclosed: readonly DisclosedFigure[], points: readonly Point[]): readonly Slot[] {
  const distinct = new Map<string, Slot>()
  for (const point of points) {
    for (const day of DAYS.keys()) {
      const figures = disclosed.flatMap(({ counts }, k) => (counts(point, day) ? [k] : []))
      if (figures.length > 0 && !distinct.has(figures.join()))
        distinct.set(figures.join(), { point, day, figures })
    }
  }
  return [...distinct.values()]
}

const PROPERTY = ['theft', 'burglary', 'vandalism', 'graffiti', 'arson_fire'].map(
  (code) => categoryIndex(code)!,
)
const minuteOn = (day: string, hour = 12) => {
  const [year, month, date] = day.split('-').map(Number)
  return fromLocal(ZONE, year!, month!, date!, hour)
}
const [FROM, TO] = [minuteOn('2018-01-01', 0), minuteOn('2018-04-23', 0)]

/** The reported crimes without those of property in the released period. */
function otherRows(rows: readonly IncidentContent[]): readonly IncidentContent[] {
  return rows.filter(
    ({ categoryIndex: category, fromMinute }) =>
      !PROPERTY.includes(category) || fromMinute < FROM || fromMinute >= TO,
  )
}

function theft([x, y]: Point, day: number): IncidentContent {
  const minute = minuteOn(DAYS[day]!)
  return {
    ...PLAIN_ROW,
    sourceId: OPEN_SOURCE.id,
    xCm: x * 100,
    yCm: y * 100,
    fromMinute: minute,
    toMinute: minute,
    categoryIndex: categoryIndex('theft')!,
  }
}

/** A count as released. */
const markOf = (count: number) => (count < 5 ? 'few' : 5 * Math.round(count / 5))

describeWithSharedData('Chicago’s hidden figures', [CHICAGO], () => {
  let solver: SumSolver
  let rows: readonly IncidentContent[]
  let published: Publication
  beforeAll(async () => {
    solver = await openSumSolver({ secondsEach: 20 })
    rows = await chicagoRows()
    published = await publicationOf(rows)
  }, LONG_MS)

  it(
    'may be any of 0–4 in cities with the same true releases',
    async () => {
      const disclosed = disclosedFiguresOf(published)
      const slots = slotsOf(disclosed, pointsIn(published.quarter))
      const system = systemOf(disclosed, slots)
      const all = { atoms: slots.map((_, k) => k), sums: disclosed.map((_, k) => k), aim: null }
      /** Thefts by slot of a city in which a figure has a value; verified for every figure. */
      const counterexample = (figure: number, value: number): Float64Array => {
        const name = `${disclosed[figure]!.name} = ${value}`
        const response = solver.solve(system, { ...all, fixed: { sum: figure, value } })
        if (response.status !== 'solved') throw new Error(`There is no city in which ${name}.`)
        const counts = system.sums.map(({ plus }) =>
          plus.reduce((sum, slot) => sum + response.values[slot]!, 0),
        )
        expect(counts[figure], name).toBe(value)
        expect(counts.map(markOf), name).toEqual(disclosed.map(({ count }) => count))
        return response.values
      }
      const sample = sampleOf(disclosed.flatMap(({ count }, k) => (count === 'few' ? [k] : [])))
      const cities = sample.flatMap((figure) => [0, 1, 2, 3, 4].map((value) => counterexample(figure, value)))
      expect(new Set(cities.map((city) => city.join())).size).toBeGreaterThan(SAMPLED)
      for (const city of [cities[0]!, cities.at(-1)!]) {
        const thefts = slots.flatMap(({ point, day }, slot) => repeated(city[slot]!, theft(point, day)))
        expect(await publicationOf([...otherRows(rows), ...(thefts as IncidentContent[])])).toEqual(published)
      }
    },
    LONG_MS,
  )
})

function systemOf(disclosed: readonly DisclosedFigure[], slots: readonly Slot[]): SumSystem {
  return {
    atoms: slots.length,
    sums: disclosed.map((_, figure) => ({
      plus: slots.flatMap(({ figures }, slot) => (figures.includes(figure) ? [slot] : [])),
      minus: [],
    })),
    low: Float64Array.from(disclosed, ({ count }) => rangeOfShown(count).low),
    high: Float64Array.from(disclosed, ({ count }) => rangeOfShown(count).high),
  }
}

function sampleOf(hidden: readonly number[]): readonly number[] {
  const random = seededRandom(2018)
  const drawn = hidden.map((figure) => [random(), figure] as const).sort(([a], [b]) => a - b)
  return drawn.slice(0, SAMPLED).map(([, figure]) => figure)
}
