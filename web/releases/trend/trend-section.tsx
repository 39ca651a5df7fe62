import type { ReleaseFigures } from '../../../server/releases/publication/contract.ts'
import { SeriesChart } from '../../charts/series-chart.tsx'
import type { AreaSeries } from '../area-series.ts'
import { kindTitle } from '../kind-text.ts'
import { useReleaseMessages } from '../messages.ts'
import { periodText } from '../period-text.ts'
import type { ReleaseArea } from '../release.ts'
import { type AreaTrend, areaTrend } from './area-trend.ts'
import { trendSentence } from './trend-sentence.ts'
import styles from './trend-section.module.css'
import prose from '../../ui/prose.module.css'
import sections from '../../ui/sections.module.css'

interface TrendSectionProps {
  readonly area: ReleaseArea
  readonly series: readonly AreaSeries[]
  readonly releases: readonly ReleaseFigures[]
}

/** An area over time: a small chart a register and group, with the whole city on the same scale. */
export function TrendSection({ area, series, releases }: TrendSectionProps) {
  const texts = useReleaseMessages()
  const { trend } = texts
  const trends = series.map((one) => areaTrend(one, area, releases, texts)).filter((one) => one !== null)
  if (trends.length === 0) return null
  const isRate = trends.some((one) => one.isRate)
  return (
    <section class={sections.section} aria-labelledby="trend-title">
      <h2 id="trend-title">{trend.title}</h2>
      <p class={prose.hint}>{isRate ? trend.ratesLead : trend.countsLead}</p>
      <div class={styles.charts}>
        {trends.map((one) => (
          <TrendChart key={`${one.series.register}-${one.series.group}`} trend={one} />
        ))}
      </div>
      <p class={prose.caveat}>{trend.caveat}</p>
    </section>
  )
}

function TrendChart({ trend: { series, periods, isRate, lines } }: { readonly trend: AreaTrend }) {
  const texts = useReleaseMessages()
  const { trend, formats, language } = texts
  const steps = periods.map((period) => ({ name: periodText(period, language), short: shortName(period) }))
  const title = kindTitle(series, texts)
  const unit = isRate ? trend.perResidents : trend.count
  return (
    <div>
      <h3 class={styles.title}>{title}</h3>
      <SeriesChart
        title={`${title}, ${unit}`}
        sentence={trendSentence(`${title}, ${unit}`, steps, lines, texts)}
        unit={unit}
        steps={steps}
        lines={lines}
        signs={{ range: texts.periods.few }}
        format={(value) => formats.decimal(value, 1)}
        messages={{ asTable: trend.asTable, step: trend.period }}
      />
    </div>
  )

  function shortName(period: string): string {
    const [year = '', quarter] = period.split('-Q')
    return quarter === undefined ? year : texts.periods.shortQuarter(quarter, year.slice(2))
  }
}
