import { describe, expect, it } from 'vitest'
import { areaOf, planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import type { PublicContents } from '../../../server/releases/release.ts'
import { releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, strips, X, Y } from '../../support/cities/small-city.ts'

const TODAY = '2025-12-31T12:00:00Z'
const DAY = '2024-02-10'
type Box = readonly [x: number, y: number, width: number, height: number]

async function yearOf(
  areas: readonly ReturnType<typeof squareArea>[],
  rows: Parameters<typeof smallCity>[0] = [],
): Promise<PublicContents> {
  const computer = releaseComputerOf(smallCity(rows, { areas }), { today: TODAY })
  return (await computer.preparePublic('2024', [], [])).contents
}

/** The released counts of a group by the ids of each statistical area's base areas. */
function disclosed({ statistical }: PublicContents, group: string): Readonly<Record<string, unknown>> {
  const names = new Map(statistical?.areas.map(({ key, areaIds }) => [key, areaIds.join('+')]))
  const figures = statistical?.figures.filter((figure) => figure.group === group) ?? []
  return Object.fromEntries(figures.map(({ area, count }) => [names.get(area)!, count]))
}

const thefts = (x: number, count: number) => repeated(count, rowAt({ at: [x, 1000], day: DAY }))

describe('figures of a year by statistical area', () => {
  it('round each count on its own and show 0–4 as few', async () => {
    const contents = await yearOf(strips([800, 800, 800], [900, 1000, 1100]), [
      ...thefts(400, 13),
      ...thefts(1200, 4),
      ...thefts(2000, 8),
    ])
    expect(disclosed(contents, 'property')).toEqual({ '20': 15, '21': 'few', '22': 10 })
  })

  it('exist for years only', async () => {
    const areas = strips([800, 800, 800], [900, 1000, 1100])
    const computer = releaseComputerOf(smallCity([], { areas }), { today: TODAY })
    const quarter = await computer.preparePublic('2024-Q1', [], [])
    expect(quarter.contents.statistical).toBeUndefined()
  })

  it('include people where a district has six areas, other groups where it has three', async () => {
    const groupsWith = async (count: number) => {
      const width = 2400 / count
      const { statistical } = await yearOf(strips(Array(count).fill(width), Array(count).fill(800)))
      return [...new Set(statistical?.figures.map(({ group }) => group))].toSorted()
    }
    expect(await groupsWith(2)).toEqual([])
    expect(await groupsWith(3)).toEqual(['environment', 'order', 'property'])
    expect(await groupsWith(5)).toEqual(['environment', 'order', 'property'])
    expect(await groupsWith(6)).toEqual(['environment', 'order', 'people', 'property'])
  })

  it('merge an area of fewer than 700 residents with the neighbour of its longest border', async () => {
    const contents = await yearOf(strips([600, 600, 600, 600], [900, 699, 1000, 700]), [
      ...thefts(300, 10),
      ...thefts(900, 5),
      ...thefts(1500, 20),
      ...thefts(2100, 30),
    ])
    expect(disclosed(contents, 'property')).toEqual({ '20+21': 15, '22': 20, '23': 30 })
    expect(contents.statistical!.areas.map(({ name, residents }) => [name, residents])).toContainEqual([
      'base 20 + base 21',
      1599,
    ])
  })

  it('count incidents located to a place in the district only', async () => {
    const exact = rowAt({ at: [400, 1000], day: DAY })
    const coarse = { ...exact, precisionCode: 3 }
    const contents = await yearOf(strips([800, 800, 800], [900, 1000, 1100]), [
      ...repeated(10, exact),
      ...repeated(10, coarse),
    ])
    expect(disclosed(contents, 'property')).toMatchObject({ '20': 10 })
  })
})

describe('statistical areas', () => {
  const sizes = (contents: PublicContents) =>
    contents.statistical!.areas.map(({ planar }) => Math.round(areaOf(planarPolygon(planar))))
  const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

  it('are clipped at the district’s border, with residents by area, and cover it', async () => {
    const across: Box = [X + 1600, Y, 1600, 2400]
    const areas = [...strips([700, 700], [1500, 1400]), squareArea(30, 'base', across, 4000)]
    const contents = await yearOf(areas)
    const west = contents.statistical!.areas.filter(({ areaIds }) => areaIds.some((id) => id < 30))
    const cut = contents.statistical!.areas.filter(({ areaIds }) => areaIds.includes(30))
    expect(cut.map(({ residents }) => residents)).toEqual([2000, 2000])
    expect(west.map(({ areaIds }) => areaIds)).toEqual([[20], [21]])
    expect(total(sizes(contents))).toBe(2 * 2400 * 2400)
  })

  it('are squares of a kilometre where a city has none, with the residents of the district spread over it', async () => {
    const contents = await yearOf([])
    const west = contents.statistical!.areas.filter(({ name }) => name.startsWith('district 2'))
    expect(west.length).toBeGreaterThan(1)
    expect(west.every(({ residents }) => residents! >= 700)).toBe(true)
    expect(total(west.map(({ residents }) => residents!))).toBeCloseTo(3000, -1)
    expect(total(sizes(contents))).toBe(2 * 2400 * 2400)
    expect(await yearOf([])).toEqual(contents)
  })

  it('are none where residents are unknown', async () => {
    const areas = strips([800, 800, 800], [0, 0, 0])
    expect((await yearOf(areas)).statistical).toBeUndefined()
  })
})

describe('a figure by statistical area that would disclose a hidden one', () => {
  const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'] as const
  const DAYS = ['2024-02-01', '2024-05-01', '2024-08-01', '2024-11-01'] as const
  /** Eight thefts a quarter, released as 10: at least 8. Of 32 at most 12 + 17 are in the shown areas. */
  const quarterly = (x: number, perQuarter: readonly number[]) =>
    perQuarter.flatMap((count, k) => repeated(count, rowAt({ at: [x, 1000], day: DAYS[k]! })))
  const rows = [
    ...quarterly(300, [0, 1, 1, 1]),
    ...quarterly(1000, [3, 3, 3, 3]),
    ...quarterly(2000, [5, 4, 4, 4]),
  ]

  async function disclosed2024(residents: readonly number[]) {
    const snapshot = smallCity(rows, { areas: strips([600, 900, 900], residents) })
    const computer = releaseComputerOf(snapshot, { today: TODAY })
    const known: PublicContents[] = []
    for (const quarter of QUARTERS) known.push((await computer.preparePublic(quarter, known, [])).contents)
    const year = await computer.preparePublic('2024', known, [])
    const everything = [...known, year.contents]
    return { year, everything, computer }
  }

  it('is hidden, the smallest shown area first, and nothing else with it', async () => {
    const first = await disclosed2024([800, 1000, 1200])
    expect(disclosed(first.year.contents, 'property')).toEqual({ '20': 'few', '21': 'withheld', '22': 15 })
    const other = await disclosed2024([800, 1200, 1000])
    expect(disclosed(other.year.contents, 'property')).toEqual({ '20': 'few', '21': 10, '22': 'withheld' })
    expect(first.year.contents.areaFigures).toEqual(other.year.contents.areaFigures)
    for (const { everything, computer } of [first, other])
      expect((await computer.attack(everything)).breaches).toEqual([])
  })

  it('is needed: without the mark the attack finds the hidden figure', async () => {
    const { year, everything, computer } = await disclosed2024([800, 1000, 1200])
    const { statistical } = year.contents
    const figures = statistical!.figures.map((figure) =>
      figure.group === 'property' && figure.count === 'withheld' ? { ...figure, count: 10 } : figure,
    )
    const open = { ...year.contents, statistical: { ...statistical!, figures } }
    const { breaches } = await computer.attack([...everything.slice(0, -1), open])
    expect(breaches).toEqual([expect.objectContaining({ figure: '2024, base 20, police, property', low: 3 })])
  })
})
