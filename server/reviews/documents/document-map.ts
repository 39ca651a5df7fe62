import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { clipToRectangle, type Rectangle } from '../../engine/geometry/clipping/clip-ring.ts'
import { ringsOf } from '../../engine/geometry/planar/planar-polygon.ts'
import type { ContextFeature, ContextKind } from '../../engine/snapshot/features.ts'

/** Margin around the site on its map, metres. */
const MARGIN_METRES = 320
const MIN_SIDE_METRES = 800
/** Limit of polygons and of ways each, so that the map stays readable. */
const MAX_PIECES = 600
const BASE_KINDS = ['park', 'square', 'building'] as const satisfies readonly ContextKind[]
const WAY_KINDS = ['street', 'path', 'rail'] as const satisfies readonly ContextKind[]

/** Positions in whole metres from the map's north-western corner: x, y, x, y, … to the east and the south. */
export type MapLine = readonly number[]

/** An outline with a name. */
export interface MapArea {
  readonly name: string
  readonly rings: readonly MapLine[]
}

/** A map as stored in a document: the background map when it was filed. */
export interface DocumentMap {
  readonly widthMetres: number
  readonly heightMetres: number
  readonly ground: readonly { readonly kind: string; readonly rings: readonly MapLine[] }[]
  readonly ways: readonly { readonly kind: string; readonly name: string | null; readonly line: MapLine }[]
  /** Names of parks, squares and places, where they stand. */
  readonly names: readonly { readonly name: string; readonly at: readonly [x: number, y: number] }[]
  readonly areas: readonly MapArea[]
  /** Absent from maps that were drawn before places could be public. */
  readonly places?: readonly MapArea[]
  readonly site: readonly MapLine[]
  /** Distances of the lines round the site; absent from maps that were filed before they were drawn. */
  readonly ringMetres?: readonly number[]
}

/** Input of a map; metres in the city's CRS. */
export interface MapBase {
  readonly footprint: Polygon | MultiPolygon
  readonly context: readonly Omit<ContextFeature, 'id'>[]
  readonly waters: readonly (Polygon | MultiPolygon)[]
  readonly areas: readonly NamedGround[]
  readonly places: readonly NamedGround[]
  /** Outer distances of the site's surroundings. */
  readonly ringMetres: readonly number[]
}

interface NamedGround {
  readonly name: string
  readonly planar: Polygon | MultiPolygon
}

/** The map of a site with its surroundings. Premises are left out, because addresses of shelters are secret. */
export function documentMap({ footprint, context, waters, areas, places, ringMetres }: MapBase): DocumentMap {
  const frame = frameOf(ringsOf(footprint).flat())
  const ringsIn = (planar: Polygon | MultiPolygon) =>
    ringsOf(planar).flatMap((ring) => {
      const clipped = clipToRectangle(
        ring.slice(0, -1).flatMap(([x, y]) => [x!, y!]),
        frame,
      )
      return clipped.length < 6 ? [] : [onMap(clipped, frame)]
    })
  const shape = (kind: string, planar: Polygon | MultiPolygon) => {
    const rings = ringsIn(planar)
    return rings.length === 0 ? [] : [{ kind, rings }]
  }
  const outlined = ({ name, planar }: NamedGround): MapArea[] => {
    const rings = ringsIn(planar)
    return rings.length === 0 ? [] : [{ name, rings }]
  }
  const ofKinds = (kinds: readonly ContextKind[]) => context.filter(({ kind }) => kinds.includes(kind))
  return {
    widthMetres: frame.maxX - frame.minX,
    heightMetres: frame.maxY - frame.minY,
    ground: [
      ...waters.flatMap((planar) => shape('water', planar)),
      ...ofKinds(BASE_KINDS).flatMap(({ kind, planar }) => (isArea(planar) ? shape(kind, planar) : [])),
    ].slice(0, MAX_PIECES),
    ways: ofKinds(WAY_KINDS)
      .flatMap(({ kind, name, planar }) =>
        linesOf(planar).flatMap((line) =>
          stretchesIn(line, frame).map((stretch) => ({ kind, name, line: onMap(stretch, frame) })),
        ),
      )
      .slice(0, MAX_PIECES),
    names: ofKinds(['place_name']).flatMap(({ name, planar }) => {
      const at = planar.type === 'Point' ? planar.coordinates : null
      return name === null || at === null || !isIn(at, frame) ? [] : [{ name, at: placed(at, frame) }]
    }),
    areas: areas.flatMap(outlined),
    places: places.flatMap(outlined),
    site: ringsIn(footprint),
    ringMetres,
  }
}

/** The frame of the map of a site, in the metres of its positions: the site with its margin. */
export function frameOf(positions: readonly Position[]): Rectangle {
  const along = (axis: 0 | 1) => {
    const values = positions.map((position) => position[axis]!)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const half = Math.max((high - low) / 2 + MARGIN_METRES, MIN_SIDE_METRES / 2)
    return [Math.floor((low + high) / 2 - half), Math.ceil((low + high) / 2 + half)] as const
  }
  const [[minX, maxX], [minY, maxY]] = [along(0), along(1)]
  return { minX, minY, maxX, maxY }
}

function onMap(flat: readonly number[], { minX, maxY }: Rectangle): MapLine {
  return flat.map((value, k) => Math.round(k % 2 === 0 ? value - minX : maxY - value))
}

function placed([x, y]: Position, { minX, maxY }: Rectangle): readonly [x: number, y: number] {
  return [Math.round(x! - minX), Math.round(maxY - y!)]
}

function isArea(geometry: Geometry): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
}

function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

function isIn([x, y]: Position, { minX, minY, maxX, maxY }: Rectangle): boolean {
  return x! >= minX && x! <= maxX && y! >= minY && y! <= maxY
}

/** The parts of a line whose pieces may meet the frame. */
function stretchesIn(line: readonly Position[], frame: Rectangle): readonly (readonly number[])[] {
  const stretches: number[][] = []
  let open = false
  line.slice(1).forEach((to, k) => {
    const from = line[k]!
    const shows = mayMeet(from, to, frame)
    if (shows && !open) stretches.push([from[0]!, from[1]!])
    if (shows) stretches.at(-1)!.push(to[0]!, to[1]!)
    open = shows
  })
  return stretches
}

function mayMeet(a: Position, b: Position, { minX, minY, maxX, maxY }: Rectangle): boolean {
  const apart = (axis: 0 | 1, low: number, high: number) =>
    Math.max(a[axis]!, b[axis]!) < low || Math.min(a[axis]!, b[axis]!) > high
  return !apart(0, minX, maxX) && !apart(1, minY, maxY)
}
