import { ByteWriter, varintLength, zigzag } from './byte-writer.ts'
import { frameLayer, type LayerBytes } from './layer-frame.ts'
import { TAG } from './wire.ts'

/** An attribute's value; null, NaN and the infinities mean that the feature does not have it. */
export type AttributeValue = string | number | boolean | null

export interface LayerWriter {
  /**
   * Adds a feature. The caller adds features in a stable order: keys and values are numbered as they first occur.
   *
   * @param id whole number 0…2^53 − 1, unique in the layer
   * @param attributes one value for each of the layer's keys
   * @param geometry command and parameter integers
   */
  feature(
    id: number,
    type: 1 | 2 | 3,
    attributes: readonly AttributeValue[],
    geometry: readonly number[],
  ): void
  /** The layer, or null when it has no feature. */
  finish(): LayerBytes | null
}

/**
 * Writes a layer of features with any attributes.
 *
 * Whole numbers become `uint_value` or `sint_value`, others `double_value`, so that a decoder reads exactly the
 * number in the API's responses.
 *
 * @param keyNames names of the attributes, in the order in which `feature` gets their values
 */
export function createLayerWriter(name: string, keyNames: readonly string[]): LayerWriter {
  const features = new ByteWriter()
  const values = new ByteWriter(4096)
  const keyIndex = new Map<number, number>()
  const valueIndex = new Map<string | number | boolean, number>()
  const tags: number[] = []

  const indexOfKey = (position: number): number => {
    const known = keyIndex.get(position)
    if (known !== undefined) return known
    keyIndex.set(position, keyIndex.size)
    return keyIndex.size - 1
  }
  const indexOfValue = (value: string | number | boolean): number => {
    const known = valueIndex.get(value)
    if (known !== undefined) return known
    writeValue(values, value)
    valueIndex.set(value, valueIndex.size)
    return valueIndex.size - 1
  }

  return {
    feature(id, type, attributes, geometry) {
      tags.length = 0
      for (let position = 0; position < attributes.length; position++) {
        const value = attributes[position]!
        if (value === null || (typeof value === 'number' && !Number.isFinite(value))) continue
        tags.push(indexOfKey(position), indexOfValue(value))
      }
      writeFeature(features, id, type, tags, geometry)
    },
    finish() {
      if (features.length === 0) return null
      const keys = [...keyIndex.keys()].map((position) => keyNames[position]!)
      return frameLayer(name, features.written(), keys, values.written())
    },
  }
}

function writeFeature(
  out: ByteWriter,
  id: number,
  type: number,
  tags: readonly number[],
  geometry: readonly number[],
): void {
  const tagBytes = packedLength(tags)
  const geometryBytes = packedLength(geometry)
  const tagField = tagBytes === 0 ? 0 : 1 + varintLength(tagBytes) + tagBytes
  const geometryField = 1 + varintLength(geometryBytes) + geometryBytes
  out.varint(TAG.layerFeature)
  out.varint(1 + varintLength(id) + tagField + 2 + geometryField)
  out.varint(TAG.featureId)
  out.varint(id)
  if (tagBytes > 0) writePacked(out, TAG.featureTags, tagBytes, tags)
  out.varint(TAG.featureType)
  out.varint(type)
  writePacked(out, TAG.featureGeometry, geometryBytes, geometry)
}

function packedLength(integers: readonly number[]): number {
  let length = 0
  for (const integer of integers) length += varintLength(integer)
  return length
}

function writePacked(out: ByteWriter, tag: number, length: number, integers: readonly number[]): void {
  out.varint(tag)
  out.varint(length)
  for (const integer of integers) out.varint(integer)
}

/** Writes `Layer.values` with tag and length. */
export function writeValue(out: ByteWriter, value: string | number | boolean): void {
  const content = new ByteWriter(16)
  if (typeof value === 'string') content.text(TAG.valueString, value)
  else if (typeof value === 'boolean') writeScalar(content, TAG.valueBool, value ? 1 : 0)
  else if (!Number.isSafeInteger(value)) {
    content.varint(TAG.valueDouble)
    content.double(value)
  } else if (value >= 0) writeScalar(content, TAG.valueUint, value)
  else if (value >= -(2 ** 31)) writeScalar(content, TAG.valueSint, zigzag(value))
  else {
    content.varint(TAG.valueDouble)
    content.double(value)
  }
  out.block(TAG.layerValue, content.written())
}

function writeScalar(out: ByteWriter, tag: number, value: number): void {
  out.varint(tag)
  out.varint(value)
}
