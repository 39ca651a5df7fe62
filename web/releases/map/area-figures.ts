import type { ReleaseFigures } from '../../../server/releases/publication/contract.ts'
import type { ShownCount } from '../area-series.ts'
import { rateOf, type ShownRate } from '../area-rate.ts'
import type { MapChoice, MapSeries } from './map-choice.ts'

/** What a release says of one area in one series. */
export interface AreaFigure {
  readonly key: string
  readonly name: string
  readonly residents: number | null
  readonly count: ShownCount
  readonly rate: ShownRate
}

type Release = Pick<ReleaseFigures, 'period' | 'areas' | 'areaFigures'>

/** One series of a release, area by area in alphabetical order; what it says nothing of cannot be compared. */
export function areaFigures(
  release: Pick<Release, 'areas' | 'areaFigures'>,
  { register, group }: MapSeries,
): readonly AreaFigure[] {
  const counts = new Map(
    release.areaFigures
      .filter((figure) => figure.register === register && figure.group === group)
      .map(({ area, count }) => [area, count]),
  )
  return release.areas
    .map(({ key, name, residents }): AreaFigure => {
      const count = counts.get(key) ?? 'not-covered'
      return { key, name, residents, count, rate: rateOf(count, residents) }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** The figures of the areas that a map shows; none until their release has come. */
export function figuresOfChoice(
  releases: readonly Release[],
  { series, period }: Pick<MapChoice, 'series' | 'period'>,
): readonly AreaFigure[] {
  const release = releases.find((one) => one.period === period)
  return release === undefined ? [] : areaFigures(release, series)
}
