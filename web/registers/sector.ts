import type { Polygon, Position } from 'geojson'

type LngLat = readonly [longitude: number, latitude: number]

/** What a camera sees, as far as it is known. */
export interface View {
  /** Bearing of the middle, degrees clockwise from north. */
  readonly directionDegrees: number | null
  readonly viewDegrees: number | null
  readonly rangeMetres: number | null
}

/** What is drawn where nothing is known. */
const DRAWN = { viewDegrees: 360, rangeMetres: 30 } as const
const METRES_A_DEGREE = 111_195
const STEP_DEGREES = 5
const FULL_TURN = 360

/** The place so many metres from another in a direction; on a sphere, which is near enough to draw. */
export function placeAt([longitude, latitude]: LngLat, bearing: number, metres: number): LngLat {
  const radians = (bearing * Math.PI) / 180
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  return [
    longitude + (metres * Math.sin(radians)) / (METRES_A_DEGREE * narrowing),
    latitude + (metres * Math.cos(radians)) / METRES_A_DEGREE,
  ]
}

/** Bearing, 0 ≤ degrees < 360, and distance in metres from one place to another. */
export function towards(from: LngLat, to: LngLat): { readonly bearing: number; readonly metres: number } {
  const narrowing = Math.cos((from[1] * Math.PI) / 180)
  const [dx, dy] = [(to[0] - from[0]) * narrowing, to[1] - from[1]]
  const degrees = (Math.atan2(dx, dy) * 180) / Math.PI
  return { bearing: (degrees + FULL_TURN) % FULL_TURN, metres: Math.hypot(dx, dy) * METRES_A_DEGREE }
}

/** The sector that a camera sees: a circle where its direction or its angle is unknown. */
export function sectorOf(position: LngLat, view: View): Polygon {
  const metres = view.rangeMetres ?? DRAWN.rangeMetres
  const angle =
    view.directionDegrees === null ? FULL_TURN : Math.min(FULL_TURN, view.viewDegrees ?? DRAWN.viewDegrees)
  const first = (view.directionDegrees ?? 0) - angle / 2
  const steps = Math.max(1, Math.ceil(angle / STEP_DEGREES))
  const arc = Array.from(
    { length: steps + 1 },
    (_, at): Position => [...placeAt(position, first + (angle * at) / steps, metres)],
  )
  if (angle === FULL_TURN) return { type: 'Polygon', coordinates: [arc] }
  const centre: Position = [...position]
  return { type: 'Polygon', coordinates: [[centre, ...arc, centre]] }
}

/** Where the handles lie that turn a view and open it. */
export function handlesOf(position: LngLat, view: View): { readonly middle: LngLat; readonly edge: LngLat } {
  const metres = view.rangeMetres ?? DRAWN.rangeMetres
  const direction = view.directionDegrees ?? 0
  const angle = view.viewDegrees ?? DRAWN.viewDegrees
  return {
    middle: placeAt(position, direction, metres),
    edge: placeAt(position, direction + Math.min(angle, FULL_TURN) / 2, metres),
  }
}

/** The angle of view when one of its edges is drawn to a bearing. */
export function angleTo(directionDegrees: number, bearing: number): number {
  const apart = Math.abs(((bearing - directionDegrees + 540) % FULL_TURN) - 180)
  return Math.max(1, Math.min(FULL_TURN, Math.round(apart * 2)))
}
