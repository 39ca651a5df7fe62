import { rounded } from '../../server/engine/hashes/canonical-json.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { PRECISIONS } from '../../server/engine/snapshot/incident.ts'
import type { IncidentColumns } from '../../server/engine/snapshot/incident-columns.ts'
import { ByteWriter } from '../mvt/byte-writer.ts'
import { frameLayer, type LayerBytes } from '../mvt/layer-frame.ts'
import { writeValue } from '../mvt/layer-writer.ts'
import { command, COMMAND, GEOMETRY_TYPE, TAG } from '../mvt/wire.ts'
import { FIELDS } from '../schema-fields.ts'
import { type TileAddress, tileOrigin, unitsPerWorldUnit } from '../tile-address.ts'
import type { FoundPoints } from './collect-points.ts'
import { WholeNumberTable, writeWholeNumber } from './whole-number-table.ts'

/** Maximum of bytes of one feature: 11 of frames and type, 5 of id, 5 × (1 + 3) of tags, 1 + 2 × 2 of geometry. */
const MAX_FEATURE_BYTES = 52
const MOVE_TO = command(COMMAND.moveTo, 1)
const KEYS = FIELDS.incidents.map((field) => field.name)
/** Keys of a complete tile, without the last: `samplingFraction`. */
const KEYS_OF_ALL = KEYS.slice(0, -1)

/** Encodes the layer `incidents` of a tile; its memory is reused by the next tile. */
export interface PointEncoder {
  /**
   * The layer, as views of memory that the next call reuses.
   *
   * @param order positions in `points`, in ascending order of id; at most `maximum`
   * @param samplingFraction share of the tile's points that are included; omitted at 1
   */
  encode(
    address: TileAddress,
    columns: readonly IncidentColumns[],
    points: FoundPoints,
    order: Uint32Array,
    samplingFraction: number,
  ): LayerBytes
}

/**
 * The encoder of incident points, the hottest loop of the tiles: it writes protocol-buffer bytes straight from the
 * snapshot's columns, with one reserved byte for each length, since no feature reaches 128 bytes.
 *
 * @param maximum points in one tile
 */
export function createPointEncoder(maximum: number): PointEncoder {
  const features = new ByteWriter(maximum * MAX_FEATURE_BYTES)
  const values = new ByteWriter(maximum * 8)
  const numbers = new WholeNumberTable()
  const categoryValue = new Int32Array(CATEGORIES.length)
  const precisionValue = new Int32Array(PRECISIONS.length)
  const negatives = new Map<number, number>()
  let valueCount = 0
  let lastWeight = -1
  let lastWeightValue = 0
  /** Index of the sampling fraction among the values; negative when no point was left out. */
  let fractionValue = -1

  const numberValue = (value: number): number => {
    if (value < 0) return negativeValue(value)
    const found = numbers.find(value)
    if (found >= 0) return found
    writeWholeNumber(values, value)
    numbers.add(-1 - found, value, valueCount)
    return valueCount++
  }
  /** Nearly every point stands for one incident. */
  const weightValue = (weight: number): number => {
    if (weight === lastWeight) return lastWeightValue
    lastWeight = weight
    lastWeightValue = numberValue(weight)
    return lastWeightValue
  }
  /** Times before 1970 are rare. */
  const negativeValue = (value: number): number => {
    const known = negatives.get(value)
    if (known !== undefined) return known
    writeValue(values, value)
    negatives.set(value, valueCount)
    return valueCount++
  }
  const textValue = (table: Int32Array, code: number, text: string): number => {
    const known = table[code]!
    if (known >= 0) return known
    writeValue(values, text)
    table[code] = valueCount
    return valueCount++
  }

  const putTags = (bytes: Uint8Array, start: number, column: IncidentColumns, row: number): number => {
    const category = column.category[row]!
    const precision = column.place[row]! & 15
    let at = start + 2
    bytes[at++] = 0
    at = putVarint(bytes, at, textValue(categoryValue, category, CATEGORIES[category]!.code))
    bytes[at++] = 1
    at = putVarint(bytes, at, numberValue(column.fromMinute[row]!))
    bytes[at++] = 2
    at = putVarint(bytes, at, textValue(precisionValue, precision, PRECISIONS[precision]!))
    bytes[at++] = 3
    at = putVarint(bytes, at, weightValue(column.weight[row]!))
    if (fractionValue >= 0) {
      bytes[at++] = 4
      at = putVarint(bytes, at, fractionValue)
    }
    bytes[start] = TAG.featureTags
    bytes[start + 1] = at - start - 2
    return at
  }

  return {
    encode(address, columns, points, order, samplingFraction) {
      features.length = 0
      values.length = 0
      valueCount = 0
      numbers.clear(2 * order.length)
      lastWeight = -1
      negatives.clear()
      categoryValue.fill(-1)
      precisionValue.fill(-1)
      fractionValue = samplingFraction < 1 ? valueCount++ : -1
      if (fractionValue >= 0) writeValue(values, rounded(samplingFraction))
      features.reserve(order.length * MAX_FEATURE_BYTES)
      const keys = fractionValue >= 0 ? KEYS : KEYS_OF_ALL
      const origin = tileOrigin(address)
      const scale = unitsPerWorldUnit(address.z)
      const bytes = features.bytes
      let at = 0
      for (let rank = 0; rank < order.length; rank++) {
        const point = order[rank]!
        const row = points.rows[point]!
        const column = columns[points.segments[point]!]!
        const start = at + 2
        at = putTags(bytes, putId(bytes, start, points.ids[point]!), column, row)
        const x = Math.floor((column.worldX[row]! - origin.x) * scale)
        const y = Math.floor((column.worldY[row]! - origin.y) * scale)
        at = putPoint(bytes, at, x, y)
        bytes[start - 2] = TAG.layerFeature
        bytes[start - 1] = at - start
      }
      return frameLayer('incidents', bytes.subarray(0, at), keys, values.written())
    },
  }
}

/** Writes an unsigned 32-bit number; returns where the next byte goes. */
function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[at++] = rest
  return at
}

function putId(bytes: Uint8Array, at: number, id: number): number {
  bytes[at] = TAG.featureId
  return putVarint(bytes, at + 1, id)
}

function putPoint(bytes: Uint8Array, start: number, x: number, y: number): number {
  bytes[start] = TAG.featureType
  bytes[start + 1] = GEOMETRY_TYPE.point
  bytes[start + 2] = TAG.featureGeometry
  bytes[start + 4] = MOVE_TO
  let at = putVarint(bytes, start + 5, ((x << 1) ^ (x >> 31)) >>> 0)
  at = putVarint(bytes, at, ((y << 1) ^ (y >> 31)) >>> 0)
  bytes[start + 3] = at - start - 4
  return at
}
