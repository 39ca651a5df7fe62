import { covers, squaredDistance } from '../geometry/planar/distance-to-polygon.ts'
import { type PlanarPolygon, planarPolygon } from '../geometry/planar/planar-polygon.ts'
import type { Texts } from '../texts.ts'
import type { CityGround } from './city-ground.ts'
import { coordinateSystem } from './coordinate-systems.ts'
import { createConverter, extended } from './converter.ts'
import { PLACE_MESSAGES as MESSAGES, POINTS_OF_THE_COMPASS } from './place-messages.ts'

type Position = readonly [number, number]

/** How much of the city's width and height positions cover that lie all over it. */
const ALL_OVER = 0.5
/** Within this share of the city's width and height from its middle is the middle of the city. */
const MIDDLE = 0.2

/**
 * Says in words where positions lie: in which part of the city, in its waters, or how far from it and whereabouts.
 *
 * @param points longitudes and latitudes, at least one
 * @param city its ground is absent while it has no study area: then the degrees themselves are told
 */
export function placeInCity(
  points: readonly Position[],
  city: { readonly srid: number; readonly ground?: CityGround },
): Texts {
  const { ground } = city
  if (ground === undefined || ground.study.length === 0) return MESSAGES.degrees(middleOf(points))
  const { forward } = createConverter(extended(coordinateSystem(city.srid)))
  const planar = points.map(([lon, lat]) => inCentimetres(forward(lon, lat)))
  const [study, water] = [ground.study.map(planarPolygon), ground.water.map(planarPolygon)]
  const counts = {
    points: points.length,
    inside: planar.filter((point) => distanceTo(study, point) <= ground.toleranceMetres).length,
    wet: planar.filter(([x, y]) => water.some((one) => covers(one, x, y))).length,
  }
  if (counts.inside * 2 < counts.points) return outside(planar, study, counts)
  if (counts.wet * 2 >= counts.points) return MESSAGES.inWater(counts)
  return MESSAGES.inside(partOf(planar, boxOf(study.flatMap(cornersOf))), counts)
}

function outside(
  planar: readonly Position[],
  study: readonly PlanarPolygon[],
  counts: { readonly points: number; readonly inside: number },
): Texts {
  const [x, y] = middleOf(planar)
  const metres = distanceTo(study, [x, y])
  const { middle } = boxOf(study.flatMap(cornersOf))
  return MESSAGES.outside(metres, compassPoint(x - middle[0], y - middle[1]), counts)
}

/** Null for all over it, `middle`, or the point of the compass of a part. */
function partOf(planar: readonly Position[], city: Box): 'all' | 'middle' | number {
  const file = boxOf(planar)
  if (file.width >= city.width * ALL_OVER && file.height >= city.height * ALL_OVER) return 'all'
  const [x, y] = middleOf(planar)
  const [right, up] = [(x - city.middle[0]) / city.width, (y - city.middle[1]) / city.height]
  if (Math.abs(right) <= MIDDLE && Math.abs(up) <= MIDDLE) return 'middle'
  return compassPoint(right, up)
}

/** 0 north, 1 north-east, … 7 north-west. */
function compassPoint(right: number, up: number): number {
  const points = POINTS_OF_THE_COMPASS.length
  return (Math.round((Math.atan2(right, up) / (2 * Math.PI)) * points) + points) % points
}

interface Box {
  readonly middle: Position
  readonly width: number
  readonly height: number
}

function boxOf(points: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return { middle: [(west + east) / 2, (south + north) / 2], width: east - west, height: north - south }
}

function cornersOf({ box: { minX, minY, maxX, maxY } }: PlanarPolygon): readonly Position[] {
  return [
    [minX, minY],
    [maxX, maxY],
  ]
}

/** Metres to the nearest, 0 inside. */
function distanceTo(polygons: readonly PlanarPolygon[], [x, y]: Position): number {
  return Math.sqrt(Math.min(...polygons.map((polygon) => squaredDistance(polygon, x, y)))) / 100
}

/** The median of each coordinate: one stray position moves it little. */
function middleOf(points: readonly Position[]): Position {
  const median = (axis: 0 | 1) =>
    points.map((point) => point[axis]).toSorted((a, b) => a - b)[Math.floor(points.length / 2)]!
  return [median(0), median(1)]
}

function inCentimetres([x, y]: Position): Position {
  return [x * 100, y * 100]
}
