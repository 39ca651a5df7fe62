import { TILE_EXTENT } from '../schema.ts'
import { ByteWriter, varintLength } from './byte-writer.ts'
import { MVT_VERSION, TAG } from './wire.ts'

/**
 * One layer of a tile from its parts: `Tile.layers` with tag and length, so that layers laid end to end are a tile.
 *
 * @param features encoded `Layer.features` fields, each with tag and length
 * @param values encoded `Layer.values` fields, each with tag and length
 */
export function frameLayer(
  name: string,
  features: Uint8Array,
  keys: readonly string[],
  values: Uint8Array,
): Uint8Array {
  const head = new ByteWriter(64)
  head.varint(TAG.layerVersion)
  head.varint(MVT_VERSION)
  head.text(TAG.layerName, name)
  const tail = new ByteWriter(256)
  for (const key of keys) tail.text(TAG.layerKey, key)
  tail.raw(values)
  tail.varint(TAG.layerExtent)
  tail.varint(TILE_EXTENT)

  const length = head.length + features.length + tail.length
  const layer = new ByteWriter(1 + varintLength(length) + length)
  layer.varint(TAG.tileLayer)
  layer.varint(length)
  layer.raw(head.bytes.subarray(0, head.length))
  layer.raw(features)
  layer.raw(tail.bytes.subarray(0, tail.length))
  return layer.bytes.subarray(0, layer.length)
}

/** A tile of layers; a tile without any is empty. */
export function joinLayers(layers: readonly (Uint8Array | null)[]): Uint8Array {
  const present = layers.filter((layer) => layer !== null)
  if (present.length === 1) return present[0]!
  const tile = new Uint8Array(present.reduce((sum, layer) => sum + layer.length, 0))
  let offset = 0
  for (const layer of present) {
    tile.set(layer, offset)
    offset += layer.length
  }
  return tile
}
