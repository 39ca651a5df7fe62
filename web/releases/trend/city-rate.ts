import type { ReleaseFigures } from '../../../server/releases/publication/contract.ts'
import { areaFigures } from '../map/area-figures.ts'
import type { MapSeries } from '../map/map-choice.ts'
import { roundedRate } from '../area-rate.ts'

/** Of 0–4, which is all that is known of fewer than five. */
const FEW_MIDDLE = 2
/** Residents that the areas with a figure have to hold, and how much of the sum may be such middles: else no rate. */
const MIN_COVERED = 0.9
const MAX_UNKNOWN = 0.1
const PER = 1000

/**
 * Reports per 1,000 residents of all areas together, from one release's rounded counts: a sum of what is published,
 * which tells nothing new. Fewer than five count as two.
 *
 * @returns null where areas without a figure hold too many residents, or where too much of the sum is hidden
 */
export function cityRate(
  release: Pick<ReleaseFigures, 'areas' | 'areaFigures'>,
  series: MapSeries,
): number | null {
  let [sum, residentsCounted, residentsOfAll, unknown] = [0, 0, 0, 0]
  for (const { count, residents } of areaFigures(release, series)) {
    residentsOfAll += residents ?? 0
    if (residents === null || (typeof count !== 'number' && count !== 'few')) continue
    residentsCounted += residents
    sum += count === 'few' ? FEW_MIDDLE : count
    unknown += count === 'few' ? FEW_MIDDLE : 0
  }
  if (residentsCounted === 0 || residentsCounted < MIN_COVERED * residentsOfAll) return null
  if (unknown > MAX_UNKNOWN * sum) return null
  return roundedRate((sum * PER) / residentsCounted)
}
