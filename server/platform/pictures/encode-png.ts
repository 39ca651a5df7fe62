import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const CHANNELS = 3
const EIGHT_BITS = 8
const TRUE_COLOUR = 2
const ABOVE = 2

/**
 * Pixels as PNG (ISO/IEC 15948): true colour, every row as its difference from the one above, as flat shapes pack best.
 *
 * @param pixels red, green, blue of each pixel, row by row
 */
export function encodePng(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const stride = width * CHANNELS
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    const at = y * (stride + 1)
    rows[at] = ABOVE
    for (let k = 0; k < stride; k++) {
      const above = y === 0 ? 0 : pixels[(y - 1) * stride + k]!
      rows[at + 1 + k] = pixels[y * stride + k]! - above
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = EIGHT_BITS
  header[9] = TRUE_COLOUR
  const parts = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
