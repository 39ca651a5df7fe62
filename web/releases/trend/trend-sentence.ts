import type { ChartSeries } from '../../charts/chart-series.ts'
import type { ReleaseTexts } from '../messages.ts'

/** A trend in words, for those who do not see the picture: first and last value of each line, and what is hidden. */
export function trendSentence(
  title: string,
  steps: readonly { readonly name: string }[],
  lines: readonly ChartSeries[],
  { trend, formats }: Pick<ReleaseTexts, 'trend' | 'formats'>,
): string {
  const parts = lines.map(({ name, points }) => {
    const known = points.flatMap((point, step) =>
      point.kind === 'value' ? [{ when: steps[step]!.name, text: point.text }] : [],
    )
    const [first, last] = [known[0], known.at(-1)]
    if (first === undefined || last === undefined) return trend.noValues(name)
    return first === last
      ? trend.oneValue(name, last.text, last.when)
      : trend.fromTo(name, first.text, first.when, last.text, last.when)
  })
  const [main] = lines
  const few = main?.points.filter(({ kind }) => kind === 'range').length ?? 0
  const gaps = main?.points.filter(({ kind }) => kind === 'gap').length ?? 0
  return [
    `${title}.`,
    ...parts,
    ...(few > 0 ? [trend.fewPeriods(formats.count(few))] : []),
    ...(gaps > 0 ? [trend.gapPeriods(formats.count(gaps))] : []),
  ].join(' ')
}
