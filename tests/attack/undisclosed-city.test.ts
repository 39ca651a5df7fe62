import { describe, expect, it } from 'vitest'
import { databasesUnderTest } from '../support/databases.ts'
import { AREAS, cityRows, type Row } from './attacked-city.ts'
import { openingQuestions, reviewQuestions } from './closing-in.ts'
import { differences, type Exchange, withoutVersion } from './differences.ts'
import { openOtherCity, type OtherCity } from './other-city.ts'
import { isChosen, plannersQuestions } from './questions.ts'
import { withheldRows } from './withheld-rows.ts'

const CUT = { path: '/api/unit-cuts' }
const QUESTIONS = [...openingQuestions(), ...plannersQuestions(31, 8), ...reviewQuestions(), CUT]
/** When the first disclosed incidents are added. */
const FIRST_DISCLOSED_MS = Date.UTC(2026, 6, 12, 10)

describe.each(databasesUnderTest)('a planner in a city without disclosed incidents ($kind)', (database) => {
  /** Sends requests to a city of rows. */
  async function requesting<T>(
    rows: readonly Row[],
    areas: readonly object[],
    request: (city: OtherCity) => Promise<T>,
  ): Promise<T> {
    const city = await openOtherCity(database, rows, areas)
    try {
      return await request(city)
    } finally {
      await city.close()
    }
  }

  /** The responses before and after others are added. */
  const attack = (rows: readonly Row[]): Promise<readonly Exchange[]> =>
    requesting(rows, AREAS, async (city) => {
      const before = await city.requestAll(QUESTIONS)
      await city.at(FIRST_DISCLOSED_MS)
      await city.add(cityRows().slice(0, 300))
      const after = await city.requestAll([...QUESTIONS.filter(isChosen), CUT])
      return [...before, ...after].map(withoutVersion)
    })

  it('learns nothing of undisclosed incidents, nor from the time at which others are disclosed', async () => {
    const empty = await attack([])
    expect(differences(empty, await attack(withheldRows()))).toEqual([])
    const cuts = empty.filter(({ question }) => question.path === CUT.path)
    const madeAt = cuts.map(({ body }) => JSON.parse(body).madeAt)
    expect([madeAt[0], madeAt.at(-1)]).toEqual([null, new Date(FIRST_DISCLOSED_MS).toISOString()])
    const opening = openingQuestions().map(({ path }) => path)
    const surfaces = empty.filter(({ question, status }) => status === 200 && opening.includes(question.path))
    const counted: number[] = surfaces.map(({ body }) => JSON.parse(body).analysis.incidents)
    expect(counted.slice(0, opening.length)).toEqual(opening.map(() => 0))
    expect(Math.min(...counted.slice(opening.length))).toBeGreaterThan(0)
    expect(counted).toHaveLength(2 * opening.length)
  })

  it('learns nothing of undisclosed incidents without a given study area either', async () => {
    const areas = AREAS.filter(({ properties }) => properties.kind !== 'study')
    const attackBare = (rows: readonly Row[]) =>
      requesting(rows, areas, async (city) => (await city.requestAll(QUESTIONS)).map(withoutVersion))
    expect(differences(await attackBare([]), await attackBare(withheldRows()))).toEqual([])
  })
})
