import { invalidParameter } from '../server/engine/errors.ts'
import type { WorldBox } from '../server/engine/snapshot/types.ts'
import { MAX_ZOOM, TILE_BUFFER, TILE_EXTENT } from './schema.ts'

/** A tile of the XYZ scheme: y counts from the north. */
export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

const WORLD_BITS = 32
/** The tile's own units at zoom 20 are those of the world. */
const UNIT_ZOOM = WORLD_BITS - Math.log2(TILE_EXTENT)

/** Tile units in one unit of the world (2^32 wide): a power of two, so that products stay exact. */
export function unitsPerWorldUnit(z: number): number {
  return 2 ** (z - UNIT_ZOOM)
}

/** World position of a tile's north-western corner. */
export function tileOrigin({ z, x, y }: TileAddress): { readonly x: number; readonly y: number } {
  const size = 2 ** (WORLD_BITS - z)
  return { x: x * size, y: y * size }
}

/** The tile with a margin on each side, in world units; may reach beyond the world. */
export function bufferedBox(address: TileAddress, bufferUnits: number = TILE_BUFFER): WorldBox {
  const origin = tileOrigin(address)
  const size = 2 ** (WORLD_BITS - address.z)
  const margin = bufferUnits / unitsPerWorldUnit(address.z)
  return {
    minX: origin.x - margin,
    minY: origin.y - margin,
    maxX: origin.x + size + margin,
    maxY: origin.y + size + margin,
  }
}

/** @throws DomainError `invalid-parameter` for an invalid tile */
export function assertTile({ z, x, y }: TileAddress): void {
  if (!Number.isInteger(z) || z < 0 || z > MAX_ZOOM) throw invalidParameter('z', z, `must be 0–${MAX_ZOOM}`)
  const last = 2 ** z - 1
  if (!Number.isInteger(x) || x < 0 || x > last) throw invalidParameter('x', x, `must be 0–${last} at z ${z}`)
  if (!Number.isInteger(y) || y < 0 || y > last) throw invalidParameter('y', y, `must be 0–${last} at z ${z}`)
}
