import { cellCorners } from '../../server/engine/lattice/lattice.ts'
import { rounded } from '../../server/engine/hashes/canonical-json.ts'
import type { Projection } from '../../server/engine/projection/projection.ts'
import {
  CELL_CLASSES,
  type HotspotSurface,
  type SurfaceCells,
} from '../../server/engine/statistics/surface-types.ts'
import { doubledArea, type Ring } from '../geometry/ring.ts'
import { polygonCommands } from '../mvt/geometry-commands.ts'
import { joinLayers } from '../mvt/layer-frame.ts'
import { type AttributeValue, createLayerWriter } from '../mvt/layer-writer.ts'
import { GEOMETRY_TYPE } from '../mvt/wire.ts'
import { FIELDS } from '../schema-fields.ts'
import { bufferedBox, type TileAddress, tileOrigin, unitsPerWorldUnit } from '../tile-address.ts'
import { cellsNear } from './cells-in-tile.ts'
import { clippedPolygon } from './encode-features.ts'

const KEYS = FIELDS.hotspots.map((field) => field.name)
/** Every edge on offer keeps columns and rows within ±2^20 in any CRS whose coordinates fit an Int32 of centimetres. */
const HALF_RANGE = 2 ** 20

/** The feature id of a cell: stable in every surface of its edge. */
export function cellFeatureId(i: number, j: number): number {
  return (i + HALF_RANGE) * 2 * HALF_RANGE + (j + HALF_RANGE)
}

/**
 * Encodes the cells of a surface that lie in a tile, cold and empty ones too; the style decides what is drawn.
 *
 * Corners are rounded to 1 cm before they are projected, so neighbouring cells have identical corners, without gaps.
 *
 * @returns the tile's bytes, empty when no cell lies in it
 */
export function encodeHotspots(
  surface: HotspotSurface,
  address: TileAddress,
  projection: Projection,
): Uint8Array {
  const { cells } = surface
  const edge = surface.query.edgeMetres
  const toTile = tileProjection(address, projection)
  const writer = createLayerWriter('hotspots', KEYS)
  for (const index of cellsNear(cells, edge, bufferedBox(address), projection)) {
    const i = cells.i[index]!
    const j = cells.j[index]!
    const ring = cellCorners({ i, j }, edge).flatMap(([x, y]) => toTile(x, y))
    const polygons = clippedPolygon(turned(ring))
    if (polygons.length === 0) continue
    const commands = polygonCommands(polygons)
    writer.feature(cellFeatureId(i, j), GEOMETRY_TYPE.polygon, attributesOf(cells, index, edge), commands)
  }
  const layer = writer.finish()
  return layer === null ? new Uint8Array(0) : joinLayers([layer])
}

function tileProjection(address: TileAddress, projection: Projection) {
  const origin = tileOrigin(address)
  const scale = unitsPerWorldUnit(address.z)
  return (x: number, y: number): readonly [number, number] => {
    const [worldX, worldY] = projection.toWorld(Math.round(x * 100) / 100, Math.round(y * 100) / 100)
    return [Math.round((worldX - origin.x) * scale), Math.round((worldY - origin.y) * scale)]
  }
}

/** Corners run anticlockwise seen from above; MVT wants an exterior ring the other way round on the ground. */
function turned(ring: Ring): Ring {
  if (doubledArea(ring) >= 0) return ring
  const out: number[] = []
  for (let at = ring.length - 2; at >= 0; at -= 2) out.push(ring[at]!, ring[at + 1]!)
  return out
}

/** Values in the order of `FIELDS.hotspots`. */
function attributesOf(cells: SurfaceCells, index: number, edgeMetres: number): AttributeValue[] {
  return [
    cells.i[index]!,
    cells.j[index]!,
    CELL_CLASSES[cells.classCode[index]!]!,
    rounded(cells.count[index]!),
    rounded(cells.sum[index]!),
    rounded(cells.expected[index]!),
    rounded(cells.ratio[index]!),
    rounded(cells.low[index]!),
    rounded(cells.high[index]!),
    rounded(cells.q[index]!),
    rounded(cells.dominance[index]!),
    rounded(cells.z[index]!),
    edgeMetres,
  ]
}
