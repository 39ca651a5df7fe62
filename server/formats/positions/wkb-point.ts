import type { PositionFault, PositionText } from './position-parts.ts'

const HEX = /^(?:\\x|0x)?((?:[0-9a-f]{2}){9,})$/i
const TYPES = ['', 'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON'] as const
const HAS_SRID = 0x20000000
const TYPE_MASK = 0xff
/** ISO counts Z, M and ZM in thousands. */
const ISO_STEP = 1000
const POINT = 1
const MULTIPOINT = 4
const DOUBLE_BYTES = 8

/** A point as PostGIS exports a geometry column: (E)WKB in hexadecimal. Null for a text that is none. */
export function readWkbPoint(text: string): PositionText | PositionFault | null {
  const hex = HEX.exec(text)?.[1]
  if (hex === undefined || !/^0[01]/.test(hex)) return null
  const bytes = Buffer.from(hex, 'hex')
  return readGeometry(bytes, 0, null)
}

function readGeometry(bytes: Buffer, at: number, outer: number | null): PositionText | PositionFault | null {
  const little = bytes[at] === 1
  const word = (from: number) => (little ? bytes.readUInt32LE(from) : bytes.readUInt32BE(from))
  const coordinate = (from: number) => (little ? bytes.readDoubleLE(from) : bytes.readDoubleBE(from))
  if (at + 9 > bytes.length) return null
  const code = word(at + 1)
  const type = ((code & 0xffff) % ISO_STEP) & TYPE_MASK
  const hasSrid = (code & HAS_SRID) !== 0
  const srid = hasSrid ? word(at + 5) : outer
  const body = at + (hasSrid ? 9 : 5)
  if (type === MULTIPOINT && outer === null && body + 4 <= bytes.length && word(body) === 1)
    return readGeometry(bytes, body + 4, srid)
  if (type !== POINT) return TYPES[type] ? { detail: `is a ${TYPES[type]}: an incident is one point` } : null
  if (body + 2 * DOUBLE_BYTES > bytes.length) return null
  const [x, y] = [coordinate(body), coordinate(body + DOUBLE_BYTES)]
  if (!Number.isFinite(x) || !Number.isFinite(y)) return { detail: 'is an empty POINT' }
  return { first: String(x), second: String(y), order: 'xy', srid: srid === 0 ? null : srid }
}
