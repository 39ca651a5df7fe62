import type { Feature, FeatureCollection, Point } from 'geojson'
import type { Pattern } from '../../map/patterns.ts'
import type { ShownRate } from '../area-rate.ts'
import type { AreaFigure } from './area-figures.ts'
import { type Breaks, breaksOf, stepOf } from './breaks.ts'
import type { MapUnit } from './map-choice.ts'
import { FEW_RADIUS_PX, radiusOf } from './symbol-size.ts'

/** The patterns of areas without a number: the staff map's, so that both maps mean the same by them. */
const PATTERN_OF = {
  few: 'few',
  'not-covered': 'uncovered',
  withheld: 'refused',
  'no-residents': 'refused',
} as const satisfies Readonly<Record<Exclude<ShownRate, number>, Pattern>>
export type AreaPattern = (typeof PATTERN_OF)[keyof typeof PATTERN_OF]

/** How the areas of one map are painted. */
export interface AreaPaint {
  /** Steps of the hue, by area; counts are never shaded. */
  readonly steps: ReadonlyMap<string, number>
  readonly breaks: Breaks
  readonly patterns: ReadonlyMap<string, AreaPattern>
  /** Radius of a count's circle and of the ring for fewer than five, by area, pixels. */
  readonly circles: ReadonlyMap<string, { readonly radius: number; readonly isFew: boolean }>
  /** The greatest count; 0 where there is none. */
  readonly greatest: number
}

/** The paint of areas: rates as steps of a hue, counts as circles, and what has no number as a pattern. */
export function paintOf(figures: readonly AreaFigure[], unit: MapUnit): AreaPaint {
  const rates = figures.flatMap(({ rate }) => (typeof rate === 'number' ? [rate] : []))
  const counts = figures.flatMap(({ count }) => (typeof count === 'number' ? [count] : []))
  const breaks = breaksOf(rates)
  const greatest = Math.max(0, ...counts)
  const steps = new Map<string, number>()
  const patterns = new Map<string, AreaPattern>()
  const circles = new Map<string, { radius: number; isFew: boolean }>()
  for (const { key, count, rate } of figures) {
    if (unit === 'rates') {
      if (typeof rate === 'number') steps.set(key, stepOf(rate, breaks))
      else patterns.set(key, PATTERN_OF[rate])
    } else if (unit === 'counts') {
      if (count === 'few') circles.set(key, { radius: FEW_RADIUS_PX, isFew: true })
      else if (typeof count !== 'number') patterns.set(key, PATTERN_OF[count])
      else circles.set(key, { radius: radiusOf(count, greatest), isFew: false })
    }
  }
  return { steps, breaks, patterns, circles, greatest }
}

/** What is drawn at an area's point: its name, why it has no number, and its circle. */
export interface AreaMark {
  readonly key: string
  readonly name: string
  /** A second line below the name; empty where the area has a number. */
  readonly state: string
  readonly radius: number
  readonly isFew: boolean
}

/** The points of the areas with what is drawn there. @param stateOf why an area has no number; empty where it has */
export function marksOf(
  points: FeatureCollection<Point, { readonly key: string; readonly name: string }>,
  { circles }: Pick<AreaPaint, 'circles'>,
  stateOf: (key: string) => string,
): FeatureCollection<Point, AreaMark> {
  return {
    type: 'FeatureCollection',
    features: points.features.map(({ geometry, properties: { key, name } }): Feature<Point, AreaMark> => {
      const { radius, isFew } = circles.get(key) ?? { radius: 0, isFew: false }
      return { type: 'Feature', geometry, properties: { key, name, state: stateOf(key), radius, isFew } }
    }),
  }
}
