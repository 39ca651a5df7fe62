/** What a chart shows at one step; text is what its table says. */
export type ChartPoint =
  | { readonly kind: 'value'; readonly value: number; readonly text: string }
  /** A number that is known to lie in a range alone, such as fewer than five: a hollow mark, no line to it. */
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly text: string }
  /** Nothing to draw, such as what is not shown: a gap. */
  | { readonly kind: 'gap'; readonly text: string }

/** One line, or one row of bars, over the steps of a chart. */
export interface ChartSeries {
  readonly name: string
  readonly points: readonly ChartPoint[]
}

/** Where values would be expected, one a step. */
export interface ChartBand {
  readonly low: number
  readonly high: number
}

/** Stretches of neighbouring steps that have a value: a line is not drawn over gaps. */
export function stretchesOf(
  points: readonly ChartPoint[],
): readonly (readonly { readonly step: number; readonly value: number }[])[] {
  const stretches: { step: number; value: number }[][] = []
  let open: { step: number; value: number }[] | null = null
  for (const [step, point] of points.entries()) {
    if (point.kind !== 'value') open = null
    else if (open === null) stretches.push((open = [{ step, value: point.value }]))
    else open.push({ step, value: point.value })
  }
  return stretches
}

/** The greatest number that a chart has to hold. */
export function greatestOf(series: readonly ChartSeries[], band: readonly ChartBand[] = []): number {
  const values = series.flatMap(({ points }) =>
    points.map((point) => (point.kind === 'value' ? point.value : point.kind === 'range' ? point.high : 0)),
  )
  return Math.max(0, ...values, ...band.map(({ high }) => high))
}
