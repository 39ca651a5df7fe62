import type { Source } from '../../server/contract/shapes.ts'
import type { IsoDate } from './dates.ts'

/** The first day that no source covers any longer; null when no source says how far it reaches. */
export function coveredTo(sources: readonly Pick<Source, 'coversTo'>[]): IsoDate | null {
  const ends = sources.flatMap(({ coversTo }) => (coversTo === null ? [] : [coversTo.slice(0, 10)]))
  return ends.sort().at(-1) ?? null
}
