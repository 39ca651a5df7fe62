import { type PeopledArea, type PlaceRaster, rasterOfPlaces } from '../lattice/place-raster.ts'
import { type Box, edgesBetween, type PlanarPolygon, planarPolygon } from './planar/planar-polygon.ts'
import { difference, polygonRegion, type Region, union } from './planar/scanline-area.ts'
import type { Area } from '../snapshot/features.ts'

/** The city's ground as polygons: structured-cloneable. */
export interface Ground {
  readonly study: readonly PlanarPolygon[]
  readonly water: readonly PlanarPolygon[]
  /** Areas with residents: base areas when any has them, else districts. */
  readonly peopled: readonly PeopledArea[]
}

/** The ground that the areas of a snapshot describe. Without a study area `study` is empty. */
export function groundOf(areas: readonly Area[]): Ground {
  const ofKind = (kind: Area['properties']['kind']) => areas.filter((area) => area.properties.kind === kind)
  const peopled = (['base', 'district'] as const)
    .map((kind) => ofKind(kind).filter((area) => area.properties.residents !== null))
    .find((found) => found.length > 0)
  return {
    study: ofKind('study').map((area) => planarPolygon(area.planar)),
    water: ofKind('water').map((area) => planarPolygon(area.planar)),
    peopled: (peopled ?? []).map((area) => ({
      polygon: planarPolygon(area.planar),
      residents: area.properties.residents!,
    })),
  }
}

/** Box of the study area, null without one. Centimetres. */
export function boxOfGround(ground: Ground): Box | null {
  if (ground.study.length === 0) return null
  const boxes = ground.study.map((polygon) => polygon.box)
  return {
    minX: Math.min(...boxes.map((box) => box.minX)),
    minY: Math.min(...boxes.map((box) => box.minY)),
    maxX: Math.max(...boxes.map((box) => box.maxX)),
    maxY: Math.max(...boxes.map((box) => box.maxY)),
  }
}

/**
 * Land between two heights: study area minus water. Null without a study area, when all ground counts as land.
 *
 * @param minY and @param maxY centimetres
 */
export function landBetween(ground: Ground, minY: number, maxY: number): Region | null {
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

/** The raster that comparable places are drawn on; null without a study area. */
export function rasterOf(ground: Ground): PlaceRaster | null {
  const box = boxOfGround(ground)
  if (box === null) return null
  const land = landBetween(ground, box.minY, box.maxY)
  return land === null ? null : rasterOfPlaces(land, box, ground.peopled)
}
