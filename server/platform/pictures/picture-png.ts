import { encodePng } from './encode-png.ts'
import type { Path, Picture, Shape, Stroke } from './picture.ts'
import { alongOf, dashed, insideOf, type Painted } from './spans.ts'
import { letterRings } from './letters.ts'

/** Heights a row of pixels is looked at, so that edges are smooth. */
const HEIGHTS = 4
const HALO = 3

interface Canvas {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/**
 * A picture as PNG: the same bytes for the same picture, by numbers alone, without a browser.
 *
 * @param scale pixels a unit
 */
export function picturePng({ width, height, background, shapes }: Picture, scale: number): Uint8Array {
  const canvas = {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    pixels: new Uint8Array(Math.round(width * scale) * Math.round(height * scale) * 3),
  }
  const paper = channelsOf(background)
  for (let at = 0; at < canvas.pixels.length; at++) canvas.pixels[at] = paper[at % 3]!
  for (const shape of shapes) paintShape(canvas, shape, scale)
  return encodePng(canvas.width, canvas.height, canvas.pixels)
}

function paintShape(canvas: Canvas, shape: Shape, scale: number): void {
  if (shape.kind === 'line') return paintStroke(canvas, [shape.path], false, shape.stroke, scale)
  if (shape.kind === 'text') return paintText(canvas, shape, scale)
  const { rings, fill, stroke } = shape
  if (fill !== undefined)
    paint(canvas, insideOf(scaled(rings, scale), 'even-odd'), fill.colour, fill.opacity ?? 1)
  if (stroke !== undefined) paintStroke(canvas, rings, true, stroke, scale)
}

function paintText(canvas: Canvas, shape: Extract<Shape, { readonly kind: 'text' }>, scale: number): void {
  const rings = scaled(letterRings(shape), scale)
  const { halo } = shape
  if (halo !== undefined) {
    const lines = rings.map((path) => ({ path, closed: true }))
    paint(canvas, alongOf(lines, HALO * scale), halo, 1)
  }
  paint(canvas, insideOf(rings, 'winding'), shape.colour, 1)
}

function paintStroke(
  canvas: Canvas,
  paths: readonly Path[],
  closed: boolean,
  { colour, width, dash }: Stroke,
  scale: number,
): void {
  const lines = scaled(paths, scale).flatMap((path) =>
    dash === undefined
      ? [{ path, closed }]
      : dashed(
          path,
          closed,
          dash.map((length) => length * scale),
        ).map((piece) => ({ path: piece, closed: false })),
  )
  paint(canvas, alongOf(lines, width * scale), colour, 1)
}

/** Blends a colour into the pixels that spans cover, by the share of each that they cover. */
function paint(canvas: Canvas, painted: Painted, colour: string, opacity: number): void {
  const channels = channelsOf(colour)
  const top = Math.max(0, Math.floor(painted.minY))
  const bottom = Math.min(canvas.height - 1, Math.floor(painted.maxY))
  const covered = new Float64Array(canvas.width)
  for (let y = top; y <= bottom; y++) {
    covered.fill(0)
    for (let k = 0; k < HEIGHTS; k++) {
      const spans = painted.spansAt(y + (k + 0.5) / HEIGHTS)
      for (let s = 0; s + 1 < spans.length; s += 2) cover(covered, spans[s]!, spans[s + 1]!)
    }
    for (let x = 0; x < canvas.width; x++) {
      if (covered[x] === 0) continue
      const share = Math.min(1, covered[x]! / HEIGHTS) * opacity
      const at = (y * canvas.width + x) * 3
      for (let c = 0; c < 3; c++) {
        const was = canvas.pixels[at + c]!
        canvas.pixels[at + c] = Math.round(was + (channels[c]! - was) * share)
      }
    }
  }
}

function cover(covered: Float64Array, from: number, to: number): void {
  const [low, high] = [Math.max(0, from), Math.min(covered.length, to)]
  for (let x = Math.floor(low); x < high; x++) covered[x]! += Math.min(x + 1, high) - Math.max(x, low)
}

function scaled(paths: readonly Path[], scale: number): readonly Path[] {
  return paths.map((path) => path.map((value) => value * scale))
}

function channelsOf(colour: string): readonly [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 0xff, value & 0xff]
}
