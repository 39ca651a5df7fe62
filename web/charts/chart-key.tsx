import type { ChartSeries } from './chart-series.ts'
import marks from './chart-marks.module.css'
import styles from './series-chart.module.css'

interface ChartKeyProps {
  readonly lines: readonly ChartSeries[]
  readonly signs: { readonly range?: string; readonly band?: string }
}

/** The signs of a chart by name, only those that it has. */
export function ChartKey({ lines, signs }: ChartKeyProps) {
  const hasRange = lines.some(({ points }) => points.some(({ kind }) => kind === 'range'))
  if (lines.length === 0 && signs.band === undefined) return null
  return (
    <ul class={styles.key} aria-hidden="true">
      {lines.map(({ name }, place) => (
        <li key={name}>
          <svg viewBox="0 0 26 10">
            <g class={marks.line} data-place={place}>
              <path d="M1 5L25 5" />
              <circle data-mark="value" cx="13" cy="5" r="3" />
            </g>
          </svg>
          {name}
        </li>
      ))}
      {hasRange && signs.range !== undefined && (
        <li>
          <svg viewBox="0 0 26 10">
            <g class={marks.line} data-place={0}>
              <g data-mark="range">
                <circle cx="13" cy="5" r="3.5" />
              </g>
            </g>
          </svg>
          {signs.range}
        </li>
      )}
      {signs.band !== undefined && (
        <li>
          <svg viewBox="0 0 26 10">
            <rect class={marks.band} width="26" height="10" />
          </svg>
          {signs.band}
        </li>
      )}
    </ul>
  )
}
