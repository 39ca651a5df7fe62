import { describe, expect, it } from 'vitest'
import type { GivenFigure } from '../../../server/releases/given-figure.ts'
import type { PlaceContents, PublicContents, ReleaseContents } from '../../../server/releases/release.ts'
import { releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, X, Y } from '../../support/cities/small-city.ts'

const TODAY = '2025-12-31T12:00:00Z'
/** The western half of the western district. */
const PLACE = squareArea(9, 'place', [X, Y, 1200, 2400])
const FOUR_WEEKS = '2024-01-22'
/** Six thefts in the western district within one four weeks: two in the place, four east of it. */
const CITY = smallCity(
  [
    ...repeated(2, rowAt({ at: [600, 1000], day: '2024-02-10' })),
    ...repeated(4, rowAt({ at: [1800, 1000], day: '2024-02-10' })),
  ],
  { areas: [PLACE] },
)

const outline = (x: number, width: number) => squareArea(0, 'base', [X + x, Y, width, 2400]).planar
const given = (change: Partial<GivenFigure> = {}): GivenFigure => ({
  name: 'on request',
  outlineKey: JSON.stringify(change.planar ?? 'place'),
  planar: outline(0, 1200),
  register: 'police',
  group: 'property',
  from: '2024-01-22',
  to: '2024-02-18',
  low: 2,
  high: 2,
  ...change,
})
const computer = (figures: readonly GivenFigure[] = []) =>
  releaseComputerOf(CITY, { today: TODAY, given: figures })

const countIn = ({ areas, areaFigures }: PublicContents) =>
  areaFigures.find(({ area, group }) => group === 'property' && area === areas[0]!.key)!.count
const countOf = ({ figures }: PlaceContents) =>
  figures.find(({ zone, group }) => zone === 'place' && group === 'property')!.count

describe('a count before it is given out on request', () => {
  const derivable = async (figure: GivenFigure) => {
    const release = await computer().preparePlace(9, FOUR_WEEKS, [])
    expect(countOf(release.contents)).toBe('few')
    const derivable = await computer().attackRequested([release.contents], [figure])
    return derivable.map(({ where, counts, from, to, low, high }) => [where, counts, from, to, low, high])
  }
  const hidden = ['place 9', 'place', '2024-01-22', '2024-02-18'] as const

  it('is reported to disclose a hidden figure for the same area and time', async () => {
    expect(await derivable(given())).toEqual([[...hidden, 2, 2]])
  })

  it('is reported to bound a hidden figure that is part of it', async () => {
    const everything = given({ planar: outline(0, 2400), low: 0, high: 3 })
    expect(await derivable(everything)).toEqual(expect.arrayContaining([[...hidden, 0, 3]]))
  })

  it('discloses nothing where it leaves every hidden value possible', async () => {
    expect(await derivable(given({ planar: outline(0, 2400), low: 40, high: 40 }))).toEqual([])
  })

  it('discloses nothing of another register or time', async () => {
    expect(await derivable(given({ register: 'city' }))).toEqual([])
    expect(await derivable(given({ from: '2024-06-01', to: '2024-06-30' }))).toEqual([])
  })
})

describe('a release after counts were given out on request', () => {
  const east = given({ planar: outline(1200, 1200), from: '2024-01-01', to: '2024-03-31', low: 4, high: 4 })

  it('withholds a district from which a given count could be subtracted', async () => {
    const place = await computer().preparePlace(9, FOUR_WEEKS, [])
    const known: readonly ReleaseContents[] = [place.contents]
    // Six in the district are released as 5: with four in its east, one to three are in the place.
    expect(countIn((await computer().preparePublic('2024-Q1', known, [])).contents)).toBe(5)
    const { contents, attack } = await computer([east]).preparePublic('2024-Q1', known, [])
    expect([countIn(contents), attack.breaches]).toEqual(['withheld', []])
  })

  it('is not withheld because of a count that is already given out', async () => {
    const whole = given({
      planar: outline(2400, 2400),
      from: '2024-01-01',
      to: '2024-03-31',
      low: 0,
      high: 0,
    })
    const alone = await computer().preparePublic('2024-Q1', [], [])
    const { contents } = await computer([whole]).preparePublic('2024-Q1', [], [])
    expect(contents.areaFigures).toEqual(alone.contents.areaFigures)
  })
})
