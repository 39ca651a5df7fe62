import type { ReleaseFigures } from '../../../server/releases/publication/contract.ts'
import type { ChartPoint, ChartSeries } from '../../charts/chart-series.ts'
import { rateOf } from '../area-rate.ts'
import { type AreaSeries, isYear, type PeriodKey, type ShownCount } from '../area-series.ts'
import { countText } from '../count-text.ts'
import type { ReleaseTexts } from '../messages.ts'
import type { ReleaseArea } from '../release.ts'
import { cityRate } from './city-rate.ts'
import { periodRange } from './period-range.ts'

type Release = Pick<ReleaseFigures, 'period' | 'areas' | 'areaFigures'>

/** One series of an area over the released periods: per 1,000 residents with the city, or as counts alone. */
export interface AreaTrend {
  readonly series: AreaSeries
  /** Oldest first. */
  readonly periods: readonly PeriodKey[]
  readonly isRate: boolean
  readonly lines: readonly ChartSeries[]
}

/** All that is known of fewer than five. */
const MAX_FEW = 4

/**
 * The trend of a series: quarters where it has any, else years.
 *
 * @returns null with fewer than two periods, which make no trend
 */
export function areaTrend(
  series: AreaSeries,
  area: ReleaseArea,
  releases: readonly Release[],
  texts: ReleaseTexts,
): AreaTrend | null {
  const isQuarterly = series.figures.some(({ period }) => !isYear(period))
  const own = series.figures.filter(({ period }) => isYear(period) !== isQuarterly)
  const periods = periodRange(own.map(({ period }) => period))
  if (own.length < 2) return null
  const residentsIn = (period: PeriodKey) =>
    releases.find((one) => one.period === period)?.areas.find(({ key }) => key === area.key)?.residents ??
    null
  const isRate = own.every(
    ({ period, count }) =>
      rateOf(typeof count === 'number' ? count : 0, residentsIn(period)) !== 'no-residents',
  )
  const here: ChartSeries = {
    name: area.name,
    points: periods.map((period) => {
      const count = own.find((figure) => figure.period === period)?.count
      return pointOf(count, isRate ? residentsIn(period) : null, texts)
    }),
  }
  const city: ChartSeries = {
    name: texts.trend.wholeCity,
    points: periods.map((period): ChartPoint => {
      const release = releases.find((one) => one.period === period)
      const rate = release === undefined ? null : cityRate(release, series)
      return rate === null
        ? { kind: 'gap', text: texts.periods.absent }
        : { kind: 'value', value: rate, text: texts.formats.decimal(rate, 1) }
    }),
  }
  const hasCity = isRate && releases.some(({ areas }) => areas.length > 1)
  return { series, periods, isRate, lines: hasCity ? [here, city] : [here] }
}

/** @param residents null = the count itself is drawn */
function pointOf(
  count: ShownCount | undefined,
  residents: number | null,
  { periods, formats }: ReleaseTexts,
): ChartPoint {
  if (count === undefined) return { kind: 'gap', text: periods.absent }
  const text = countText(count, periods, formats)
  const per = residents === null ? 1 : 1000 / residents
  if (count === 'few') return { kind: 'range', low: 0, high: MAX_FEW * per, text }
  if (typeof count !== 'number') return { kind: 'gap', text }
  if (residents === null) return { kind: 'value', value: count, text }
  const rate = rateOf(count, residents)
  return typeof rate === 'number'
    ? { kind: 'value', value: rate, text: formats.decimal(rate, 1) }
    : { kind: 'gap', text: periods.absent }
}
