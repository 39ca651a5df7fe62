import type { Geometry, Position } from 'geojson'
import type { FeatureKind, FeatureKinds } from '../domain/features.ts'
import type { LayerContents, PlanarFeature } from '../domain/ports.ts'
import type { Projection } from '../domain/projection.ts'
import { layerDigests } from './layer-contents-digest.ts'
import type { LayerSnapshot } from './types.ts'

/** The small layers in memory, with what the snapshot version needs of them. */
export interface LoadedLayers {
  readonly snapshot: LayerSnapshot
  /** Digest of what is part of the snapshot version. */
  readonly contentDigest: string
  /** Source ids by ordinal; empty texts where no source has that ordinal. */
  readonly sourceIds: readonly string[]
}

export const NO_LAYERS: LayerContents = {
  cameras: [],
  'patrol-zones': [],
  'focus-areas': [],
  areas: [],
  proposals: [],
  sources: [],
  context: [],
}

/** Projects every feature of the layers to WGS 84, once. */
export function loadLayers(contents: LayerContents, projection: Projection): LoadedLayers {
  const project = <K extends FeatureKind>(kind: K) =>
    contents[kind].map((feature) => withGeometry<K>(feature as PlanarFeature<K>, projection))
  const byKind: { readonly [K in FeatureKind]: readonly FeatureKinds[K][] } = {
    cameras: project('cameras'),
    'patrol-zones': project('patrol-zones'),
    'focus-areas': project('focus-areas'),
    areas: project('areas'),
    proposals: project('proposals'),
  }
  const digests = layerDigests(contents)
  const sourceIds: string[] = []
  for (const { ordinal, id } of contents.sources) sourceIds[ordinal] = id
  return {
    snapshot: {
      digest: digests.all,
      features: (kind) => byKind[kind],
      context: contents.context,
      sources: contents.sources,
    },
    contentDigest: digests.content,
    sourceIds: Array.from(sourceIds, (id) => id ?? ''),
  }
}

function withGeometry<K extends FeatureKind>(feature: PlanarFeature<K>, projection: Projection) {
  const planar = (feature as unknown as { readonly planar: Geometry }).planar
  return { ...feature, geometry: toWgs84(planar, projection) } as unknown as FeatureKinds[K]
}

type Coordinates = Position | readonly Coordinates[]

/** A geometry of the city's CRS in WGS 84. */
export function toWgs84(geometry: Geometry, projection: Projection): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { type: 'GeometryCollection', geometries: geometry.geometries.map((g) => toWgs84(g, projection)) }
  }
  const coordinates = project(geometry.coordinates as Coordinates, projection)
  return { type: geometry.type, coordinates } as unknown as Geometry
}

function project(coordinates: Coordinates, projection: Projection): Coordinates {
  if (typeof coordinates[0] === 'number') {
    return [...projection.toWgs84(coordinates[0], coordinates[1] as number)]
  }
  return (coordinates as readonly Coordinates[]).map((inner) => project(inner, projection))
}
