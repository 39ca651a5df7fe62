import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../web/i18n/dates.ts'
import {
  CELL_CHOICES,
  COMPARISONS,
  EXPOSURES,
  type Filters,
  type Period,
  PERIOD_PRESETS,
} from '../../web/hotspots/filters/filters.ts'
import { TOGGLED_LAYERS } from '../../web/layers/layer-choice.ts'
import { HOT_CLASSES } from '../../web/hotspots/hot-classes.ts'
import { readView, type View, writeView } from '../../web/workspace/permalink.ts'
import { PANELS } from '../../web/workspace/shell.ts'
import { LANGUAGES } from '../../web/i18n/language.ts'

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.constantFrom(...PERIOD_PRESETS).map((preset) => ({ preset })),
  fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 900 })).map(([start, days]) => ({
    preset: null,
    from: addDays('2018-01-01', start),
    to: addDays('2018-01-01', start + days),
  })),
)

const filters: fc.Arbitrary<Filters> = fc.record({
  group: fc.constantFrom('people', 'property', 'order', 'environment'),
  categories: fc.subarray(['theft', 'burglary', 'arson_fire']),
  period,
  hours: fc.option(fc.constantFrom({ start: 6, end: 18 }, { start: 23, end: 6 }, { start: 0, end: 24 })),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  cell: fc.constantFrom(...CELL_CHOICES),
  exposure: fc.constantFrom(...EXPOSURES),
  compare: fc.constantFrom(null, ...COMPARISONS),
})

const view: fc.Arbitrary<View> = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  panel: fc.constantFrom(...PANELS),
  filters,
  layers: fc.subarray([...TOGGLED_LAYERS]),
  classes: fc.subarray([...HOT_CLASSES]),
  camera: fc.option(
    fc.record({
      zoom: fc.integer({ min: 0, max: 2400 }).map((n) => n / 100),
      latitude: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((n) => n / 1e5),
      longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
    }),
  ),
  selected: fc.option(
    fc.record({ i: fc.integer({ min: -9999, max: 9999 }), j: fc.integer({ min: -9999, max: 9999 }) }),
  ),
})

describe('the address of a view', () => {
  it('round-trips every view', () => {
    fc.assert(
      fc.property(view, (original) => {
        const { camera, ...rest } = readView(writeView(original))
        const { camera: wanted, ...others } = original
        expect(rest).toEqual(others)
        expect(camera === null).toBe(wanted === null)
        expect(camera?.zoom ?? 0).toBeCloseTo(wanted?.zoom ?? 0, 6)
        expect(camera?.latitude ?? 0).toBeCloseTo(wanted?.latitude ?? 0, 6)
        expect(camera?.longitude ?? 0).toBeCloseTo(wanted?.longitude ?? 0, 6)
      }),
    )
  })

  it('is empty for the default view', () => {
    expect(writeView(readView(''))).toBe('')
  })

  it('accepts any text and falls back to defaults', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const read = readView(search)
        expect(readView(writeView(read))).toEqual(read)
      }),
    )
    expect(readView('cell=73&period=never&hours=25-99&from=2026-02-30&to=2026-03-01&at=1,2')).toEqual(
      readView(''),
    )
  })

  it('follows the browser’s language only where the address has none', () => {
    expect(readView('', 'en').language).toBe('en')
    expect(readView('lang=sv', 'en').language).toBe('sv')
  })
})
