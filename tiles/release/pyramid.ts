import type { Box } from '../geometry/ring.ts'
import { encodeFeatures } from '../layers/encode-features.ts'
import type { PreparedLayer } from '../layers/prepare-features.ts'
import { joinLayers } from '../mvt/layer-frame.ts'
import type { TileAddress } from '../tile-address.ts'

/** The zooms of a release's tiles and, for each, which tiles lie in its bounds. */
export interface Pyramid {
  readonly minZoom: number
  readonly maxZoom: number
  readonly tiles: readonly TileAddress[]
}

export interface EncodedTile extends TileAddress {
  /** Empty for a tile within bounds without features. */
  readonly bytes: Uint8Array
}

const MIN_ZOOM = 8
/** Areas and cells of 400 m need no higher zoom: the map overzooms. */
const MAX_ZOOM = 14
/** With compressed variants beside them, still a few thousand files for a city as wide as a county. */
const MAX_TILES = 1_200
const WORLD_BITS = 32

/**
 * Every tile that the box touches, from zoom 8 down to 14, or to the last zoom within `MAX_TILES`.
 *
 * @param box world units
 */
export function pyramidOf(box: Box): Pyramid {
  const tiles: TileAddress[] = []
  let maxZoom = MIN_ZOOM
  for (let z = MIN_ZOOM; z <= MAX_ZOOM; z++) {
    const level = tilesAt(box, z)
    if (z > MIN_ZOOM && tiles.length + level.length > MAX_TILES) break
    tiles.push(...level)
    maxZoom = z
  }
  return { minZoom: MIN_ZOOM, maxZoom, tiles }
}

function tilesAt(box: Box, z: number): TileAddress[] {
  const size = 2 ** (WORLD_BITS - z)
  const last = 2 ** z - 1
  const along = (value: number) => Math.min(last, Math.max(0, Math.floor(value / size)))
  const tiles: TileAddress[] = []
  for (let x = along(box.minX); x <= along(box.maxX); x++)
    for (let y = along(box.minY); y <= along(box.maxY); y++) tiles.push({ z, x, y })
  return tiles
}

/** The tiles of a pyramid, one after the other, empty ones too. */
export function* encodePyramid(layers: readonly PreparedLayer[], pyramid: Pyramid): Generator<EncodedTile> {
  for (const address of pyramid.tiles) {
    yield { ...address, bytes: joinLayers(layers.map((layer) => encodeFeatures(layer, address))) }
  }
}

/** The box of all layers, world units; null when all are empty. */
export function boxOfLayers(layers: readonly PreparedLayer[]): Box | null {
  const boxes = layers.flatMap(({ box }) => (box === null ? [] : [box]))
  if (boxes.length === 0) return null
  return {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  }
}
