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
  return readGeometry(new Cursor(Buffer.from(hex, 'hex')))
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

/**
 * Where a reader stands in a geometry's bytes. Its methods are shared by all: closures of each geometry would cost more
 * than the reading, and a city has tens of thousands of buildings.
 */
class Cursor {
  readonly #bytes: DataView
  #offset = 0
  #little = true

  constructor({ buffer, byteOffset, length }: Buffer) {
    this.#bytes = new DataView(buffer, byteOffset, length)
  }

  byteOrder(): void {
    this.#little = this.#bytes.getUint8(this.#offset++) === 1
  }

  uint32(): number {
    this.#offset += 4
    return this.#bytes.getUint32(this.#offset - 4, this.#little)
  }

  float64(): number {
    this.#offset += 8
    return this.#bytes.getFloat64(this.#offset - 8, this.#little)
  }

  parts<T>(read: (cursor: Cursor) => T): T[] {
    const items: T[] = []
    for (let left = this.uint32(); left > 0; left--) items.push(read(this))
    return items
  }
}

const readPosition = (cursor: Cursor): Position => [cursor.float64(), cursor.float64()]
const readLine = (cursor: Cursor): Position[] => cursor.parts(readPosition)

function readNested(cursor: Cursor) {
  const part = readGeometry(cursor)
  if (part.type === 'GeometryCollection') throw new TypeError('A collection within a geometry.')
  return part.coordinates
}

function readGeometry(cursor: Cursor): Geometry {
  cursor.byteOrder()
  const type = cursor.uint32()
  if ((type & WITH_SRID) !== 0) cursor.uint32()
  switch (type & 0xff) {
    case POINT:
      return { type: 'Point', coordinates: readPosition(cursor) }
    case LINE_STRING:
      return { type: 'LineString', coordinates: readLine(cursor) }
    case POLYGON:
      return { type: 'Polygon', coordinates: cursor.parts(readLine) }
    case MULTI_POINT:
      return { type: 'MultiPoint', coordinates: cursor.parts(readNested) as Position[] }
    case MULTI_LINE_STRING:
      return { type: 'MultiLineString', coordinates: cursor.parts(readNested) as Position[][] }
    case MULTI_POLYGON:
      return { type: 'MultiPolygon', coordinates: cursor.parts(readNested) as Position[][][] }
    default:
      throw new TypeError(`Geometry type ${type & 0xff} is not known.`)
  }
}
