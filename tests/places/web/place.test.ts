import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../web/i18n/texts.ts'
import { countInSentence, countText } from '../../../web/places/count-text.ts'
import { lastDayOf, linesOf, newestSeries } from '../../../web/places/four-weeks.ts'
import { placeMessages } from '../../../web/places/messages.ts'
import type { PlaceSeries } from '../../../web/places/place-calls.ts'

const figure = (
  zone: 'place' | 'ring',
  group: PlaceSeries['figures'][number]['group'],
  from: string,
  count: PlaceSeries['figures'][number]['count'],
) => ({ zone, register: 'police' as const, group, from, count })

const series = (figures: PlaceSeries['figures']): PlaceSeries => ({
  series: 's',
  name: 'Torget',
  geometry: { type: 'Polygon', coordinates: [] },
  ringMetres: 100,
  figures,
  profile: [],
})

describe('a place, four weeks at a time', () => {
  it('has a line for each register and group, newest first, place and ring together', () => {
    const lines = linesOf(
      series([
        figure('place', 'order', '2026-09-28', 'few'),
        figure('ring', 'order', '2026-09-28', 10),
        figure('place', 'people', '2026-08-31', 5),
        figure('place', 'order', '2026-08-31', 15),
      ]),
    )
    expect(lines.map(({ group }) => group)).toEqual(['people', 'order'])
    expect(lines[1]?.periods).toEqual([
      { from: '2026-09-28', place: 'few', ring: 10 },
      { from: '2026-08-31', place: 15, ring: null },
    ])
  })

  it('ends on a Sunday', () => {
    expect(lastDayOf('2026-09-28')).toBe('2026-10-25')
  })

  it('is shown by its newest outline only', () => {
    const old = series([figure('place', 'order', '2025-01-06', 5)])
    const now = series([figure('place', 'order', '2026-09-28', 'few')])
    expect(newestSeries([now, old])).toBe(now)
    expect(newestSeries([])).toBeNull()
  })

  it('states that numbers are rounded, and hidden ones hidden', () => {
    const sv = placeMessages.inLanguageOf(createTexts('sv'))
    expect(countInSentence(15, sv)).toBe('omkring 15')
    expect(countInSentence('few', sv)).toBe('färre än 5')
    expect(countText('not-covered', sv)).toBe('kan inte jämföras')
    expect(countText('withheld', sv)).toBe('visas inte')
    expect(countText(null, sv)).toBe('–')
  })
})
