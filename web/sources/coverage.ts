import type { Source } from '../../server/sources/contract.ts'
import { addDays, type IsoDate } from '../i18n/dates.ts'

/** The first day that no source covers any longer; null when no source says how far it reaches. */
export function coveredTo(sources: readonly Pick<Source, 'coversTo'>[]): IsoDate | null {
  const lastDays = sources.flatMap(({ coversTo }) => (coversTo === null ? [] : [coversTo.slice(0, 10)]))
  const last = lastDays.sort().at(-1)
  return last === undefined ? null : addDays(last, 1)
}
