import type { MultiPolygon, Polygon } from 'geojson'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

export type Area = Polygon | MultiPolygon
