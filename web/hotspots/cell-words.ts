import type { CellProperties } from '../app/api/answers.ts'
import type { ExposureChoice } from './filters/filters.ts'
import type { HotspotTexts } from './messages.ts'

type Described = Pick<CellProperties, 'class' | 'sum' | 'ratio' | 'low' | 'high'>

/**
 * A cell in words, as the city agreed to say it: what class, with ratio and 95 % interval, and what is not
 * included. Never "hot spot", never a cause.
 */
export function cellWords(cell: Described, exposure: ExposureChoice, texts: HotspotTexts): string {
  const { cell: words } = texts
  if (cell.sum === 0) return words.zero
  if (cell.class === 'few') return words.few
  const claim = `${words.classes[cell.class]} ${words.over[exposure]}`
  const interval = ratioWords(cell, texts)
  return `${claim}${interval === '' ? '' : ` ${interval}`}. ${words.exposureNote[exposure]}`
}

/** Ratio and interval in brackets; empty when there is no ratio. */
export function ratioWords({ ratio, low, high }: Described, { cell, formats }: HotspotTexts): string {
  if (ratio === null || low === null || high === null) return ''
  return cell.ratioWords(formats.ratio(ratio), formats.ratio(low), formats.ratio(high))
}
