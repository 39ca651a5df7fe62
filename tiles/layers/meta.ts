import { zigzag } from '../mvt/byte-writer.ts'
import type { LayerBytes } from '../mvt/layer-frame.ts'
import { createLayerWriter } from '../mvt/layer-writer.ts'
import { command, COMMAND, GEOMETRY_TYPE } from '../mvt/wire.ts'
import { META_LAYER, TILE_EXTENT } from '../schema.ts'
import { META_FIELDS } from '../schema-fields.ts'

/** What a tile says about itself. */
export interface TileMeta {
  readonly edge?: number
  readonly total?: number
  readonly shown?: number
  readonly truncated?: boolean
}

/** The layer of one point, in the middle of the tile, that carries what the tile says about itself. */
export function encodeMeta(meta: TileMeta): LayerBytes {
  const names = META_FIELDS.map((field) => field.name)
  const writer = createLayerWriter(META_LAYER, names)
  const middle = zigzag(TILE_EXTENT / 2)
  const attributes = names.map((name) => meta[name as keyof TileMeta] ?? null)
  writer.feature(0, GEOMETRY_TYPE.point, attributes, [command(COMMAND.moveTo, 1), middle, middle])
  return writer.finish()!
}
