import { areaInSentence } from './area-in-sentence.ts'
import { type AreaSeries, isYear, type PeriodKey, periodsOf, type ShownCount } from './area-series.ts'
import { kindTitle } from './kind-text.ts'
import type { ReleaseArea } from './release.ts'
import { useReleaseMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

interface PeriodsTableProps {
  readonly area: ReleaseArea
  readonly series: readonly AreaSeries[]
}

/** Every released figure of an area: quarters and years separately, newest first, one row per series. */
export function PeriodsTable({ area, series }: PeriodsTableProps) {
  const texts = useReleaseMessages()
  const { periods: table } = texts
  const { quarters, years } = periodsOf(series)
  if (series.length === 0) return null
  return (
    <section class={sections.section} aria-labelledby="periods-title">
      <h2 id="periods-title">{table.title}</h2>
      <p class={prose.hint}>{table.caption(areaInSentence(area.name, texts))}</p>
      <PeriodRows title={table.quarters} periods={quarters} series={series} />
      <PeriodRows title={table.years} periods={years} series={series} />
      {years.length > 0 && quarters.length > 0 && <p class={prose.hint}>{table.yearsNote}</p>}
    </section>
  )
}

interface PeriodRowsProps {
  readonly title: string
  readonly periods: readonly PeriodKey[]
  readonly series: readonly AreaSeries[]
}

function PeriodRows({ title, periods, series }: PeriodRowsProps) {
  const texts = useReleaseMessages()
  const { periods: table } = texts
  const own = series.filter(({ figures }) => figures.some(({ period }) => periods.includes(period)))
  if (own.length === 0) return null
  return (
    <div class={tables.scroll} tabIndex={0} role="region" aria-label={title}>
      <table class={tables.periods}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.kind}</th>
            {periods.map((period) => (
              <th key={period} scope="col">
                <PeriodName period={period} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.map(({ register, group, figures }) => (
            <tr key={`${register}-${group}`}>
              <th scope="row">{kindTitle({ register, group }, texts)}</th>
              {periods.map((period) => (
                <td key={period}>
                  <Count count={figures.find((figure) => figure.period === period)?.count ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PeriodName({ period }: { readonly period: PeriodKey }) {
  const { periods: table } = useReleaseMessages()
  if (isYear(period)) return <>{period}</>
  const [year = '', quarter = ''] = period.split('-Q')
  return <>{table.quarter(quarter, year)}</>
}

function Count({ count }: { readonly count: ShownCount | null }) {
  const { periods: table, formats } = useReleaseMessages()
  if (count === null) return <>{table.absent}</>
  if (typeof count === 'number') return <>{formats.count(count)}</>
  if (count === 'not-covered') return <span class={sections.notCovered}>{table.notCovered}</span>
  return <span class={prose.quiet}>{count === 'few' ? table.few : table.withheld}</span>
}
