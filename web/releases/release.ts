import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { ReleaseFigures } from '../../server/releases/publication/contract.ts'

export type ReleaseArea = ReleaseFigures['areas'][number]

/** Outlines of a release's areas; the figures beside them are those of `figures.json`. */
export type AreaOutlines = FeatureCollection<Polygon | MultiPolygon, { readonly key: string }>
