import type { Cuts, Segments } from './segments.ts'

/** A point that segments are snapped to, with its pixel: the unit square around it with its left and lower border. */
type Pixel = readonly [x: number, y: number]

/**
 * Where to cut each segment so that the pieces meet at their ends only: at every end and every crossing whose pixel it goes
 * through (snap rounding; Hobby 1999, Guibas & Marimont 1998).
 *
 * @param segments whole-number coordinates within ±2^20
 * @param crossings where they cross and touch each other, on whole numbers
 */
export function snapToPixels(segments: Segments, crossings: Cuts): Cuts {
  const pixels = sortedPixels(segments, crossings)
  const cuts = new Map<number, readonly number[]>()
  for (let index = 0; index < segments.length / 4; index++) {
    const points = [...(crossings.get(index) ?? [])]
    const [x1, y1, x2, y2] = segments.slice(index * 4, index * 4 + 4) as [number, number, number, number]
    const last = Math.max(x1, x2)
    for (let k = firstFrom(pixels, Math.min(x1, x2)); k < pixels.length && pixels[k]![0] <= last; k++) {
      const [x, y] = pixels[k]!
      const isEnd = (x === x1 && y === y1) || (x === x2 && y === y2)
      if (!isEnd && goesThrough(x1, y1, x2, y2, x, y)) points.push(x, y)
    }
    if (points.length > 0) cuts.set(index, points)
  }
  return cuts
}

function sortedPixels(segments: Segments, crossings: Cuts): readonly Pixel[] {
  const pixels = new Map<string, Pixel>()
  for (const points of [segments, ...crossings.values()]) {
    for (let at = 0; at < points.length; at += 2) {
      const pixel = [points[at]!, points[at + 1]!] as const
      pixels.set(pixel.join(), pixel)
    }
  }
  return [...pixels.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** Index of the first pixel that lies at x or right of it. */
function firstFrom(pixels: readonly Pixel[], x: number): number {
  let [low, high] = [0, pixels.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (pixels[middle]![0] < x) low = middle + 1
    else high = middle
  }
  return low
}

function goesThrough(x1: number, y1: number, x2: number, y2: number, x: number, y: number): boolean {
  if (y < Math.min(y1, y2) || y > Math.max(y1, y2)) return false
  const [dx, dy] = [x2 - x1, y2 - y1]
  const offset = 2 * (dx * (y - y1) - dy * (x - x1))
  const reach = Math.abs(dx) + Math.abs(dy)
  return Math.abs(offset) < reach || (Math.abs(offset) === reach && offset === dx - dy)
}
