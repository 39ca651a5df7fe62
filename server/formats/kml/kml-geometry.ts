import type { Geometry, Position } from 'geojson'

/** Elements of KML that are geometries here, or parts of one. */
const SHAPES = [
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'gx:Track',
  'gx:MultiTrack',
] as const
const COLLECTIONS: readonly string[] = ['MultiGeometry', 'gx:MultiTrack']
type Shape = (typeof SHAPES)[number]

interface OpenShape {
  readonly shape: Shape
  coordinates: readonly Position[] | null
  /** Points of a track, which come one by one. */
  readonly track: Position[]
  readonly inner: Geometry[]
}

/** Puts the geometry of a placemark together as its elements are read. */
export interface KmlGeometry {
  open(element: string): void
  /** @param text of the element, which only that of `coordinates` matters of */
  close(element: string, text: string): void
  /** The geometry, one point or line even where it stood in a `MultiGeometry` alone; null where none can be read. */
  result(): Geometry | null
}

export function createKmlGeometry(): KmlGeometry {
  const stack: OpenShape[] = []
  const found: Geometry[] = []
  return {
    open(element) {
      if (isShape(element)) stack.push({ shape: element, coordinates: null, track: [], inner: [] })
    },
    close(element, text) {
      const top = stack.at(-1)
      if (top === undefined) return
      if (element === 'coordinates') top.coordinates = readPositions(text)
      // A track has a point an element, its parts parted by blanks.
      else if (element === 'gx:coord')
        top.track.push(...(readPositions(text.trim().replaceAll(/\s+/g, ',')) ?? []))
      if (element !== top.shape) return
      stack.pop()
      const geometry = geometryOf(top)
      if (geometry !== null) (stack.at(-1)?.inner ?? found).push(geometry)
    },
    result: () => together(found),
  }
}

function isShape(element: string): element is Shape {
  return (SHAPES as readonly string[]).includes(element)
}

function geometryOf({ shape, coordinates: given, track, inner }: OpenShape): Geometry | null {
  const coordinates = track.length > 0 ? track : given
  if (COLLECTIONS.includes(shape)) return together(inner)
  if (shape === 'Polygon') {
    const rings = inner.flatMap((ring) => (ring.type === 'LineString' ? [ring.coordinates] : []))
    return rings.length === 0 ? null : { type: 'Polygon', coordinates: rings }
  }
  if (coordinates === null || coordinates.length === 0) return null
  if (shape !== 'Point') return { type: 'LineString', coordinates: [...coordinates] }
  return coordinates.length === 1 ? { type: 'Point', coordinates: coordinates[0]! } : null
}

/** Several geometries of one kind as one of many, of several kinds as a collection. */
function together(geometries: readonly Geometry[]): Geometry | null {
  if (geometries.length < 2) return geometries[0] ?? null
  const points = geometries.flatMap((one) => (one.type === 'Point' ? [one.coordinates] : []))
  if (points.length === geometries.length) return { type: 'MultiPoint', coordinates: points }
  const lines = geometries.flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : []))
  if (lines.length === geometries.length) return { type: 'MultiLineString', coordinates: lines }
  const polygons = geometries.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : []))
  if (polygons.length === geometries.length) return { type: 'MultiPolygon', coordinates: polygons }
  return { type: 'GeometryCollection', geometries: [...geometries] }
}

/** Longitude and latitude of `lon,lat[,height]` parted by blanks; null where one of them is none. */
function readPositions(text: string): readonly Position[] | null {
  const tuples = text
    .replaceAll(/\s*,\s*/g, ',')
    .trim()
    .split(/\s+/)
  const positions = tuples.map((tuple) =>
    tuple.split(',', 2).map((part) => (part === '' ? NaN : Number(part))),
  )
  return positions.every((position) => position.length === 2 && position.every(Number.isFinite))
    ? positions
    : null
}
