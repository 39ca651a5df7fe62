import { kindTitle } from '../kind-text.ts'
import { periodText } from '../period-text.ts'
import type { MapChoice } from './map-choice.ts'
import type { ReleaseTexts } from '../messages.ts'

/** The title of a colouring of the map: kind, receiver and period. */
export function choiceText(
  { series, period }: Pick<MapChoice, 'series' | 'period'>,
  texts: ReleaseTexts,
): string {
  return `${kindTitle(series, texts)}, ${periodText(period, texts.language)}`
}
