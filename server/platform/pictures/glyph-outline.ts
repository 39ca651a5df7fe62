import type { FontTables } from './font-tables.ts'
import type { Path } from './picture.ts'

/** Straight pieces that a curve is drawn by. */
const PIECES = 4
const [ON_CURVE, SHORT_X, SHORT_Y, REPEATS, SAME_X, SAME_Y] = [1, 2, 4, 8, 16, 32] as const
const [WORDS, ARE_XY, SCALED, MORE, SCALED_XY, SCALED_2X2] = [1, 2, 8, 32, 64, 128] as const

interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/** The outline of a glyph in the font's units, upwards (OpenType, `glyf`); parts put together are drawn in their places. */
export function glyphOutline(tables: FontTables, glyph: number): readonly Path[] {
  const glyf = tables.get('glyf')!
  const [from, to] = [glyph, glyph + 1].map((k) => offsetOf(tables, k)) as [number, number]
  if (to <= from) return []
  const contours = glyf.readInt16BE(from)
  return contours < 0 ? composed(tables, glyf, from + 10) : simple(glyf, from + 10, contours)
}

function offsetOf(tables: FontTables, glyph: number): number {
  const isLong = tables.get('head')!.readInt16BE(50) === 1
  const loca = tables.get('loca')!
  return isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph)
}

/** Parts that are moved; fonts for screens scale none, so that a scaled part is drawn as it is. */
function composed(tables: FontTables, glyf: Buffer, from: number): readonly Path[] {
  const rings: Path[] = []
  for (let at = from, flags = MORE as number; (flags & MORE) !== 0; ) {
    flags = glyf.readUInt16BE(at)
    const part = glyf.readUInt16BE(at + 2)
    const isWords = (flags & WORDS) !== 0
    const isMoved = (flags & ARE_XY) !== 0
    const [dx, dy] = isWords
      ? [glyf.readInt16BE(at + 4), glyf.readInt16BE(at + 6)]
      : [glyf.readInt8(at + 4), glyf.readInt8(at + 5)]
    const move = (value: number, k: number) => (isMoved ? value + (k % 2 === 0 ? dx : dy) : value)
    rings.push(...glyphOutline(tables, part).map((ring) => ring.map(move)))
    at += (isWords ? 8 : 6) + scaleBytes(flags)
  }
  return rings
}

function scaleBytes(flags: number): number {
  if ((flags & SCALED) !== 0) return 2
  if ((flags & SCALED_XY) !== 0) return 4
  return (flags & SCALED_2X2) === 0 ? 0 : 8
}

function simple(glyf: Buffer, from: number, contours: number): readonly Path[] {
  const ends = Array.from({ length: contours }, (_, k) => glyf.readUInt16BE(from + 2 * k))
  const count = ends.at(-1)! + 1
  let at = from + 2 * contours + 2 + glyf.readUInt16BE(from + 2 * contours)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = glyf[at++]!
    const times = (flag & REPEATS) === 0 ? 1 : 1 + glyf[at++]!
    for (let k = 0; k < times; k++) flags.push(flag)
  }
  const along = (short: number, same: number) => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -glyf[at++]! : glyf[at++]!
      else if ((flag & same) === 0) {
        value += glyf.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = along(SHORT_X, SAME_X)
  const ys = along(SHORT_Y, SAME_Y)
  const points = flags.map((flag, k) => ({ x: xs[k]!, y: ys[k]!, on: (flag & ON_CURVE) !== 0 }))
  return ends.map((end, k) => flattened(points.slice(k === 0 ? 0 : ends[k - 1]! + 1, end + 1)))
}

/** A contour of straight lines and quadratic curves by straight pieces. */
function flattened(points: readonly Point[]): Path {
  const whole = points.flatMap((point, k) => {
    const next = points[(k + 1) % points.length]!
    return point.on || next.on ? [point] : [point, { ...between(point, next), on: true }]
  })
  const first = whole.findIndex(({ on }) => on)
  const turned = [...whole.slice(first), ...whole.slice(0, first)]
  return turned.flatMap((point, k) => {
    if (point.on) return [point.x, point.y]
    const from = turned[k - 1]!
    const to = turned[(k + 1) % turned.length]!
    return Array.from({ length: PIECES - 1 }, (_, p) => {
      const t = (p + 1) / PIECES
      const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
      return [mix(from.x, point.x, to.x), mix(from.y, point.y, to.y)]
    }).flat()
  })
}

function between(a: Point, b: Point): { readonly x: number; readonly y: number } {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
