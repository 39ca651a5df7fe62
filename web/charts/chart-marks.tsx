import type { ChartFrame } from './chart-frame.ts'
import { type ChartBand, type ChartSeries, stretchesOf } from './chart-series.ts'
import styles from './chart-marks.module.css'

interface MarksProps {
  readonly frame: ChartFrame
  readonly series: ChartSeries
}

const DOT = 3

/** A line through neighbouring values, with a dot at each; hollow marks where a range alone is known. */
export function LineMarks({ frame, series, place }: MarksProps & { readonly place: number }) {
  return (
    <g class={styles.line} data-place={place}>
      {stretchesOf(series.points).map((stretch) => (
        <path
          key={stretch[0]!.step}
          d={`M${stretch.map(({ step, value }) => `${frame.x(step)} ${frame.y(value)}`).join('L')}`}
        />
      ))}
      {series.points.map((point, step) => {
        const x = frame.x(step)
        if (point.kind === 'value')
          return <circle key={step} data-mark="value" cx={x} cy={frame.y(point.value)} r={DOT} />
        if (point.kind === 'gap') return null
        return (
          <g key={step} data-mark="range">
            <line x1={x} x2={x} y1={frame.y(point.low)} y2={frame.y(point.high)} />
            <circle cx={x} cy={frame.y((point.low + point.high) / 2)} r={DOT + 0.5} />
          </g>
        )
      })}
    </g>
  )
}

/** Bars of whole steps; strong ones are what is compared. */
export function BarMarks({
  frame,
  series,
  isStrong,
}: MarksProps & { readonly isStrong: (step: number) => boolean }) {
  const width = Math.max(1, frame.begin(1) - frame.begin(0) - 2)
  return (
    <g class={styles.bars}>
      {series.points.map((point, step) =>
        point.kind === 'value' ? (
          <rect
            key={step}
            data-strong={isStrong(step)}
            x={frame.begin(step) + 1}
            y={frame.y(point.value)}
            width={width}
            height={frame.bottom - frame.y(point.value)}
          />
        ) : null,
      )}
    </g>
  )
}

/** Where values would be expected. */
export function BandMark({
  frame,
  band,
}: {
  readonly frame: ChartFrame
  readonly band: readonly ChartBand[]
}) {
  const upper = band.flatMap(({ high }, step) => [
    `${frame.begin(step)} ${frame.y(high)}`,
    `${frame.begin(step + 1)} ${frame.y(high)}`,
  ])
  const lower = band.flatMap(({ low }, step) => [
    `${frame.begin(step)} ${frame.y(low)}`,
    `${frame.begin(step + 1)} ${frame.y(low)}`,
  ])
  return <path class={styles.band} d={`M${[...upper, ...lower.reverse()].join('L')}Z`} />
}
