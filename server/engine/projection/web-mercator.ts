/** Width of the Web-Mercator world in world units. */
const WORLD_SIZE = 2 ** 32

const RADIANS = Math.PI / 180

/** World x of a longitude in degrees: 0 at 180° W, growing to the east. */
export function worldXOf(lon: number): number {
  return (lon / 360 + 0.5) * WORLD_SIZE
}

/** World y of a latitude in degrees: 0 at 85.05° N, growing to the south. */
export function worldYOf(lat: number): number {
  const sine = Math.sin(lat * RADIANS)
  return (0.5 - Math.atanh(sine) / (2 * Math.PI)) * WORLD_SIZE
}
