import { describe, expect, it } from 'vitest'
import type { Breach, PublicContents, StoredRelease } from '../../../server/releases/release.ts'
import { createGivesAway } from '../../../server/releases/computation/gives-away.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { releaseComputerOf } from '../../support/cities/release-city.ts'
import { FIXTURE_AREAS, quarterContents } from '../../support/release-fixture.ts'
import type { ReviewFigure } from '../../../server/releases/review-figure.ts'

const minuteAt = (instant: string) => Date.parse(instant) / 60_000

/** Two released quarters of an area: few cases of disorder in the first, about five in the second. */
const QUARTERS: readonly PublicContents[] = (['2026-Q1', '2026-Q2'] as const).map((period) => ({
  ...quarterContents(period),
  areaFigures: [
    { area: 'a1', register: 'police', group: 'order', period, count: period === '2026-Q1' ? 'few' : 5 },
  ],
}))
const computer = releaseComputerOf(makeSnapshot({ rows: [] }), { today: '2026-11-22' })
const givesAway = createGivesAway({
  computer,
  releases: { list: async () => QUARTERS.map((contents) => ({ contents }) as StoredRelease) },
})

/** What a handling tells of the same ground in both quarters together. */
const figure = (count: ReviewFigure['count'], group: ReviewFigure['group'] = 'order'): ReviewFigure => ({
  reviewId: 1,
  footprint: FIXTURE_AREAS[0]!.planar,
  fromMetres: 0,
  toMetres: 0,
  register: 'police',
  group,
  fromMinute: minuteAt('2026-01-01T00:00+01:00'),
  toMinute: minuteAt('2026-07-01T00:00+02:00'),
  count,
})

const UNHARMED = { hidden: 0, atoms: 0, constraints: 0, hiddenBesides: 0 }
const known = (low: number, excluded = [0]): Breach => {
  return { figure: '2026-Q1, a1, police, order', low, high: 4, needs: [0, 4], excluded }
}

describe('what a handling would tell beside the releases', () => {
  it('gives away a hidden quarter whose sum with the other it rounds', async () => {
    expect(await givesAway([], [figure(10)])).toBe(true)
  })

  it('gives nothing away when it withholds, or tells of something else', async () => {
    expect(await givesAway([], [figure('withheld')])).toBe(false)
    expect(await givesAway([], [figure(10, 'property')])).toBe(false)
    expect(await givesAway([], [])).toBe(false)
  })

  it('is not blamed for what was given away before, but for whatever it adds', async () => {
    const elsewhere: ReviewFigure = { ...figure('few'), reviewId: 2, footprint: FIXTURE_AREAS[1]!.planar }
    expect(await givesAway([figure(10)], [elsewhere])).toBe(false)
    expect(await givesAway([figure(10)], [{ ...figure(15), reviewId: 2 }])).toBe(true)
  })

  it.each<[string, readonly Breach[], readonly Breach[], boolean]>([
    ['is not blamed for a known figure that stays as it was', [known(3)], [known(3)], false],
    ['is blamed when a known figure is narrowed down further', [known(3)], [known(3, [0, 1, 2])], true],
    [
      'is blamed when another figure of the same name is known as well',
      [known(3)],
      [known(3), known(3)],
      true,
    ],
    [
      'is blamed for what there was no time to tell, though there was none before',
      [known(-1)],
      [known(-1)],
      true,
    ],
  ])('%s', async (_, before, after, expected) => {
    const attack = async (_told: unknown, figures: readonly ReviewFigure[]) => ({
      ...UNHARMED,
      breaches: figures.length === 1 ? before : after,
    })
    const tells = createGivesAway({ computer: { attack }, releases: { list: async () => [] } })
    expect(await tells([figure(10)], [figure(15)])).toBe(expected)
  })
})
