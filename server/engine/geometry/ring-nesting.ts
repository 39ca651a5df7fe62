import type { Position } from 'geojson'
import type { Polygons } from './repair.ts'

type Ring = readonly Position[]

/** Nesting faults of rings that do not cross. */
export type NestingFault = 'hole-outside' | 'hole-in-hole' | 'shell-in-shell'

/**
 * The nesting faults of polygons: a hole outside its shell or within another hole, a shell within another polygon.
 *
 * @param polygons rings that cross nowhere and run along each other nowhere, closed; metres
 */
export function nestingFaults(polygons: Polygons): readonly NestingFault[] {
  const faults = new Set<NestingFault>()
  for (const [shell, ...holes] of polygons) {
    for (const [k, hole] of holes.entries()) {
      if (!isWithin(hole, shell!)) faults.add('hole-outside')
      if (holes.some((other, m) => m !== k && isWithin(hole, other))) faults.add('hole-in-hole')
    }
  }
  for (const [k, polygon] of polygons.entries()) {
    const nested = polygons.some((other, m) => m !== k && isInPolygon(polygon[0]!, other))
    if (nested) faults.add('shell-in-shell')
  }
  return [...faults]
}

/** Whether rings of one polygon touch in more than one place, which may split its interior (invalid). */
export function isPinched(polygons: Polygons): boolean {
  return polygons.some((rings) => touchesAmong(rings) > 1)
}

function isInPolygon(ring: Ring, [shell, ...holes]: Polygons[number]): boolean {
  return isWithin(ring, shell!) && !holes.some((hole) => isWithin(ring, hole))
}

/** Whether a ring lies within another: decided by a point of it off the other's border. */
function isWithin(inner: Ring, outer: Ring): boolean {
  if (!boxIn(boxOf(inner), boxOf(outer))) return false
  for (let k = 1; k < inner.length; k++) {
    const [a, b] = [inner[k - 1]!, inner[k]!]
    const atCorner = sideOf(a, outer)
    if (atCorner !== 'border') return atCorner === 'inside'
    const between = sideOf([(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2], outer)
    if (between !== 'border') return between === 'inside'
  }
  return false
}

function sideOf([x, y]: Position, ring: Ring): 'inside' | 'outside' | 'border' {
  let inside = false
  for (let k = 1; k < ring.length; k++) {
    const [a, b] = [ring[k - 1]!, ring[k]!]
    if (isOn([x!, y!], a, b)) return 'border'
    const crosses = a[1]! > y! !== b[1]! > y!
    if (crosses && x! < ((b[0]! - a[0]!) * (y! - a[1]!)) / (b[1]! - a[1]!) + a[0]!) inside = !inside
  }
  return inside ? 'inside' : 'outside'
}

/** Nearer than a millimetre counts as on it: positions stand on a grid of centimetres. */
function isOn([x, y]: Position, a: Position, b: Position): boolean {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!]
  const length = Math.hypot(dx, dy)
  const along = ((x! - a[0]!) * dx + (y! - a[1]!) * dy) / length
  if (along < -0.001 || along > length + 0.001) return false
  return Math.abs((x! - a[0]!) * dy - (y! - a[1]!) * dx) / length < 0.001
}

/** In how many places rings touch each other. */
function touchesAmong(rings: readonly Ring[]): number {
  const places = new Set<string>()
  for (const [k, ring] of rings.entries())
    for (const [m, other] of rings.entries()) {
      if (k === m || !boxesMeet(boxOf(ring), boxOf(other))) continue
      for (const corner of ring)
        if (sideOf(corner, other) === 'border') places.add(`${corner[0]},${corner[1]}`)
    }
  return places.size
}

interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

const boxes = new WeakMap<Ring, Box>()

function boxOf(ring: Ring): Box {
  const known = boxes.get(ring)
  if (known !== undefined) return known
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const [x, y] of ring) {
    box.minX = Math.min(box.minX, x!)
    box.maxX = Math.max(box.maxX, x!)
    box.minY = Math.min(box.minY, y!)
    box.maxY = Math.max(box.maxY, y!)
  }
  boxes.set(ring, box)
  return box
}

function boxIn(inner: Box, outer: Box): boolean {
  return (
    inner.minX >= outer.minX &&
    inner.maxX <= outer.maxX &&
    inner.minY >= outer.minY &&
    inner.maxY <= outer.maxY
  )
}

function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}
