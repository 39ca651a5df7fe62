import { SeriesChart } from '../charts/series-chart.tsx'
import type { Evaluation } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

type Figures = NonNullable<Evaluation['figures']>
type Term = Evaluation['after']

interface EvaluationChartProps {
  readonly series: Figures['series']
  readonly after: Term
  /** The periods that it is compared with. */
  readonly before: readonly Term[]
  /** Where nine of ten comparable places would lie, one a step; empty for none. */
  readonly band: readonly { readonly low: number; readonly high: number }[]
}

const WIDTH = 640

/** The counts of the place as bars, those that are compared darker, and the same as a table. */
export function EvaluationChart({ series, after, before, band }: EvaluationChartProps) {
  const { measures: messages, formats } = useMeasureMessages()
  if (series.length === 0) return null
  const compared = [after, ...before]
  const beforeStep = series.findIndex(({ from }) => from >= after.from)
  const isStrong = (step: number) =>
    compared.some(({ from, to }) => series[step]!.from >= from && series[step]!.from <= to)
  return (
    <SeriesChart
      title={messages.series}
      sentence={messages.chart}
      unit={messages.reports}
      width={WIDTH}
      steps={series.map(({ from }) => ({ name: formats.month(from), short: from.slice(0, 7) }))}
      bars={{
        name: messages.here,
        points: series.map(({ site }) => ({ kind: 'value', value: site, text: formats.count(site) })),
        isStrong,
      }}
      band={band}
      {...(band.length > 0 && { signs: { band: messages.band } })}
      {...(beforeStep > 0 && { event: { beforeStep, name: messages.afterwards } })}
      format={formats.count}
      messages={{ asTable: messages.asTable, step: messages.time }}
    >
      {band.length > 0 && <p class={prose.hint}>{messages.bandNote}</p>}
      <SeriesTable series={series} band={band} />
    </SeriesChart>
  )
}

function SeriesTable({ series, band }: Pick<EvaluationChartProps, 'series' | 'band'>) {
  const { measures: messages, formats } = useMeasureMessages()
  return (
    <details class={prose.fold}>
      <summary>{messages.asTable}</summary>
      <div class={tables.scroll} tabIndex={0} role="region" aria-label={messages.series}>
        <table class={tables.figures}>
          <thead>
            <tr>
              <th scope="col">{messages.time}</th>
              <th scope="col">{messages.here}</th>
              <th scope="col">{messages.around}</th>
              {band.length > 0 && <th scope="col">{messages.band}</th>}
            </tr>
          </thead>
          <tbody>
            {series.map(({ from, site, ring }, k) => (
              <tr key={from}>
                <th scope="row">{formats.month(from)}</th>
                <td>{formats.count(site)}</td>
                <td>{formats.count(ring)}</td>
                {band[k] !== undefined && (
                  <td>
                    {formats.decimal(band[k].low, 0)}–{formats.decimal(band[k].high, 0)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
