import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../web/i18n/texts.ts'
import { seriesOfArea, type ShownCount } from '../../../web/releases/area-series.ts'
import { releaseMessages } from '../../../web/releases/messages.ts'
import { areaTrend } from '../../../web/releases/trend/area-trend.ts'
import { cityRate } from '../../../web/releases/trend/city-rate.ts'
import { periodRange } from '../../../web/releases/trend/period-range.ts'
import { trendSentence } from '../../../web/releases/trend/trend-sentence.ts'

const texts = releaseMessages.inLanguageOf(createTexts('sv'))
const SERIES = { register: 'police', group: 'property' } as const
const AREAS = [
  { key: 'a', name: 'Hamnen', residents: 2000, landKm2: 1 },
  { key: 'b', name: 'Ängen', residents: 8000, landKm2: 1 },
]
const release = (period: string, a: ShownCount, b: ShownCount, areas = AREAS) => ({
  period,
  areas,
  areaFigures: [
    { area: 'a', count: a, ...SERIES },
    { area: 'b', count: b, ...SERIES },
  ],
})

describe('the whole city beside an area', () => {
  it('is the sum of the released counts by the residents of the same areas', () => {
    expect(cityRate(release('2026-Q1', 40, 160), SERIES)).toBe(20)
  })

  it('takes fewer than five as two, and is not said where they are much of the sum', () => {
    expect(cityRate(release('2026-Q1', 'few', 160), SERIES)).toBe(16)
    expect(cityRate(release('2026-Q1', 'few', 15), SERIES)).toBeNull()
  })

  it('is not said where areas without a figure hold more than a tenth of the residents', () => {
    expect(cityRate(release('2026-Q1', 'withheld', 160), SERIES)).toBeNull()
    const small = [{ ...AREAS[0]!, residents: 400 }, AREAS[1]!]
    expect(cityRate(release('2026-Q1', 'withheld', 160, small), SERIES)).toBe(20)
    expect(cityRate({ areas: [], areaFigures: [] }, SERIES)).toBeNull()
  })
})

describe('the trend of an area', () => {
  const releases = [
    release('2026-Q2', 45, 160),
    release('2026-Q1', 'few', 160),
    release('2025-Q3', 'withheld', 160),
    release('2025-Q2', 20, 160),
  ]
  const [series] = seriesOfArea(releases, 'a')
  const trend = areaTrend(series!, AREAS[0]!, releases, texts)!

  it('has every quarter from the oldest to the newest, also one that was never published', () => {
    expect(trend.periods).toEqual(['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'])
    expect(periodRange(['2025', '2023'])).toEqual(['2023', '2024', '2025'])
    expect(periodRange([])).toEqual([])
  })

  it('is a rate with the city on the same scale: fewer than five as 0–4, what is not shown as a gap', () => {
    expect(trend.isRate).toBe(true)
    expect(trend.lines.map(({ name }) => name)).toEqual(['Hamnen', 'hela staden'])
    expect(trend.lines[0]?.points).toEqual([
      { kind: 'value', value: 10, text: '10' },
      { kind: 'gap', text: 'visas inte' },
      { kind: 'gap', text: '–' },
      { kind: 'range', low: 0, high: 2, text: 'färre än 5' },
      { kind: 'value', value: 23, text: '23' },
    ])
    expect(trend.lines[1]?.points.map((point) => point.kind)).toEqual([
      'value',
      'gap',
      'gap',
      'value',
      'value',
    ])
  })

  it('is counts alone where nobody is known to live', () => {
    const unknown = AREAS.map((one) => ({ ...one, residents: null }))
    const own = releases.map(({ period, areaFigures }) => ({ period, areaFigures, areas: unknown }))
    const counts = areaTrend(series!, { ...AREAS[0]!, residents: null }, own, texts)!
    expect(counts.isRate).toBe(false)
    expect(counts.lines).toHaveLength(1)
    expect(counts.lines[0]?.points.at(-1)).toEqual({ kind: 'value', value: 45, text: '45' })
  })

  it('is none with a single period', () => {
    const [one] = seriesOfArea(releases.slice(0, 1), 'a')
    expect(areaTrend(one!, AREAS[0]!, releases, texts)).toBeNull()
  })

  it('is a sentence for those who do not see the picture', () => {
    const steps = trend.periods.map((name) => ({ name }))
    expect(trendSentence('Egendomsbrott', steps, trend.lines, texts)).toBe(
      'Egendomsbrott. Hamnen: 10 i 2025-Q2 och 23 i 2026-Q2. hela staden: 18 i 2025-Q2 och 21 i 2026-Q2. Perioder med färre än 5: 1. Perioder som inte visas: 2.',
    )
  })
})
