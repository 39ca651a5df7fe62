import { PbfReader } from 'pbf'

/** A value with the name of its protocol-buffer field. */
interface RawValue {
  readonly kind: 'string' | 'float' | 'double' | 'int' | 'uint' | 'sint' | 'bool'
  readonly value: string | number | boolean
}

export interface RawFeature {
  readonly id: number | null
  readonly tags: readonly number[]
  readonly type: number | null
  /** Null when there is no geometry field. */
  readonly geometry: readonly number[] | null
}

export interface RawLayer {
  readonly version: number | null
  readonly name: string | null
  readonly extent: number | null
  readonly features: readonly RawFeature[]
  readonly keys: readonly string[]
  readonly values: readonly RawValue[]
}

const VARINT = 0
const FIXED64 = 1
const BYTES = 2
const FIXED32 = 5

/** What a message must not hold. */
class WireError extends Error {}

/** Reads a tile field by field, refusing unknown fields, wrong wire types and fields that occur twice. */
export function readRawTile(bytes: Uint8Array): readonly RawLayer[] {
  const layers: RawLayer[] = []
  eachField(bytes, 'tile', { 3: BYTES }, (_, reader) => layers.push(readLayer(reader.readBytes())))
  return layers
}

function readLayer(bytes: Uint8Array): RawLayer {
  const layer = {
    version: null as number | null,
    name: null as string | null,
    extent: null as number | null,
    features: [] as RawFeature[],
    keys: [] as string[],
    values: [] as RawValue[],
  }
  const wires = { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: VARINT, 15: VARINT }
  eachField(bytes, 'layer', wires, (field, reader) => {
    if (field === 1) layer.name = once('layer.name', layer.name, reader.readString())
    else if (field === 2) layer.features.push(readFeature(reader.readBytes()))
    else if (field === 3) layer.keys.push(reader.readString())
    else if (field === 4) layer.values.push(readValue(reader.readBytes()))
    else if (field === 5) layer.extent = once('layer.extent', layer.extent, reader.readVarint())
    else layer.version = once('layer.version', layer.version, reader.readVarint())
  })
  return layer
}

function readFeature(bytes: Uint8Array): RawFeature {
  let id: number | null = null
  let tags: readonly number[] | null = null
  let type: number | null = null
  let geometry: readonly number[] | null = null
  eachField(bytes, 'feature', { 1: VARINT, 2: BYTES, 3: VARINT, 4: BYTES }, (field, reader) => {
    if (field === 1) id = once('feature.id', id, reader.readVarint())
    else if (field === 2) tags = once('feature.tags', tags, readPacked(reader))
    else if (field === 3) type = once('feature.type', type, reader.readVarint())
    else geometry = once('feature.geometry', geometry, readPacked(reader))
  })
  return { id, tags: tags ?? [], type, geometry }
}

function readPacked(reader: PbfReader): number[] {
  const end = reader.readVarint() + reader.pos
  if (end > reader.length) throw new WireError('a packed field is longer than its message')
  const numbers: number[] = []
  while (reader.pos < end) numbers.push(reader.readVarint())
  if (reader.pos !== end) throw new WireError('a packed field ends within a number')
  return numbers
}

const VALUE_WIRES = { 1: BYTES, 2: FIXED32, 3: FIXED64, 4: VARINT, 5: VARINT, 6: VARINT, 7: VARINT }

function readValue(bytes: Uint8Array): RawValue {
  let value: RawValue | null = null
  eachField(bytes, 'value', VALUE_WIRES, (field, reader) => {
    value = once('value', value, readTyped(field, reader))
  })
  if (value === null) throw new WireError('a value holds nothing')
  return value
}

function readTyped(field: number, reader: PbfReader): RawValue {
  if (field === 1) return { kind: 'string', value: reader.readString() }
  if (field === 2) return { kind: 'float', value: reader.readFloat() }
  if (field === 3) return { kind: 'double', value: reader.readDouble() }
  if (field === 4) return { kind: 'int', value: reader.readVarint(true) }
  if (field === 5) return { kind: 'uint', value: reader.readVarint() }
  if (field === 6) return { kind: 'sint', value: reader.readSVarint() }
  return { kind: 'bool', value: reader.readBoolean() }
}

function eachField(
  bytes: Uint8Array,
  message: string,
  wires: Readonly<Record<number, number>>,
  take: (field: number, reader: PbfReader) => void,
): void {
  const reader = new PbfReader(bytes)
  while (reader.pos < bytes.length) {
    const tag = reader.readVarint()
    const field = tag >>> 3
    if (wires[field] === undefined) throw new WireError(`${message} has an unknown field ${field}`)
    if (wires[field] !== (tag & 7)) throw new WireError(`${message}: field ${field} has wire type ${tag & 7}`)
    take(field, reader)
    if (reader.pos > bytes.length) throw new WireError(`${message} ends within a field`)
  }
}

function once<T>(name: string, before: T | null, now: T): T {
  if (before !== null) throw new WireError(`${name} occurs twice`)
  return now
}
