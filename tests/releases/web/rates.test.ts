import type { FeatureCollection, Point } from 'geojson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../web/i18n/texts.ts'
import { rateOf } from '../../../web/releases/area-rate.ts'
import { areaFigures, figuresOfChoice } from '../../../web/releases/map/area-figures.ts'
import { marksOf, paintOf } from '../../../web/releases/map/area-paint.ts'
import { breaksOf, stepOf } from '../../../web/releases/map/breaks.ts'
import { stateText } from '../../../web/releases/map/state-text.ts'
import { legendCounts, radiusOf } from '../../../web/releases/map/symbol-size.ts'
import { releaseMessages } from '../../../web/releases/messages.ts'

const sv = releaseMessages.inLanguageOf(createTexts('sv'))
const area = (key: string, name: string, residents: number | null) => ({ key, name, residents, landKm2: 1 })
const figure = (key: string, count: number | 'few' | 'withheld' | 'not-covered') =>
  ({ area: key, register: 'police', group: 'property', count }) as const
const SERIES = { register: 'police', group: 'property' } as const
const release = {
  period: '2026-Q1',
  areas: [
    area('a', 'Östra', 10_000),
    area('b', 'Hamnen', 2500),
    area('c', 'Ängen', 4000),
    area('d', 'Lugnet', null),
    area('e', 'Backen', 3000),
    area('f', 'Dalen', 5000),
  ],
  areaFigures: [
    figure('a', 105),
    figure('b', 105),
    figure('c', 'few'),
    figure('d', 80),
    figure('e', 'withheld'),
    { ...figure('f', 300), register: 'city' as const },
  ],
}

describe('reports per 1,000 residents', () => {
  it('are the rounded count by the released residents, with one decimal below ten', () => {
    expect(rateOf(105, 24_800)).toBe(4.2)
    expect(rateOf(465, 5200)).toBe(89)
  })

  it('are not said of hidden counts, nor where nobody is known to live, and never nought', () => {
    expect(rateOf('few', 5000)).toBe('few')
    expect(rateOf('withheld', 5000)).toBe('withheld')
    expect(rateOf(80, null)).toBe('no-residents')
    expect(rateOf(80, 29)).toBe('no-residents')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 30, max: 900_000 }),
        (n, residents) => {
          expect(rateOf(5 * n, residents)).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('the areas of the public map', () => {
  const figures = areaFigures(release, SERIES)

  it('stand in alphabetical order, with what a release says nothing of as not comparable', () => {
    expect(figures.map(({ name, rate }) => [name, rate])).toEqual([
      ['Backen', 'withheld'],
      ['Dalen', 'not-covered'],
      ['Hamnen', 42],
      ['Lugnet', 'no-residents'],
      ['Ängen', 'few'],
      ['Östra', 11],
    ])
    expect(figuresOfChoice([release], { series: SERIES, period: '2025' })).toEqual([])
  })

  it('are shaded by rate: equal counts of unequally many people differ, and what has no number is a pattern', () => {
    const { steps, patterns, circles } = paintOf(figures, 'rates')
    expect(Object.fromEntries(steps)).toEqual({ a: 0, b: 2 })
    expect(Object.fromEntries(patterns)).toEqual({
      c: 'few',
      d: 'refused',
      e: 'refused',
      f: 'uncovered',
    })
    expect(circles.size).toBe(0)
  })

  it('are never shaded by count: counts are circles, fewer than five a hollow ring, the rest patterns', () => {
    const { steps, patterns, circles } = paintOf(figures, 'counts')
    expect(steps.size).toBe(0)
    expect(circles.get('a')).toEqual({ radius: 30, isFew: false })
    expect(circles.get('c')).toMatchObject({ isFew: true })
    expect(circles.has('d')).toBe(true)
    expect([...patterns.keys()].toSorted()).toEqual(['e', 'f'])
  })

  it('say below their name why they have no number', () => {
    const points: FeatureCollection<Point, { key: string; name: string }> = {
      type: 'FeatureCollection',
      features: figures.map(({ key, name }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [18, 59] },
        properties: { key, name },
      })),
    }
    const states = new Map(figures.map((one) => [one.key, stateText(one, 'rates', sv.publicMap)]))
    const marks = marksOf(points, paintOf(figures, 'rates'), (key) => states.get(key) ?? '')
    expect(marks.features.map(({ properties: { name, state } }) => `${name}: ${state}`)).toEqual([
      'Backen: visas inte',
      'Dalen: kan inte jämföras',
      'Hamnen: ',
      'Lugnet: boende okända',
      'Ängen: färre än 5',
      'Östra: ',
    ])
  })

  it('have circles whose area follows the count, and round counts in their legend', () => {
    expect((radiusOf(400, 400) / radiusOf(100, 400)) ** 2).toBeCloseTo(4)
    expect(legendCounts(565)).toEqual([500, 250, 50])
    expect(legendCounts(5)).toEqual([5])
  })

  it('have steps of one width that hold every rate, and near rates in one step', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 3000, noNaN: true })), (rates) => {
        const breaks = breaksOf(rates)
        const [a, b, c] = breaks
        expect([b, c]).toEqual([2 * a, 3 * a])
        for (const rate of rates) expect(rate).toBeLessThan(4 * a)
        expect(stepOf(a, breaks)).toBe(1)
      }),
    )
  })
})
