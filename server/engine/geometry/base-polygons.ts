import { edgesBetween, type PlanarPolygon, planarPolygon } from './planar/planar-polygon.ts'
import { difference, polygonRegion, type Region, union } from './planar/scanline-area.ts'
import type { Area } from '../snapshot/features.ts'

/** The sample space of the city as polygons; structured-cloneable. */
export interface BasePolygons {
  readonly study: readonly PlanarPolygon[]
  readonly water: readonly PlanarPolygon[]
}

/** The base polygons of a snapshot's areas. Without a study area `study` is empty. */
export function basePolygonsOf(areas: readonly Area[]): BasePolygons {
  const ofKind = (kind: Area['properties']['kind']) => areas.filter((area) => area.properties.kind === kind)
  return {
    study: ofKind('study').map((area) => planarPolygon(area.planar)),
    water: ofKind('water').map((area) => planarPolygon(area.planar)),
  }
}

/**
 * Land between two heights: study area minus water. Null without a study area, when everything counts as land.
 *
 * @param minY and @param maxY centimetres
 */
export function landBetween(ground: BasePolygons, minY: number, maxY: number): Region | null {
  const near = (polygons: readonly PlanarPolygon[]) =>
    polygons
      .filter((polygon) => polygon.box.maxY >= minY && polygon.box.minY <= maxY)
      .map((polygon) => polygonRegion(edgesBetween(polygon, minY, maxY)))
  if (ground.study.length === 0) return null
  const study = near(ground.study)
  const water = near(ground.water)
  if (study.length === 0) return { minY, maxY, breaks: [], spansAt: () => [] }
  return water.length === 0 ? union(study) : difference(union(study), union(water))
}
