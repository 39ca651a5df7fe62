import { describe, expect, it } from 'vitest'
import type { PlaceContents, PublicContents, ReleaseContents } from '../../../server/releases/release.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, X, Y } from '../../support/cities/small-city.ts'

const TODAY = '2025-12-31T12:00:00Z'
const at = (snapshot: Snapshot) => releaseComputerOf(snapshot, { today: TODAY })
/** A place with the very outline of the western district: every figure of the one bears upon the other. */
const PLACE = squareArea(9, 'place', [X, Y, 2400, 2400])
/** The four weeks that reach into the first quarter of 2024, and a day of each within it. */
const FOUR_WEEKS = ['2023-12-25', '2024-01-22', '2024-02-19', '2024-03-18'] as const
const DAYS = ['2024-01-10', '2024-02-10', '2024-03-10', '2024-03-25'] as const

/** Thefts in the western district, so many in each of the four weeks. */
const thefts = (counts: readonly number[]) =>
  counts.flatMap((count, k) => repeated(count, rowAt({ at: [1000, 1000], day: DAYS[k]! })))

const propertyIn = (contents: PublicContents) =>
  contents.areaFigures.filter(
    ({ area, group }) => group === 'property' && area === contents.areas[0]!.key,
  )[0]!.count

const propertyOf = (contents: PlaceContents) =>
  contents.figures.find(({ zone, group }) => zone === 'place' && group === 'property')!.count

async function places(snapshot: Snapshot, known: readonly ReleaseContents[] = []): Promise<PlaceContents[]> {
  const disclosed: PlaceContents[] = []
  for (const from of FOUR_WEEKS) {
    disclosed.push((await at(snapshot).preparePlace(9, from, [...known, ...disclosed])).contents)
  }
  return disclosed
}

describe('a release that would disclose hidden figures', () => {
  it('withholds a district whose count would disclose that each of four hidden ones is not zero', async () => {
    const snapshot = smallCity(thefts([4, 4, 4, 3]), { areas: [PLACE] })
    const disclosed = await places(snapshot)
    expect(disclosed.map(propertyOf)).toEqual(['few', 'few', 'few', 'few'])
    const { contents, attack } = await at(snapshot).preparePublic('2024-Q1', disclosed, [])
    expect(propertyIn(contents)).toBe('withheld')
    // The other district of the block is withheld with it.
    expect(attack).toMatchObject({ hiddenBesides: 2, breaches: [] })
    const alone = await at(snapshot).preparePublic('2024-Q1', [], [])
    expect(propertyIn(alone.contents)).toBe(15)
    const { breaches } = await at(snapshot).attack([...disclosed, alone.contents])
    expect(breaches.map(({ low, high }) => [low, high])).toEqual([
      [1, 4],
      [1, 4],
      [1, 4],
      [1, 4],
    ])
  })

  it('shows the district where the four weeks leave enough values', async () => {
    const snapshot = smallCity(thefts([4, 3, 3, 2]), { areas: [PLACE] })
    const { contents, attack } = await at(snapshot).preparePublic('2024-Q1', await places(snapshot), [])
    expect(propertyIn(contents)).toBe(10)
    expect(attack.hiddenBesides).toBe(0)
  })

  it('withholds the place when the district came first', async () => {
    const snapshot = smallCity(thefts([0, 6, 1, 0]), { areas: [PLACE] })
    const { contents } = await at(snapshot).preparePublic('2024-Q1', [], [])
    expect(propertyIn(contents)).toBe(5)
    const disclosed = await places(snapshot, [contents])
    expect(disclosed.map(propertyOf)).toEqual(['few', 'withheld', 'few', 'few'])
    expect((await at(snapshot).attack([contents, ...disclosed])).breaches).toEqual([])
  })

  it('withholds few in a new place where earlier releases leave too few values', async () => {
    const west = squareArea(9, 'place', [X, Y, 1200, 2400])
    const amid = squareArea(10, 'place', [X + 1500, Y + 600, 600, 600])
    const snapshot = smallCity(thefts([0, 5, 5, 0]), { areas: [west, amid] })
    const { contents } = await at(snapshot).preparePublic('2024-Q1', [], [])
    const known = [contents, ...(await places(snapshot, [contents]))]
    expect([propertyIn(contents), ...known.slice(1).map((one) => propertyOf(one as PlaceContents))]).toEqual([
      10,
      'few',
      5,
      5,
      'few',
    ])
    // Of 8–12 in the district at least 10 lie in its west.
    const late = await at(snapshot).preparePlace(10, FOUR_WEEKS[1], known)
    expect(propertyOf(late.contents)).toBe('withheld')
    expect(late.attack.breaches).toEqual([])
  })

  it('still includes withdrawn releases', async () => {
    const snapshot = smallCity(thefts([4, 4, 4, 3]), { areas: [PLACE] })
    const disclosed = await places(snapshot)
    const withheld = async (known: readonly ReleaseContents[]) =>
      propertyIn((await at(snapshot).preparePublic('2024-Q1', known, [])).contents)
    expect(await withheld(disclosed)).toBe('withheld')
    expect(await withheld(disclosed.slice(1))).toBe(15)
  })

  it('shows one cell fewer when quarters of few would bound the others of the year', async () => {
    const spread = (x: number, days: readonly string[]) =>
      days.map((day, k) => rowAt({ at: [x + 20 * k, 1000], day }))
    const quarters = ['2024-02-01', '2024-05-01', '2024-08-01', '2024-11-01']
    const snapshot = smallCity([
      ...spread(1000, [...quarters, ...quarters, ...quarters.slice(0, 2)]),
      ...spread(1900, quarters),
    ])
    const known: ReleaseContents[] = []
    for (const quarter of ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'] as const) {
      known.push((await at(snapshot).preparePublic(quarter, known, [])).contents)
    }
    expect(known.map((contents) => propertyIn(contents as PublicContents))).toEqual([
      'few',
      'few',
      'few',
      'few',
    ])
    const alone = await at(snapshot).preparePublic('2024', [], [])
    expect(alone.contents.hexes.filter(({ band }) => band === 'b10')).toHaveLength(1)
    const { contents, attack } = await at(snapshot).preparePublic('2024', known, [])
    expect(contents.hexes.filter(({ band }) => band !== 'not-shown')).toEqual([])
    expect(attack.breaches).toEqual([])
  })

  it('is protected in the same way every time', async () => {
    const snapshot = smallCity(thefts([4, 4, 4, 3]), { areas: [PLACE] })
    const disclosed = await places(snapshot)
    const [first, second] = [
      await at(snapshot).preparePublic('2024-Q1', disclosed, []),
      await at(snapshot).preparePublic('2024-Q1', disclosed, []),
    ]
    expect(second).toEqual(first)
  })
})
