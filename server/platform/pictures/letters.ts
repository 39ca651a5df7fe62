import { glyphOutline } from './glyph-outline.ts'
import { type FontTables, glyphsByCodePoint, openFont } from './font-tables.ts'
import type { Path, Shape } from './picture.ts'

/** The letters of Swedish, then those of its neighbours' names. */
const FILES = ['noto-sans-latin-400-normal.woff', 'noto-sans-latin-ext-400-normal.woff']
/** Middle of the small letters' and capitals' heights over the line, of the size. */
const MIDDLE = 0.36

interface Glyph {
  /** Rings upwards, and the width to the next letter, both of the size. */
  readonly rings: readonly Path[]
  readonly advance: number
}

const fonts: { readonly tables: FontTables; readonly glyphs: ReadonlyMap<number, number> }[] = []
const known = new Map<string, Glyph>()

/** A line of letters as rings in the picture's units, to be filled by windings; letters that the fonts lack are left out. */
export function letterRings(text: Extract<Shape, { readonly kind: 'text' }>): readonly Path[] {
  const { letters, x, y, size, degrees = 0, anchor = 'middle' } = text
  const width = lettersWidth(letters, size)
  const turn = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  let from = { start: 0, middle: -width / 2, end: -width }[anchor]
  return Array.from(letters).flatMap((letter) => {
    const { rings, advance } = glyphOf(letter)
    const start = from
    from += advance * size
    return rings.map((ring) =>
      ring.flatMap((_, k) => {
        if (k % 2 === 1) return []
        const along = start + ring[k]! * size
        const down = (MIDDLE - ring[k + 1]!) * size
        return [x + along * cos - down * sin, y + along * sin + down * cos]
      }),
    )
  })
}

/** How wide a line of letters is, in the units of its size. */
export function lettersWidth(letters: string, size: number): number {
  return Array.from(letters).reduce((sum, letter) => sum + glyphOf(letter).advance * size, 0)
}

function glyphOf(letter: string): Glyph {
  const found = known.get(letter) ?? openGlyph(letter.codePointAt(0)!)
  known.set(letter, found)
  return found
}

function openGlyph(code: number): Glyph {
  if (fonts.length === 0)
    for (const tables of FILES.map(openFont)) fonts.push({ tables, glyphs: glyphsByCodePoint(tables) })
  const font = fonts.find(({ glyphs }) => glyphs.has(code))
  if (font === undefined) return { rings: [], advance: 0 }
  const { tables, glyphs } = font
  const glyph = glyphs.get(code)!
  const unit = tables.get('head')!.readUInt16BE(18)
  const last = tables.get('hhea')!.readUInt16BE(34) - 1
  return {
    rings: glyphOutline(tables, glyph).map((ring) => ring.map((value) => value / unit)),
    advance: tables.get('hmtx')!.readUInt16BE(4 * Math.min(glyph, last)) / unit,
  }
}
