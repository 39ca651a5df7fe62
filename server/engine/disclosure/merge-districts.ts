import type { PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import { type Neighbourhood, neighbourhood } from './shared-border.ts'

/** Areas of fewer residents are not released on their own. */
const MIN_RESIDENTS = 2000

/** A district as it takes part in merging. */
export interface MergeableDistrict {
  readonly id: number
  /** Null when unknown; it is then merged as if it were 0. */
  readonly residents: number | null
  readonly polygon: PlanarPolygon
}

/** Ids of the districts that make one area, ascending. */
export type MergedIds = readonly number[]

/**
 * Joins every district of fewer than 2,000 residents to the neighbour that it shares the longest border with, the
 * smallest first, until every area has 2,000. What shares no border goes to the nearest. The same districts always
 * give the same areas: ties go to the lower id.
 *
 * @param minResidents another minimum, for areas other than districts
 * @returns none when all districts together have fewer residents than one area needs
 */
export function mergeDistricts(
  districts: readonly MergeableDistrict[],
  minResidents = MIN_RESIDENTS,
): readonly MergedIds[] {
  const areas = districts.map((district) => [district]).sort((a, b) => a[0]!.id - b[0]!.id)
  if (residentsOf(areas.flat()) < minResidents) return []
  const measured = new Map<string, Neighbourhood>()
  const between = (a: MergeableDistrict, b: MergeableDistrict) => {
    const key = `${a.id}|${b.id}`
    const known = measured.get(key) ?? neighbourhood(a.polygon, b.polygon)
    measured.set(key, known)
    return known
  }
  for (let small = smallest(areas, minResidents); small !== null; small = smallest(areas, minResidents)) {
    areas.splice(areas.indexOf(small), 1)
    bestNeighbour(small, areas, between).push(...small)
  }
  return areas.map((area) => area.map(({ id }) => id).sort((a, b) => a - b))
}

type Between = (a: MergeableDistrict, b: MergeableDistrict) => Neighbourhood

function residentsOf(area: readonly MergeableDistrict[]): number {
  return area.reduce((sum, { residents }) => sum + (residents ?? 0), 0)
}

function smallest(areas: MergeableDistrict[][], minResidents: number): MergeableDistrict[] | null {
  const small = areas.filter((area) => residentsOf(area) < minResidents)
  return small.length === 0 ? null : small.reduce((a, b) => (residentsOf(b) < residentsOf(a) ? b : a))
}

function bestNeighbour(
  small: readonly MergeableDistrict[],
  others: MergeableDistrict[][],
  between: Between,
): MergeableDistrict[] {
  const measured = others.map((other) => {
    const pairs = small.flatMap((a) => other.map((b) => between(a, b)))
    return {
      other,
      border: pairs.reduce((sum, { borderMetres }) => sum + borderMetres, 0),
      distance: Math.min(...pairs.map(({ distanceMetres }) => distanceMetres)),
    }
  })
  return measured.reduce((best, next) =>
    next.border > best.border || (next.border === best.border && next.distance < best.distance) ? next : best,
  ).other
}
