import type { Evaluation } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'
import styles from './situation-page.module.css'

type Figures = NonNullable<Evaluation['figures']>

const WIDTH = 640
const HEIGHT = 120

interface SeriesChartProps {
  readonly series: Figures['series']
  /** First and last day of each period that is compared. */
  readonly compared: readonly { readonly from: string; readonly to: string }[]
  /** Where nine of ten comparable places would lie, one a step; empty for none. */
  readonly band: readonly { readonly low: number; readonly high: number }[]
}

/** The counts of the place as bars, those that are compared darker, and the same as a table. */
export function SeriesChart({ series, compared, band }: SeriesChartProps) {
  const { measures: messages, formats } = useMeasureMessages()
  if (series.length === 0) return null
  const max = Math.max(1, ...series.map(({ site }) => site), ...band.map(({ high }) => high))
  const step = WIDTH / series.length
  const isCompared = ({ from }: Figures['series'][number]) =>
    compared.some((period) => from >= period.from && from <= period.to)
  return (
    <figure class={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} role="img" aria-label={messages.chart}>
        {band.map(({ low, high }, k) => (
          <rect
            key={series[k]?.from}
            class={styles.band}
            x={k * step}
            y={HEIGHT - (high / max) * HEIGHT}
            width={step}
            height={((high - low) / max) * HEIGHT}
          />
        ))}
        {series.map((bar, k) => (
          <rect
            key={bar.from}
            x={k * step + 1}
            y={HEIGHT - (bar.site / max) * HEIGHT}
            width={step - 2}
            height={(bar.site / max) * HEIGHT}
            data-compared={isCompared(bar)}
          />
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      </svg>
      <figcaption>
        <span>{formats.month(series[0]!.from)}</span>
        <span>{formats.month(series.at(-1)!.from)}</span>
      </figcaption>
      {band.length > 0 && <p class={prose.hint}>{messages.bandNote}</p>}
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
    </figure>
  )
}
