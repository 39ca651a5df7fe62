import type { PlanarPolygon } from './planar-polygon.ts'

/**
 * A plane region, given by its crossings with horizontal lines. Centimetres.
 *
 * Areas of buffers, unions and intersections come from these spans alone, so there is no polygon overlay that could
 * fail on touching or overlapping borders.
 */
export interface Region {
  readonly minY: number
  readonly maxY: number
  /** Heights at which the width of the region has a kink: vertices and the ends of arcs. */
  readonly breaks: readonly number[]
  /** Disjoint ascending spans [x0, x1, x2, x3, …] of the line at height y. */
  spansAt(y: number): Spans
}

export type Spans = readonly number[]

const SLICES = 256
/** With more kinks than this, equal slices are used instead. */
const MAX_BREAKS = 2000
const EVEN_SLICES = 2048
/** Gauss–Legendre with two points: exact for the straight sides of a slice, good for its arcs. */
const GAUSS = 0.5 / Math.sqrt(3)

/**
 * Area of a region in m²: widths integrated over slices between all kinks, each at most 1/256 of the height.
 * Straight-sided slices are exact; crossings of borders within a slice and arcs leave less than 1e-4 of the area.
 */
export function regionArea(region: Region): number {
  const { minY, maxY } = region
  if (!(maxY > minY)) return 0
  const kinks = region.breaks.filter((y) => y > minY && y < maxY)
  const even = kinks.length > MAX_BREAKS
  const step = (maxY - minY) / (even ? EVEN_SLICES : SLICES)
  const heights = [minY, ...(even ? [] : kinks), maxY].sort((a, b) => a - b)
  let area = 0
  for (let k = 0; k + 1 < heights.length; k++) {
    const low = heights[k]!
    const height = heights[k + 1]! - low
    if (height <= 0) continue
    const slices = Math.ceil(height / step)
    for (let s = 0; s < slices; s++) {
      const middle = low + (height * (s + 0.5)) / slices
      const offset = (height / slices) * GAUSS
      const width = spanLength(region.spansAt(middle - offset)) + spanLength(region.spansAt(middle + offset))
      area += (width / 2) * (height / slices)
    }
  }
  return area / 10_000
}

function spanLength(spans: Spans): number {
  let length = 0
  for (let k = 0; k < spans.length; k += 2) length += spans[k + 1]! - spans[k]!
  return length
}

/** The region of a polygon. */
export function polygonRegion(polygon: PlanarPolygon): Region {
  const { ax, ay, bx, by, edges, box } = polygon
  return {
    minY: box.minY,
    maxY: box.maxY,
    breaks: [...new Set(ay)],
    spansAt(y) {
      const crossings: number[] = []
      for (let e = 0; e < edges; e++) {
        const y0 = ay[e]!
        const y1 = by[e]!
        if (y0 > y !== y1 > y) crossings.push(ax[e]! + ((y - y0) / (y1 - y0)) * (bx[e]! - ax[e]!))
      }
      return crossings.sort((a, b) => a - b)
    },
  }
}

/** What both regions cover. */
export function intersection(a: Region, b: Region): Region {
  return {
    minY: Math.max(a.minY, b.minY),
    maxY: Math.min(a.maxY, b.maxY),
    breaks: [...a.breaks, ...b.breaks],
    spansAt: (y) => intersectSpans(a.spansAt(y), b.spansAt(y)),
  }
}

/** What at least one of the regions covers. */
export function union(regions: readonly Region[]): Region {
  return {
    minY: Math.min(...regions.map((r) => r.minY)),
    maxY: Math.max(...regions.map((r) => r.maxY)),
    breaks: regions.flatMap((r) => r.breaks),
    spansAt: (y) => uniteSpans(regions.flatMap((r) => (y >= r.minY && y <= r.maxY ? r.spansAt(y) : []))),
  }
}

/** What `a` covers and `b` does not. */
export function difference(a: Region, b: Region): Region {
  return {
    minY: a.minY,
    maxY: a.maxY,
    breaks: [...a.breaks, ...b.breaks],
    spansAt(y) {
      const holes = b.spansAt(y)
      return intersectSpans(a.spansAt(y), [-Infinity, ...holes, Infinity])
    },
  }
}

function intersectSpans(a: Spans, b: Spans): Spans {
  const both: number[] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const from = Math.max(a[i]!, b[k]!)
    const to = Math.min(a[i + 1]!, b[k + 1]!)
    if (to > from) both.push(from, to)
    if (a[i + 1]! < b[k + 1]!) i += 2
    else k += 2
  }
  return both
}

/** Disjoint ascending spans from any spans, in pairs. */
export function uniteSpans(pairs: readonly number[]): Spans {
  const order = Array.from({ length: pairs.length / 2 }, (_, k) => 2 * k).sort(
    (a, b) => pairs[a]! - pairs[b]!,
  )
  const united: number[] = []
  for (const k of order) {
    const from = pairs[k]!
    const to = pairs[k + 1]!
    if (united.length > 0 && from <= united.at(-1)!) united[united.length - 1] = Math.max(united.at(-1)!, to)
    else united.push(from, to)
  }
  return united
}
