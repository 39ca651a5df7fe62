import type { Source } from '../../server/sources/contract.ts'
import { addDays, type IsoDate } from '../i18n/dates.ts'

/**
 * The first day after the data: the latest end of coverage of any source. A source with an open end ends with the
 * last day that has an incident.
 *
 * @param incidentsThrough that day; null when there is none
 */
export function coveredTo(
  sources: readonly Pick<Source, 'coversTo'>[],
  incidentsThrough: IsoDate | null,
): IsoDate | null {
  const lastDays = sources.flatMap(({ coversTo }) => coversTo?.slice(0, 10) ?? incidentsThrough ?? [])
  const last = lastDays.sort().at(-1)
  return last === undefined ? null : addDays(last, 1)
}
