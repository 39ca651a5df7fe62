import type { Geometry, Position } from 'geojson'

const POINT = 1
const LINE_STRING = 2
const POLYGON = 3
const MULTI_POINT = 4
const MULTI_LINE_STRING = 5
const MULTI_POLYGON = 6
const WITH_SRID = 0x20000000
const CENTIMETRES_A_METRE = 100

/**
 * A planar geometry as EWKB in hexadecimal, little-endian, as PostGIS takes and gives it: coordinates to the last
 * bit, no text of numbers between. Coordinates are put on the 1 cm grid on the way.
 *
 * @param geometry metres in the CRS `srid`, two dimensions, no GeometryCollection
 */
export function encodeEwkb(geometry: Geometry, srid: number): string {
  const writer = createWriter()
  writeGeometry(writer, geometry, srid)
  return writer.hex()
}

/** Reads what PostGIS prints of a geometry: see `encodeEwkb`. Either byte order, with or without SRID. */
export function decodeEwkb(hex: string): Geometry {
  const bytes = Buffer.from(hex, 'hex')
  return readGeometry({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 })
}

function createWriter() {
  let bytes = Buffer.alloc(256)
  let length = 0
  const room = (needed: number) => {
    if (length + needed <= bytes.length) return
    bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, length + needed))
  }
  return {
    byte(value: number) {
      room(1)
      length = bytes.writeUInt8(value, length)
    },
    uint32(value: number) {
      room(4)
      length = bytes.writeUInt32LE(value, length)
    },
    metres(value: number) {
      room(8)
      length = bytes.writeDoubleLE(Math.round(value * CENTIMETRES_A_METRE) / CENTIMETRES_A_METRE, length)
    },
    hex: () => bytes.toString('hex', 0, length),
  }
}

type Writer = ReturnType<typeof createWriter>

function writeGeometry(writer: Writer, geometry: Geometry, srid: number | null): void {
  const head = (type: number) => {
    writer.byte(1)
    writer.uint32(srid === null ? type : type | WITH_SRID)
    if (srid !== null) writer.uint32(srid)
  }
  const parts = <T>(items: readonly T[], write: (item: T) => void) => {
    writer.uint32(items.length)
    items.forEach(write)
  }
  const position = ([x, y]: Position) => {
    writer.metres(x!)
    writer.metres(y!)
  }
  const line = (positions: readonly Position[]) => parts(positions, position)
  const nested = (part: Geometry) => writeGeometry(writer, part, null)
  switch (geometry.type) {
    case 'Point':
      head(POINT)
      return position(geometry.coordinates)
    case 'LineString':
      head(LINE_STRING)
      return line(geometry.coordinates)
    case 'Polygon':
      head(POLYGON)
      return parts(geometry.coordinates, line)
    case 'MultiPoint':
      head(MULTI_POINT)
      return parts(geometry.coordinates, (coordinates) => nested({ type: 'Point', coordinates }))
    case 'MultiLineString':
      head(MULTI_LINE_STRING)
      return parts(geometry.coordinates, (coordinates) => nested({ type: 'LineString', coordinates }))
    case 'MultiPolygon':
      head(MULTI_POLYGON)
      return parts(geometry.coordinates, (coordinates) => nested({ type: 'Polygon', coordinates }))
    default:
      throw new TypeError(`A ${geometry.type} cannot be stored.`)
  }
}

interface Cursor {
  readonly view: DataView
  offset: number
}

function readGeometry(cursor: Cursor): Geometry {
  const { view } = cursor
  const little = view.getUint8(cursor.offset++) === 1
  const uint32 = () => {
    cursor.offset += 4
    return view.getUint32(cursor.offset - 4, little)
  }
  const float64 = () => {
    cursor.offset += 8
    return view.getFloat64(cursor.offset - 8, little)
  }
  const parts = <T>(read: () => T): T[] => Array.from({ length: uint32() }, read)
  const position = (): Position => [float64(), float64()]
  const line = () => parts(position)
  const nested = () => {
    const part = readGeometry(cursor)
    if (part.type === 'GeometryCollection') throw new TypeError('A collection within a geometry.')
    return part.coordinates
  }
  const type = uint32()
  if ((type & WITH_SRID) !== 0) uint32()
  switch (type & 0xff) {
    case POINT:
      return { type: 'Point', coordinates: position() }
    case LINE_STRING:
      return { type: 'LineString', coordinates: line() }
    case POLYGON:
      return { type: 'Polygon', coordinates: parts(line) }
    case MULTI_POINT:
      return { type: 'MultiPoint', coordinates: parts(nested) as Position[] }
    case MULTI_LINE_STRING:
      return { type: 'MultiLineString', coordinates: parts(nested) as Position[][] }
    case MULTI_POLYGON:
      return { type: 'MultiPolygon', coordinates: parts(nested) as Position[][][] }
    default:
      throw new TypeError(`Geometry type ${type & 0xff} is not known.`)
  }
}
