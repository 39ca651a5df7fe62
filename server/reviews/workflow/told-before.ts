import type { MultiPolygon, Polygon } from 'geojson'
import { bufferRegion } from '../../engine/geometry/planar/buffer-region.ts'
import { type PlanarPolygon, planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import {
  difference,
  intersection,
  type Region,
  regionArea,
} from '../../engine/geometry/planar/scanline-area.ts'
import { grown } from '../../engine/geometry/planar/zone-locator.ts'
import type { HandlingContext } from '../handlings/handling-document.ts'
import type { CheckQuery, FileableEvidence } from '../../checks/index.ts'
import type { ReviewFigure } from '../../releases/index.ts'

/** Borders that touch share less than this. */
const LEAST_COMMON_M2 = 1
const MINUTE_MS = 60_000

/** A zone that a figure counts: a footprint or a ring of it. */
interface Zone {
  readonly polygon: PlanarPolygon
  readonly fromMetres: number
  readonly toMetres: number
}

/**
 * The zones of which other handlings have told already: ground in common, and time in common.
 *
 * Told twice with slightly other borders, a place gives away the difference: a count of 15 and one of 20 round it say
 * that at least one lies between. So each place and time is told of once, and the later handling names the earlier.
 */
export function toldBefore(
  { from, to }: Pick<CheckQuery, 'from' | 'to'>,
  zones: FileableEvidence['zones'],
  {
    footprint,
    figures,
  }: { readonly footprint: Polygon | MultiPolygon; readonly figures: readonly ReviewFigure[] },
): HandlingContext['toldBefore'] {
  const [fromMinute, toMinute] = [Date.parse(from) / MINUTE_MS, Date.parse(to) / MINUTE_MS]
  const earlier = zonesOf(
    figures.filter(
      (figure) =>
        figure.count !== 'withheld' &&
        figure.count !== 'not-covered' &&
        figure.fromMinute < toMinute &&
        fromMinute < figure.toMinute,
    ),
  )
  const polygon = planarPolygon(footprint)
  return zones.flatMap(({ zone, fromMetres, toMetres }) => {
    const first = earlier.find((told) => haveGroundInCommon({ polygon, fromMetres, toMetres }, told))
    return first === undefined ? [] : [{ zone, reviewId: first.reviewId }]
  })
}

/** The zones of figures, each once, in their order. */
function zonesOf(figures: readonly ReviewFigure[]): readonly (Zone & { readonly reviewId: number })[] {
  const byZone = new Map(
    figures.map((figure) => [`${figure.reviewId} ${figure.fromMetres} ${figure.toMetres}`, figure]),
  )
  return [...byZone.values()].map(({ reviewId, footprint, fromMetres, toMetres }) => {
    return { reviewId, polygon: planarPolygon(footprint), fromMetres, toMetres }
  })
}

function haveGroundInCommon(a: Zone, b: Zone): boolean {
  const [boxA, boxB] = [grown(a.polygon.box, a.toMetres * 100), grown(b.polygon.box, b.toMetres * 100)]
  if (boxA.minX > boxB.maxX || boxB.minX > boxA.maxX || boxA.minY > boxB.maxY || boxB.minY > boxA.maxY)
    return false
  return regionArea(intersection(regionOf(a), regionOf(b))) >= LEAST_COMMON_M2
}

function regionOf({ polygon, fromMetres, toMetres }: Zone): Region {
  const outer = bufferRegion(polygon, toMetres)
  return toMetres === 0 ? outer : difference(outer, bufferRegion(polygon, fromMetres))
}
