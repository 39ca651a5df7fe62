import type { PlaceRaster } from '../engine/lattice/place-raster.ts'
import { type Ground, rasterOf } from '../engine/geometry/ground.ts'

/** The raster of the city's land, on a worker. */
export default function rasterGround(ground: Ground): PlaceRaster | null {
  return rasterOf(ground)
}
