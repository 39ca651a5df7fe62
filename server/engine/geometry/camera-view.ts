import { sector } from '@turf/turf'
import type { Polygon } from 'geojson'
import type { Camera } from '../snapshot/features.ts'
import type { Projection } from '../projection/projection.ts'

/** Points on a full circle: chords lose 0.04 % of its area. */
const CIRCLE_STEPS = 128

/**
 * The nominal view of a camera: a sector by its stated bearing (from true north), angle and range, or a disc where no
 * bearing or angle is stated or the angle is the full circle. Buildings, trees and terrain are not considered.
 *
 * @returns metres in the city's CRS; null for a camera without a range, or at the very edge of the CRS's reach
 */
export function cameraView(camera: Camera, projection: Projection): Polygon | null {
  const { directionDegrees, viewDegrees, rangeMetres } = camera.properties
  if (rangeMetres === null || rangeMetres <= 0) return null
  const round = directionDegrees === null || viewDegrees === null || viewDegrees >= 360
  const middle = directionDegrees ?? 0
  const half = round ? 180 : viewDegrees / 2
  const view = sector(camera.geometry, rangeMetres / 1000, middle - half, middle + half, {
    steps: CIRCLE_STEPS,
  })
  const rings = view.geometry.coordinates.map((ring) =>
    ring.map(([lon, lat]) => projection.toPlanar(lon!, lat!)),
  )
  if (rings.some((ring) => ring.includes(null))) return null
  return { type: 'Polygon', coordinates: rings.map((ring) => ring.map((position) => [...position!])) }
}
