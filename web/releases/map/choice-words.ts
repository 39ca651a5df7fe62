import { kindTitle } from '../kind-words.ts'
import { periodWords } from '../period-words.ts'
import type { MapChoice } from './map-choice.ts'
import type { ReleaseTexts } from '../messages.ts'

/** What a colouring of the map tells: of what, to whom, when. */
export function choiceWords(
  { series, period }: Pick<MapChoice, 'series' | 'period'>,
  texts: ReleaseTexts,
): string {
  return `${kindTitle(series, texts)}, ${periodWords(period, texts.language)}`
}
