import { TILE_EXTENT } from '../schema.ts'
import { ByteWriter } from './byte-writer.ts'
import { MVT_VERSION, TAG } from './wire.ts'

/** A layer as chunks of bytes to be concatenated; they may be views of reused memory. */
export type LayerBytes = readonly Uint8Array[]

/**
 * One layer of a tile from its parts: `Tile.layers` with tag and length, so that concatenated layers are a tile.
 *
 * Features are not copied: a tile of 15,000 points is half a megabyte, and allocating that costs more than filling
 * it.
 *
 * @param features encoded `Layer.features` fields, each with tag and length
 * @param values encoded `Layer.values` fields, each with tag and length
 */
export function frameLayer(
  name: string,
  features: Uint8Array,
  keys: readonly string[],
  values: Uint8Array,
): LayerBytes {
  const body = new ByteWriter(64)
  body.varint(TAG.layerVersion)
  body.varint(MVT_VERSION)
  body.text(TAG.layerName, name)
  const tail = new ByteWriter(256)
  for (const key of keys) tail.text(TAG.layerKey, key)
  const end = new ByteWriter(8)
  end.varint(TAG.layerExtent)
  end.varint(TILE_EXTENT)
  const head = new ByteWriter(16)
  head.varint(TAG.tileLayer)
  head.varint(body.length + features.length + tail.length + values.length + end.length)
  return [head.written(), body.written(), features, tail.written(), values, end.written()]
}

/** A tile of layers as one new buffer; empty without layers. */
export function joinLayers(layers: readonly (LayerBytes | null)[]): Uint8Array {
  const runs = layers.flatMap((layer) => layer ?? [])
  const length = runs.reduce((sum, run) => sum + run.length, 0)
  const tile = Buffer.allocUnsafeSlow(length)
  let offset = 0
  for (const run of runs) {
    tile.set(run, offset)
    offset += run.length
  }
  return tile
}
