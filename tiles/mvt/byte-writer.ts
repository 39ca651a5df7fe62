const utf8 = new TextEncoder()

/**
 * Bytes of a protocol buffer, written front to back into memory that grows and is reused.
 *
 * The hot loops write into `bytes` at `length` themselves after `reserve`.
 */
export class ByteWriter {
  bytes: Uint8Array
  length = 0

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Makes room for `count` more bytes. `bytes` may be another array afterwards. */
  reserve(count: number): void {
    const needed = this.length + count
    if (needed <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }

  /** @param value a whole number, 0 ≤ value ≤ 2^53 */
  varint(value: number): void {
    this.reserve(8)
    let rest = value
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.bytes[this.length++] = rest
  }

  double(value: number): void {
    this.reserve(8)
    new DataView(this.bytes.buffer, this.bytes.byteOffset).setFloat64(this.length, value, true)
    this.length += 8
  }

  /** Length-delimited bytes under a field's tag byte. */
  block(tag: number, content: Uint8Array): void {
    this.varint(tag)
    this.varint(content.length)
    this.raw(content)
  }

  text(tag: number, content: string): void {
    this.block(tag, utf8.encode(content))
  }

  raw(content: Uint8Array): void {
    this.reserve(content.length)
    this.bytes.set(content, this.length)
    this.length += content.length
  }

  /** What was written, as a view that the next write may change. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }
}

/** Number of bytes that `varint` writes. */
export function varintLength(value: number): number {
  let length = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++
  return length
}

/** The zigzag form of a 32-bit whole number: small for numbers near zero of either sign. */
export function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0
}
