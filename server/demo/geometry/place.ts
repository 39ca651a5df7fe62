import type { MultiPolygon, Point, Polygon, Position, LineString } from 'geojson'
import type { Shape } from './ring.ts'
import { signedArea } from './ring.ts'
import type { Line, Ring, Vec } from './vector.ts'

/** Turns the town's own metres into geometry of the city's CRS, every coordinate on the 1 cm grid. */
export interface Placement {
  position(p: Vec): Position
  point(p: Vec): Point
  line(points: Line): LineString
  polygon(shape: Shape): Polygon
  multiPolygon(shapes: readonly Shape[]): MultiPolygon
}

/** @param origin easting and northing of the town's zero point, metres */
export function createPlacement(origin: Vec): Placement {
  const centimetre = (metres: number) => Math.round(metres * 100) / 100
  const position = ([x, y]: Vec): Position => [centimetre(x + origin[0]), centimetre(y + origin[1])]
  const closed = (ring: Ring, counterClockwise: boolean): Position[] => {
    const turned = signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse()
    const positions = withoutRepeats(turned.map(position))
    return [...positions, positions[0]!]
  }
  const rings = ({ outer, holes }: Shape) => [
    closed(outer, true),
    ...holes.map((hole) => closed(hole, false)),
  ]
  return {
    position,
    point: (p) => ({ type: 'Point', coordinates: position(p) }),
    line: (points) => ({ type: 'LineString', coordinates: withoutRepeats(points.map(position)) }),
    polygon: (shape) => ({ type: 'Polygon', coordinates: rings(shape) }),
    multiPolygon: (shapes) => ({ type: 'MultiPolygon', coordinates: shapes.map(rings) }),
  }
}

const withoutRepeats = (positions: readonly Position[]): Position[] =>
  positions.filter((p, k) => k === 0 || p[0] !== positions[k - 1]![0] || p[1] !== positions[k - 1]![1])
