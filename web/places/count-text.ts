import type { PlaceCount } from './place-calls.ts'
import type { PlaceTexts } from './messages.ts'

/** A count for a table; hidden ones are stated as hidden. Null where nothing was released. */
export function countText(count: PlaceCount | null, { place, formats }: PlaceTexts): string {
  if (count === null) return place.absent
  if (typeof count === 'number') return formats.count(count)
  return { few: place.few, 'not-covered': place.notCovered, withheld: place.withheld }[count]
}

/** A count for a sentence; numbers are stated as rounded. */
export function countInSentence(count: PlaceCount | null, texts: PlaceTexts): string {
  return typeof count === 'number' ? texts.place.about(countText(count, texts)) : countText(count, texts)
}
