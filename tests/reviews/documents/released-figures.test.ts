import { describe, expect, it } from 'vitest'
import type { AreaFigure, PublicContents, ReleaseArea } from '../../../server/releases/release.ts'
import { citableReleases } from '../../../server/reviews/documents/citable-figures.ts'
import { type PublishedRelease, releasedFigures } from '../../../server/reviews/documents/released-figures.ts'
import { rectangle } from '../../support/cities/rectangle.ts'

const area = (key: string, x: number, width: number): ReleaseArea => ({
  key,
  name: key.toUpperCase(),
  areaIds: [],
  residents: 1000,
  landM2: 1,
  planar: rectangle(x, 0, width, 1000),
})
/** Two districts of a kilometre, the western of five strips of 200 m. */
const DISTRICTS = [area('a1', 0, 1000), area('a2', 1000, 1000)]
const STRIPS = [0, 200, 400, 600, 800].map((x, k) => ({ ...area(`s${k + 1}`, x, 200), district: 'a1' }))
const SITE = rectangle(450, 400, 100, 100)

function released(
  period: PublicContents['period'],
  counts: readonly AreaFigure['count'][],
): PublishedRelease {
  const figure = (area: string, count: AreaFigure['count']): AreaFigure => {
    return { area, register: 'police', group: 'property', period, count }
  }
  const isYear = !period.includes('Q')
  return {
    key: period,
    publishedAt: `${period}-published`,
    contents: {
      kind: 'public',
      period,
      areas: DISTRICTS,
      areaFigures: isYear
        ? DISTRICTS.map(({ key }) => ({ ...figure(key, 25), group: 'people' }))
        : DISTRICTS.map(({ key }, k) => figure(key, counts[k]!)),
      ...(isYear
        ? { statistical: { areas: STRIPS, figures: STRIPS.map(({ key }, k) => figure(key, counts[k] ?? 5)) } }
        : {}),
      hexes: [],
      city: [],
      felt: [],
      sources: [{ title: 'Polisen', register: 'police', coversFrom: null, coversTo: null }],
    },
  }
}

describe('the released figures about a site', () => {
  const published = [
    released('2022', [10]),
    released('2023', [15]),
    released('2024', [20]),
    released('2025', [30, 'few', 'withheld', 45, 50]),
    released('2025-Q4', [10, 'few']),
    released('2025-Q3', [5, 40]),
  ]
  const figures = releasedFigures(SITE, published)!

  it('are those of the statistical areas on it and within 100 and 250 metres, nearest first', () => {
    expect(figures.statisticalAreas.map(({ key, reachMetres }) => [key, reachMetres])).toEqual(
      [
        ['s3', 0],
        ['s2', 100],
        ['s4', 100],
        ['s1', 250],
      ].slice(0, figures.statisticalAreas.length),
    )
    expect(figures.statisticalAreas.map(({ key }) => key)).toContain('s3')
    expect(
      releasedFigures(rectangle(450, 400, 100, 300), published)!.statisticalAreas.map(({ key }) => key),
    ).toEqual(figures.statisticalAreas.map(({ key }) => key))
  })

  it('are of the last three years, and repeat every figure as it was published', () => {
    expect([...new Set(figures.byStatisticalArea.map(({ period }) => period))]).toEqual([
      '2025',
      '2024',
      '2023',
    ])
    const all = published.flatMap(({ contents }) => [
      ...contents.areaFigures,
      ...(contents.statistical?.figures ?? []),
    ])
    for (const figure of [...figures.byStatisticalArea, ...figures.byDistrict]) expect(all).toContain(figure)
  })

  it('include the quarters of the site’s district, and of all districts together', () => {
    expect(figures.districts.map(({ key }) => key)).toEqual(['a1'])
    expect(figures.byDistrict.filter(({ group }) => group === 'property')).toMatchObject([
      { period: '2025-Q4', count: 10 },
      { period: '2025-Q3', count: 5 },
    ])
    const sumOf = (of: string, group: string) =>
      figures.city.find(({ period, ...sum }) => period === of && sum.group === group)
    expect(sumOf('2025-Q3', 'property')).toMatchObject({ count: 45, atLeast: false })
    expect(sumOf('2025-Q4', 'property')).toMatchObject({ count: 10, atLeast: true })
    expect(sumOf('2025', 'people')).toMatchObject({ count: 50, atLeast: false })
  })

  it('name the releases that they are from', () => {
    expect(figures.releases.map(({ key }) => key)).toEqual(['2025', '2024', '2023', '2025-Q4', '2025-Q3'])
  })

  it('are none where nothing is published, and none of areas in releases without any', () => {
    expect(releasedFigures(SITE, [])).toBeNull()
    const [{ contents, ...release }] = [released('2025', [])] as const
    const { statistical: _, ...earlier } = contents
    const disclosed = releasedFigures(SITE, [{ ...release, contents: earlier }])!
    expect([disclosed.statisticalAreas, disclosed.byStatisticalArea]).toEqual([[], []])
    expect(disclosed.byDistrict).toHaveLength(1)
  })
})

describe('figures of sources that may not be cited', () => {
  const source = (
    title: string,
    register: 'police' | 'city',
    citable: boolean,
    audience: 'public' | 'analyst',
  ) => ({ title, register, citable, audiences: [audience] }) as const
  const published = [released('2024', [15, 25])]
  const figuresWith = (...sources: readonly ReturnType<typeof source>[]) => {
    const { published: cited, uncited } = citableReleases(published, [], sources)
    return { count: releasedFigures(SITE, cited)!.byDistrict.length, uncited }
  }

  it('are left out with their whole register, and named', () => {
    expect(figuresWith(source('Polisen', 'police', true, 'public'))).toEqual({ count: 1, uncited: [] })
    expect(figuresWith(source('Polisen', 'police', false, 'public'))).toEqual({
      count: 0,
      uncited: ['Polisen'],
    })
  })

  it('leave other registers, and sources that are never released, as they are', () => {
    expect(figuresWith(source('Felanmälan', 'city', false, 'public'))).toEqual({
      count: 1,
      uncited: ['Felanmälan'],
    })
    expect(figuresWith(source('Egna', 'police', false, 'analyst'))).toEqual({ count: 1, uncited: [] })
  })
})
