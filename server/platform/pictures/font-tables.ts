import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

const HEADER_BYTES = 44
const ENTRY_BYTES = 20

/** The unpacked tables of a font by their names. */
export type FontTables = ReadonlyMap<string, Buffer>

/** The tables of a font file of the package, WOFF 1.0 (W3C 2012). */
export function openFont(file: string): FontTables {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/${file}`))
  const tables = Array.from({ length: bytes.readUInt16BE(12) }, (_, k) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * k
    const [at, packed, length] = [4, 8, 12].map((field) => bytes.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const data = bytes.subarray(at, at + packed)
    return [bytes.toString('latin1', entry, entry + 4), packed < length ? inflateSync(data) : data] as const
  })
  return new Map(tables)
}

/** The glyph of each code point that the font has, from its table of format 4 (OpenType, `cmap`). */
export function glyphsByCodePoint(tables: FontTables): ReadonlyMap<number, number> {
  const cmap = tables.get('cmap')!
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, k) => cmap.readUInt32BE(8 + 8 * k))
  const at = subtables.find((start) => cmap.readUInt16BE(start) === 4)!
  const twice = cmap.readUInt16BE(at + 6)
  const [ends, starts] = [at + 14, at + 16 + twice]
  const glyphs = new Map<number, number>()
  for (let k = 0; k < twice; k += 2) {
    const [start, end] = [cmap.readUInt16BE(starts + k), cmap.readUInt16BE(ends + k)]
    const delta = cmap.readUInt16BE(starts + twice + k)
    const offsetAt = starts + 2 * twice + k
    const offset = cmap.readUInt16BE(offsetAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const found = offset === 0 ? code : cmap.readUInt16BE(offsetAt + offset + 2 * (code - start))
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff)
    }
  }
  return glyphs
}
