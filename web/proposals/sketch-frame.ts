type Position = readonly [lon: number, lat: number]

/** Turns degrees into pixels of a small map. */
export type SketchFrame = (position: Position) => readonly [x: number, y: number]

/**
 * A frame that shows all positions, north up and undistorted in their middle.
 *
 * @param positions longitudes and latitudes, at least one
 * @param padding pixels that stay free on each side
 */
export function sketchFrame(
  positions: readonly Position[],
  size: { readonly width: number; readonly height: number },
  padding: number,
): SketchFrame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  const [lon0, lat0] = [(west + east) / 2, (south + north) / 2]
  const narrowing = Math.cos((lat0 * Math.PI) / 180)
  const scale = Math.min(
    (size.width - 2 * padding) / Math.max((east - west) * narrowing, MIN_DEGREES),
    (size.height - 2 * padding) / Math.max(north - south, MIN_DEGREES),
  )
  const tenth = (pixels: number) => Math.round(pixels * 10) / 10
  return ([lon, lat]) => [
    tenth(size.width / 2 + (lon - lon0) * narrowing * scale),
    tenth(size.height / 2 - (lat - lat0) * scale),
  ]
}

/** Positions closer than this are drawn as one: about 100 m. */
const MIN_DEGREES = 0.001
