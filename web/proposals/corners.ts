import type { Polygon, Position } from 'geojson'
import type { Area } from '../map/geometry.ts'

/** A corner as it is being typed. */
export interface Corner {
  readonly latitude: string
  readonly longitude: string
}

export const EMPTY_CORNER: Corner = { latitude: '', longitude: '' }
const DECIMALS = 6

/** The corners of a simple polygon, without the closing one; null for an area that has holes or parts. */
export function cornersOf(area: Area | null): readonly Corner[] | null {
  if (area === null) return [EMPTY_CORNER, EMPTY_CORNER, EMPTY_CORNER]
  if (area.type !== 'Polygon' || area.coordinates.length !== 1) return null
  return area.coordinates[0]!.slice(0, -1).map(([longitude = 0, latitude = 0]) => ({
    latitude: latitude.toFixed(DECIMALS),
    longitude: longitude.toFixed(DECIMALS),
  }))
}

/** The polygon with these corners; null when there are fewer than three or one is no place on earth. */
export function polygonOf(corners: readonly Corner[]): Polygon | null {
  const filled = corners.filter(
    ({ latitude, longitude }) => latitude.trim() !== '' || longitude.trim() !== '',
  )
  const positions = filled.map(({ latitude, longitude }): Position => [degrees(longitude), degrees(latitude)])
  const onEarth = positions.every(
    ([x = Number.NaN, y = Number.NaN]) => Math.abs(x) <= 180 && Math.abs(y) <= 90,
  )
  if (positions.length < 3 || !onEarth) return null
  return { type: 'Polygon', coordinates: [[...positions, positions[0]!]] }
}

/** A decimal number with a point or a comma; NaN for anything else. */
function degrees(text: string): number {
  const plain = text.trim().replace(',', '.').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}
