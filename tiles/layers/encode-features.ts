import { cleanPolygon, type PolygonRings } from '../geometry/clean-polygon.ts'
import { clipLine } from '../geometry/clip-line.ts'
import { clipRing } from '../geometry/clip-ring.ts'
import { type Box, doubledArea, type Ring } from '../geometry/ring.ts'
import { type Path, pathInTile } from '../geometry/significance.ts'
import { lineCommands, pointCommands, polygonCommands } from '../mvt/geometry-commands.ts'
import type { LayerBytes } from '../mvt/layer-frame.ts'
import { createLayerWriter } from '../mvt/layer-writer.ts'
import { GEOMETRY_TYPE } from '../mvt/wire.ts'
import { TILE_BUFFER, TILE_EXTENT } from '../schema.ts'
import { bufferedBox, type TileAddress, tileOrigin, unitsPerWorldUnit } from '../tile-address.ts'
import type { PreparedFeature, PreparedLayer } from './prepare-features.ts'

/** Units in a pixel of a 512 px tile. */
const PIXEL_UNITS = TILE_EXTENT / 512
/** Half a pixel: how far simplification may move a border. */
const TOLERANCE_UNITS = PIXEL_UNITS / 2
/** From this zoom on nothing is simplified: the map draws these tiles enlarged. */
const FULL_DETAIL_ZOOM = 16
const CLIP: Box = {
  minX: -TILE_BUFFER,
  minY: -TILE_BUFFER,
  maxX: TILE_EXTENT + TILE_BUFFER,
  maxY: TILE_EXTENT + TILE_BUFFER,
}

/**
 * Encodes one layer of a tile: find → simplify and round → clip to the tile and its buffer → repair → encode.
 * Rounding and simplification do not depend on the tile, so neighbouring tiles agree along their border.
 *
 * @returns null when nothing of the layer lies in the tile
 */
export function encodeFeatures(layer: PreparedLayer, address: TileAddress): LayerBytes | null {
  const frame = tileFrame(address)
  const writer = createLayerWriter(layer.name, layer.keys)
  for (const feature of layer.search(bufferedBox(address))) {
    if (feature.minZoom > address.z) continue
    const commands = COMMANDS[layer.geometry](feature, frame)
    if (commands.length > 0)
      writer.feature(feature.id, GEOMETRY_TYPE[layer.geometry], feature.attributes, commands)
  }
  return writer.finish()
}

interface TileFrame {
  readonly origin: { readonly x: number; readonly y: number }
  readonly scale: number
  /** Squared, world units². */
  readonly tolerance: number
}

function tileFrame(address: TileAddress): TileFrame {
  const scale = unitsPerWorldUnit(address.z)
  const tolerance = address.z >= FULL_DETAIL_ZOOM ? -1 : (TOLERANCE_UNITS / scale) ** 2
  return { origin: tileOrigin(address), scale, tolerance }
}

const COMMANDS = { point: pointsInTile, line: linesInTile, polygon: polygonsInTile }

function pointsInTile({ paths }: PreparedFeature, { origin, scale }: TileFrame): number[] {
  const points: number[] = []
  for (const path of paths) {
    const x = Math.floor((path.points[0]! - origin.x) * scale)
    const y = Math.floor((path.points[1]! - origin.y) * scale)
    if (x >= CLIP.minX && x < CLIP.maxX && y >= CLIP.minY && y < CLIP.maxY) points.push(x, y)
  }
  return points.length === 0 ? [] : pointCommands(points)
}

function linesInTile({ paths }: PreparedFeature, frame: TileFrame): number[] {
  const lines = paths.flatMap((path) =>
    clipLine(pathInTile(path, frame.origin, frame.scale, frame.tolerance), CLIP),
  )
  return lineCommands(lines)
}

function polygonsInTile({ paths }: PreparedFeature, frame: TileFrame): number[] {
  const rings = paths.flatMap((path) => ringInTile(path, frame))
  return rings.length === 0 ? [] : polygonCommands(cleanPolygon(rings))
}

/** The part of a ring in the tile; none when the whole ring is smaller than a pixel. */
function ringInTile(path: Path, { origin, scale, tolerance }: TileFrame): Ring[] {
  const ring = pathInTile(path, origin, scale, tolerance)
  if (Math.abs(doubledArea(ring)) < 2 * PIXEL_UNITS * PIXEL_UNITS) return []
  const clipped = clipRing(ring, CLIP)
  return clipped.length < 6 ? [] : [clipped]
}

/**
 * The part of one convex ring in the tile.
 *
 * @param ring whole tile units, positive area, several units across: then rounding has left it valid
 */
export function clippedPolygon(ring: Ring): PolygonRings[] {
  const clipped = clipRing(ring, CLIP)
  if (clipped === ring) return [[ring]]
  return clipped.length < 6 ? [] : cleanPolygon([clipped])
}
