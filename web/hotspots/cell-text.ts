import type { CellProperties } from '../app/api/responses.ts'
import type { ExposureChoice } from './filters/filters.ts'
import type { HotspotTexts } from './messages.ts'

type Described = Pick<CellProperties, 'class' | 'sum' | 'ratio' | 'low' | 'high'>

/** A cell in words: class, ratio with 95 % interval, and what is not included. Never "hot spot", never a cause. */
export function cellText(cell: Described, exposure: ExposureChoice, texts: HotspotTexts): string {
  const { cell: messages } = texts
  if (cell.sum === 0) return messages.zero
  if (cell.class === 'few') return messages.few
  const claim = `${messages.classes[cell.class]} ${messages.over[exposure]}`
  const interval = ratioText(cell, texts)
  return `${claim}${interval === '' ? '' : ` ${interval}`}. ${messages.exposureNote[exposure]}`
}

/** Ratio and interval in brackets; empty when there is no ratio. */
export function ratioText({ ratio, low, high }: Described, { cell, formats }: HotspotTexts): string {
  if (ratio === null || low === null || high === null) return ''
  return cell.ratioText(formats.ratio(ratio), formats.ratio(low), formats.ratio(high))
}
