/**
 * The one projection engine. Coordinates in the city's CRS are rounded to 1 cm, so that every process and both
 * databases hold the same numbers.
 */
export interface Projection {
  /** EPSG code of the city's CRS. */
  readonly srid: number
  /** WGS 84 degrees → [easting, northing] in metres on the 1 cm grid; null when outside the CRS's reach. */
  toPlanar(lon: number, lat: number): readonly [x: number, y: number] | null
  /** Metres in the city's CRS → [lon, lat] in degrees, 7 decimals. */
  toWgs84(x: number, y: number): readonly [lon: number, lat: number]
  /** Metres in the city's CRS → Web-Mercator world position, the world 2^32 wide, x east and y south. */
  toWorld(x: number, y: number): readonly [worldX: number, worldY: number]
}
