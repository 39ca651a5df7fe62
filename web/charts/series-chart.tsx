import type { ComponentChildren } from 'preact'
import { axisTicks, namedSteps } from './axis-ticks.ts'
import { type ChartFrame, chartFrame } from './chart-frame.ts'
import { type ChartBand, type ChartSeries, greatestOf } from './chart-series.ts'
import { ChartKey } from './chart-key.tsx'
import { ChartTable } from './chart-table.tsx'
import { BandMark, BarMarks, LineMarks } from './chart-marks.tsx'
import styles from './series-chart.module.css'

export interface SeriesChartProps {
  /** What the picture says, as a sentence. */
  readonly sentence: string
  readonly title: string
  /** Names of the steps as in the table, and in few letters below the picture. */
  readonly steps: readonly { readonly name: string; readonly short: string }[]
  /** What the axis counts. */
  readonly unit: string
  /** At most three: the first is drawn strongest. */
  readonly lines?: readonly ChartSeries[]
  readonly bars?: ChartSeries & { readonly isStrong: (step: number) => boolean }
  readonly band?: readonly ChartBand[]
  /** Something that happened before a step: a line across. */
  readonly event?: { readonly beforeStep: number; readonly name: string }
  /** Names of the signs that need one. */
  readonly signs?: { readonly range?: string; readonly band?: string }
  readonly format: (value: number) => string
  /** Of the table below; replaced by `children`. */
  readonly messages: { readonly asTable: string; readonly step: string }
  readonly width?: number
  readonly children?: ComponentChildren
}

const HEIGHT = 150
const WIDTH = 320
/** Width that the name of a step takes. */
const NAME_WIDTH = 58

/** A chart of series over time, with a key, a sentence in place of the picture, and the same as a table. */
export function SeriesChart(props: SeriesChartProps) {
  const { sentence, title, steps, lines = [], bars, band = [], event, width = WIDTH, format } = props
  const all = bars === undefined ? lines : [bars, ...lines]
  const ticks = axisTicks(greatestOf(all, band))
  const frame = chartFrame({ width, height: HEIGHT, steps: steps.length, max: ticks.at(-1)! })
  return (
    <figure class={styles.chart}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={sentence}>
        <Axes frame={frame} ticks={ticks} steps={steps} unit={props.unit} format={format} />
        {band.length > 0 && <BandMark frame={frame} band={band} />}
        {bars !== undefined && <BarMarks frame={frame} series={bars} isStrong={bars.isStrong} />}
        {/* The first line lies on top of the others. */}
        {[...lines.entries()].reverse().map(([place, line]) => (
          <LineMarks key={line.name} frame={frame} series={line} place={place} />
        ))}
        {event !== undefined && <EventMark frame={frame} event={event} />}
      </svg>
      <ChartKey lines={lines} signs={props.signs ?? {}} />
      {props.children ?? <ChartTable title={title} steps={steps} series={all} messages={props.messages} />}
    </figure>
  )
}

interface AxesProps extends Pick<SeriesChartProps, 'steps' | 'unit' | 'format'> {
  readonly frame: ChartFrame
  readonly ticks: readonly number[]
}

function Axes({ frame, ticks, steps, unit, format }: AxesProps) {
  const { left, right, bottom, height, width } = frame
  const named = namedSteps(steps.length, Math.max(2, Math.floor((width - left) / NAME_WIDTH)))
  return (
    <g class={styles.axes}>
      <text x={0} y={10}>
        {unit}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={frame.y(tick)} y2={frame.y(tick)} data-ground={tick === 0} />
          <text x={left - 6} y={frame.y(tick) + 4} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {named.map((step) => (
        <g key={step}>
          <line x1={frame.x(step)} x2={frame.x(step)} y1={bottom} y2={bottom + 4} data-ground={true} />
          <text
            x={Math.min(frame.x(step), right)}
            y={height - 5}
            text-anchor={step === steps.length - 1 ? 'end' : 'middle'}
            dx={step === steps.length - 1 ? Math.min(14, right - frame.x(step)) : 0}
          >
            {steps[step]!.short}
          </text>
        </g>
      ))}
    </g>
  )
}

function EventMark({
  frame,
  event,
}: {
  readonly frame: ChartFrame
  readonly event: NonNullable<SeriesChartProps['event']>
}) {
  const x = frame.begin(event.beforeStep)
  const isLate = x > frame.width / 2
  return (
    <g class={styles.event}>
      <line x1={x} x2={x} y1={frame.top - 6} y2={frame.bottom} />
      <text x={isLate ? x - 4 : x + 4} y={frame.top - 8} text-anchor={isLate ? 'end' : 'start'}>
        {event.name}
      </text>
    </g>
  )
}
