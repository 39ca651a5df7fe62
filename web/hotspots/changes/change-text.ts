import type { CellChange } from '../../app/api/responses.ts'
import type { HotspotTexts } from '../messages.ts'

/** A cell's change in words: both counts, and their ratio with its 95 % interval. Never a cause. */
export function changeText(change: CellChange, years: number, texts: HotspotTexts): string {
  const { change: messages, formats } = texts
  const counts = messages.counts(formats.count(change.now), formats.count(change.before), messages.ago(years))
  return `${messages.classes[change.class]}: ${counts} ${changeRatio(change, texts)}.`
}

/** Ratio and interval in brackets; without an upper bound where there was nothing before. */
export function changeRatio(
  { ratio, low, high }: Pick<CellChange, 'ratio' | 'low' | 'high'>,
  { change, formats }: HotspotTexts,
): string {
  if (ratio === null || high === null) return change.atLeast(formats.ratio(low))
  return change.ratio(formats.ratio(ratio), formats.ratio(low), formats.ratio(high))
}
