import type { Projection } from './projection.ts'

/** West, south, east, north in degrees. */
export type GeographicBox = readonly [west: number, south: number, east: number, north: number]

/** Points along each side: parallels and meridians bend in the city's CRS. */
const STEPS = 16

/**
 * A rectangle of the city's CRS that holds all of a box of degrees (and a little more), metres.
 *
 * Where part of the box lies beyond the CRS's reach, the rectangle is open on that side, since nothing is stored
 * there.
 */
export function envelopeOf(
  box: GeographicBox,
  projection: Projection,
): readonly [number, number, number, number] {
  const [west, south, east, north] = box
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  let outOfReach = false
  for (let a = 0; a <= STEPS; a++) {
    for (let b = 0; b <= STEPS; b++) {
      const lon = west + ((east - west) * a) / STEPS
      const lat = south + ((north - south) * b) / STEPS
      const point = projection.toPlanar(lon, lat)
      if (point === null) outOfReach = true
      else {
        minX = Math.min(minX, point[0])
        minY = Math.min(minY, point[1])
        maxX = Math.max(maxX, point[0])
        maxY = Math.max(maxY, point[1])
      }
    }
  }
  if (outOfReach) return [-MAX_METRES, -MAX_METRES, MAX_METRES, MAX_METRES]
  const margin = 1 + Math.max(maxX - minX, maxY - minY) / STEPS
  return [minX - margin, minY - margin, maxX + margin, maxY + margin]
}

/** Beyond any position that fits 32 bits of centimetres. */
const MAX_METRES = 21_474_836

/** True when a position lies in a box, its western and southern borders included. */
export function isInside([west, south, east, north]: GeographicBox, lon: number, lat: number): boolean {
  return lon >= west && lon < east && lat >= south && lat < north
}
