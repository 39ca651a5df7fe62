import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { CATEGORY_GROUPS } from '../../server/engine/snapshot/categories.ts'
import { EDGES } from '../../server/engine/snapshot/query.ts'
import type { Json } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import {
  anywhere,
  AREAS,
  cityRows,
  type Row,
  rowsOfDay,
  tileOf,
  toNextCell,
  withEdges,
  withinItsUnit,
} from './attacked-city.ts'
import { closingQuestions, openingQuestions, reviewQuestions } from './closing-in.ts'
import { type Exchange, differences, withoutVersion } from './differences.ts'
import { checkAt, isChosen, plannersQuestions } from './questions.ts'
import {
  coarsened,
  countsOf,
  monthOf,
  disclosedUnits,
  type ReaderUnits,
  unitsBetween,
  unitsThatDiffer,
} from './disclosed-units.ts'
import { openOtherCity, type OtherCity, ROWS_A_REQUEST } from './other-city.ts'
import { withheldRows } from './withheld-rows.ts'

const ROWS = cityRows()
const MAX_CALLS = 2000
/** Of the month; see `UNITS_CUT_DAY`. */
const DAY_OF_CUT = 5

describe.each(databasesUnderTest)(
  'a planner who sends queries sampled from all that are possible ($kind)',
  (database) => {
    let base: OtherCity
    let disclosed: readonly Exchange[]
    let calls = 0
    beforeAll(async () => {
      base = await openOtherCity(database, ROWS)
      disclosed = await attack(base)
    })
    afterAll(() => base.close())

    /** Sends requests to a city that differs from the base. */
    async function requesting<T>(
      rows: readonly Row[],
      request: (otherCity: OtherCity) => Promise<T>,
      areas: readonly object[] = AREAS,
    ): Promise<T> {
      const otherCity = await openOtherCity(database, rows, areas)
      try {
        return await request(otherCity)
      } finally {
        calls += otherCity.calls()
        await otherCity.close()
      }
    }

    /** All requests of a planner to a city; later ones depend on the first responses. */
    async function attack(otherCity: OtherCity): Promise<readonly Exchange[]> {
      const first = await otherCity.requestAll([...openingQuestions(), ...plannersQuestions(11, 22)])
      const followUps = await otherCity.requestAll([...closingQuestions(first), ...reviewQuestions()])
      return [...first, ...followUps].map(withoutVersion)
    }

    it('gets the same responses from an equal city', async () => {
      expect(differences(disclosed, await requesting(ROWS, attack))).toEqual([])
    })

    it('learns nothing of incidents that are or may be in dwellings, are sensitive, flagged or of closed sources', async () => {
      expect(differences(disclosed, await requesting([...ROWS, ...withheldRows()], attack))).toEqual([])
    })

    describe('a planner in a city without a given study area', () => {
      const areas = AREAS.filter(({ properties }) => properties.kind !== 'study')
      /** With the withheld rows so many that all come in one request: the area is derived from what is there first. */
      const few = ROWS.slice(0, ROWS_A_REQUEST - withheldRows().length)
      const questions = [{ path: '/api/areas' }, ...plannersQuestions(29, 3).filter(isChosen)]
      const attackDerived = (rows: readonly Row[]) =>
        requesting(
          rows,
          async (otherCity) => {
            await vi.waitUntil(
              async () => (await otherCity.request({ path: '/api/areas' })).body.includes('"study"'),
              { timeout: 20_000, interval: 500 },
            )
            return (await otherCity.requestAll(questions)).map(withoutVersion)
          },
          areas,
        )
      let derived: readonly Exchange[]
      beforeAll(async () => {
        derived = await attackDerived(few)
      })

      it('learns nothing of undisclosed incidents from the derived study area', async () => {
        expect(differences(derived, await attackDerived([...withheldRows(), ...few]))).toEqual([])
      })

      it('learns nothing of positions within a unit from the derived study area', async () => {
        const random = seededRandom(9)
        const moved = few.map((row) => withinItsUnit(row, random))
        expect(differences(derived, await attackDerived(moved))).toEqual([])
      })
    })

    it('learns nothing of position and time within a unit', async () => {
      const random = seededRandom(8)
      const moved = ROWS.map((row) => withinItsUnit(row, random))
      expect(differences(disclosed, await requesting(moved, attack))).toEqual([])
    })

    it('learns nothing of the first and last day of the data', async () => {
      const questions = plannersQuestions(19, 10)
      const [inner, outer] = [withEdges(30, 3), withEdges(2, 30)]
      const request = async (otherCity: OtherCity) =>
        (await otherCity.requestAll(questions)).map(withoutVersion)
      expect(differences(await requesting(inner, request), await requesting(outer, request))).toEqual([])
    })

    it('gets the same responses for windows that slide within months', async () => {
      const tile = tileOf(13, ...anywhere(seededRandom(1)))
      const window = (from: string, to: string) => [
        { path: `/api/hotspots?cell=100&group=order&from=${from}&to=${to}&format=csv` },
        { path: `/tiles/hotspots/${tile}.mvt?cell=200&group=property&from=${from}&to=${to}` },
        checkAt([674_700, 6_580_700, 120, 120], 0, { from, to }),
      ]
      const whole = await base.requestAll(window('2026-02-01', '2026-06-01'))
      expect(whole.map(({ status }) => status)).toEqual([200, 200, 200])
      for (let day = 2; day < 28; day += 3) {
        const two = String(day).padStart(2, '0')
        const slid = await base.requestAll(window(`2026-02-${two}`, `2026-05-${two}`))
        expect(slid.map(figures)).toEqual(whole.map(figures))
      }
    })

    it('learns nothing from daily queries of an open month, also with late rows and corrections', async () => {
      await requesting(ROWS, async (otherCity) => {
        const questions = [...openingQuestions(), ...plannersQuestions(13, 4)]
        const before = await otherCity.requestAll(questions)
        for (const day of [11, 12, 20, 31]) {
          await otherCity.at(Date.UTC(2026, 6, day, 10))
          await otherCity.correct(10 * day, 10 * day + 1)
          await otherCity.add(rowsOfDay(day))
          expect(differences(before, await otherCity.requestAll(questions))).toEqual([])
        }
        await otherCity.at(Date.UTC(2026, 7, DAY_OF_CUT, 10))
        expect(differences(before, await otherCity.requestAll(questions))).not.toEqual([])
      })
    })

    describe('an attacker who sums units', () => {
      const [from, to] = ['2025-02-01', '2026-03-01']
      let units: ReaderUnits
      beforeAll(async () => {
        units = await disclosedUnits(base)
      })

      it('sees an incident’s move to the next cell as one less in a unit and one more in another', async () => {
        const at = ROWS.findIndex(({ source, month }) => source === 'police' && month === monthOf('2026-02'))
        const moved = await requesting(ROWS.with(at, toNextCell(ROWS[at]!)), disclosedUnits)
        expect(unitsThatDiffer(units, moved).toSorted((a, b) => a - b)).toEqual([-1, 1])
      })

      it.each(CATEGORY_GROUPS)(
        'finds every $code surface to be the sum of disclosed units, area-weighted where coarser than 50 m',
        async ({ code }) => {
          for (const edge of EDGES) {
            const [surface] = await base.requestAll([
              { path: `/api/hotspots?cell=${edge}&group=${code}&from=${from}&to=${to}&empty=true` },
            ])
            const { query } = JSON.parse(surface!.body).analysis
            const fine = unitsBetween(units, code, query.from, query.to)
            const sums = edge === 50 ? fine : coarsened(fine, edge)
            const counts = countsOf(surface!)
            expect(counts, String(edge)).toEqual(
              new Map([...counts].map(([cell]) => [cell, sums.get(cell) ?? 0])),
            )
          }
        },
      )

      it('finds every count of a check to be the sum of disclosed units in the cells and months that the check names', async () => {
        const random = seededRandom(6)
        const sites = Array.from({ length: 20 }, () =>
          checkAt([...anywhere(random), 150 * random(), 150 * random()], random(), { from, to }),
        )
        for (const { body } of await base.requestAll(sites)) {
          const { zones, counts, periods } = JSON.parse(body).evidence
          for (const { zone, group, category, per, count } of counts) {
            expect(per).toBe(category !== null ? 'year' : group === 'people' ? 'quarter' : 'month')
            if (category !== null) continue
            const period = periods.find((period: Json) => period.per === per)
            const fine = unitsBetween(units, group, localDay(period.from), localDay(period.to))
            const sum = zones[zone].cells.reduce(
              (n: number, cell: Json) => n + (fine.get(cell.join()) ?? 0),
              0,
            )
            expect(count, `${group} in zone ${zone}`).toBe(sum)
          }
        }
      })
    })

    it('needs at most 2,000 requests', () => {
      expect(calls + base.calls()).toBeLessThanOrEqual(MAX_CALLS)
    })
  },
)

/** An instant that is a midnight of the city's, as its day. */
const localDay = (instant: string) => new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 10)

/** A response without its echo of the request. */
function figures({ body }: Exchange): Json {
  if (!body.startsWith('{')) return body
  const { zones, counts, ranks, cells, profiles } = JSON.parse(body).evidence
  return { zones, counts, ranks, cells, profiles }
}
